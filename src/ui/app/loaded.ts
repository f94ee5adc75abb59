import { use, useEffect } from 'react';
import type { Prose, SplitScenario } from '../../domain/prose.ts';
import { useParley } from './parley.ts';

const pending = new WeakMap<object, Map<string, Promise<unknown>>>();
const loaded = new WeakMap<Promise<unknown>, unknown>();

/** Milliseconds for which a failed load stands, so that a screen tells it; forgotten at once, it would be asked for again at once. */
const FAILURE_STANDS = 2_000;

/** One promise per loader and key, so that a screen that renders twice loads once. A failed load is told, and tried again later. */
function once<Value>(owner: object, key: string, load: () => Promise<Value>): Promise<Value> {
  const known = pending.get(owner) ?? new Map<string, Promise<unknown>>();
  pending.set(owner, known);
  const begun = known.get(key);
  if (begun !== undefined) return begun as Promise<Value>;
  const promise = load();
  promise.then(
    (value) => loaded.set(promise, value),
    () => setTimeout(() => known.delete(key), FAILURE_STANDS),
  );
  known.set(key, promise);
  return promise;
}

/** What a promise brought; suspends only until then. (`use` alone suspends once for each promise that it has not met before.) */
const read = <Value>(promise: Promise<Value>): Value =>
  loaded.has(promise) ? (loaded.get(promise) as Value) : use(promise);

/** Begins to load the long texts of branches that the reader may come to, so that a step need not wait. */
export function usePreparedProse(branches: readonly string[]): void {
  const { loadProse } = useParley();
  useEffect(() => {
    // A failed load is tried again, and told, when the reader comes to the branch.
    for (const branch of branches) once(loadProse, branch, () => loadProse(branch)).catch(() => undefined);
  }, [loadProse, branches]);
}

/** Begins to load the ledger, so that a fact's chip leads somewhere even after the connection is lost. */
export function usePreparedLedger(): void {
  const { loadLedger } = useParley();
  useEffect(() => {
    once(loadLedger, 'ledger', loadLedger).catch(() => undefined);
  }, [loadLedger]);
}

/** A branch's long texts; suspends while they load. */
export function useProse(branch: string): Prose {
  const { loadProse } = useParley();
  return read(once(loadProse, branch, () => loadProse(branch)));
}

/** Facts, sources and the source's own problems; suspends while they load. */
export function useLedger(): SplitScenario['ledger'] {
  const { loadLedger } = useParley();
  return read(once(loadLedger, 'ledger', loadLedger));
}

/**
 * The long texts of several branches as one, and the ledger; suspends once, while any of them loads. (A component that read them one
 * after the other could be handed one in the place of another: React tells what a component waits for by its order alone.)
 */
export function useTexts(branches: readonly string[]): {
  readonly prose: Prose;
  readonly ledger: SplitScenario['ledger'];
} {
  const { loadProse, loadLedger } = useParley();
  const load = async () => {
    const [ledger, ...prose] = await Promise.all([
      once(loadLedger, 'ledger', loadLedger),
      ...branches.map((branch) => once(loadProse, branch, () => loadProse(branch))),
    ]);
    return { ledger, prose: Object.assign({}, ...prose) as Prose };
  };
  return read(once(loadProse, `texts of ${branches.join()}`, load));
}
