import { type Remote, wrap } from 'comlink';
import type { OutcomeService } from './outcomeService.ts';

/** A service beside the page, and what ends it. */
export interface OutcomeConnection {
  readonly service: Remote<OutcomeService>;
  /** Rejects when the service cannot start, or breaks. */
  readonly broken: Promise<never>;
  readonly close: () => void;
}

/** Starts a worker that reads outcomes. */
export function connectOutcomes(): OutcomeConnection {
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
