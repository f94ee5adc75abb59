import { useSyncExternalStore } from 'react';

/** Whether this browser keeps what the reader writes. */
export interface Keeping {
  /** Awaits a save, or the first load, and remembers how the last one went. */
  readonly watch: <Value>(kept: Promise<Value>) => Promise<Value | undefined>;
  readonly refused: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createKeeping(): Keeping {
  const listeners = new Set<() => void>();
  let refused = false;
  const turn = (now: boolean) => {
    if (refused === now) return;
    refused = now;
    for (const listener of listeners) listener();
  };
  return {
    watch: (kept) =>
      kept.then(
        (value) => {
          turn(false);
          return value;
        },
        () => {
          turn(true);
          return undefined;
        },
      ),
    refused: () => refused,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a save was refused, re-read when that changes. */
export const useRefused = ({ subscribe, refused }: Keeping): boolean => useSyncExternalStore(subscribe, refused);
