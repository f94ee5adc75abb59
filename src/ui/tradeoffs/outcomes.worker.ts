import { expose } from 'comlink';
import { outcomeService } from './outcomeService.ts';

/** A turn of the event loop, sooner than a timer grants one. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

expose(outcomeService({ now: () => performance.now(), pause: nextTurn }));
