import { type Remote, wrap } from 'comlink';
import type { OutcomeService } from './outcomeService.ts';

/** A service beside the page, and what ends it. */
export interface OutcomeConnection {
  readonly service: Remote<OutcomeService>;
  /** Rejects when the service cannot start, or breaks. */
  readonly broken: Promise<never>;
  readonly close: () => void;
}

/** Started before anybody asked, and not used yet. */
let prepared: OutcomeConnection | undefined;

/** Starts a worker ahead of its use, so that Tradeoffs opens without a connection too. It sleeps until it is asked. */
export function prepareOutcomes(): void {
  prepared ??= startWorker();
}

/** A worker that reads outcomes: the one that was prepared, else a new one. */
export function connectOutcomes(): OutcomeConnection {
  const connection = prepared ?? startWorker();
  prepared = undefined;
  return connection;
}

function startWorker(): OutcomeConnection {
  const worker = new Worker(new URL('./outcomes.worker.ts', import.meta.url), { type: 'module', name: 'outcomes' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // Told on the screen that waits for it.
      event.preventDefault();
      reject(new Error(event.message || 'the worker did not start'));
    });
    worker.addEventListener('messageerror', () => reject(new Error('the worker sent what cannot be read')));
  });
  broken.catch(() => undefined);
  return { service: wrap<OutcomeService>(worker), broken, close: () => worker.terminate() };
}
