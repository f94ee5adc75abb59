import { use, useEffect, useState } from 'react';
import type { Prose, SplitScenario } from '../../domain/prose.ts';
import { useParley } from './parley.ts';

const pending = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Milliseconds for which a failed load stands, so that a screen tells it; forgotten at once, it would be asked for again at once. */
const FAILURE_STANDS = 2_000;

/** A promise with its result on it, as React reads one that is handed to `use`: once it is there, a component need not wait a turn. */
type Told<Value> = Promise<Value> & { status?: 'fulfilled'; value?: Value };

/** One promise per loader and key, so that a screen that renders twice loads once. A failed load is told, and tried again later. */
function once<Value>(owner: object, key: string, load: () => Promise<Value>): Promise<Value> {
  const known = pending.get(owner) ?? new Map<string, Promise<unknown>>();
  pending.set(owner, known);
  const begun = known.get(key);
  if (begun !== undefined) return begun as Promise<Value>;
  const promise: Told<Value> = load();
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => setTimeout(() => known.delete(key), FAILURE_STANDS),
  );
  known.set(key, promise);
  return promise;
}

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
  return use(once(loadProse, branch, () => loadProse(branch)));
}

/** Facts, sources and the source's own problems; suspends while they load. */
export function useLedger(): SplitScenario['ledger'] {
  const { loadLedger } = useParley();
  return use(once(loadLedger, 'ledger', loadLedger));
}

/** The same for a screen that goes on without: undefined until the ledger is there, or where it could not be loaded. */
export function useLedgerIfThere(): SplitScenario['ledger'] | undefined {
  const { loadLedger } = useParley();
  const [ledger, setLedger] = useState<SplitScenario['ledger']>();
  useEffect(() => {
    let gone = false;
    once(loadLedger, 'ledger', loadLedger).then(
      (found) => {
        if (!gone) setLedger(found);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [loadLedger]);
  return ledger;
}

/** The long texts of several branches as one, and the ledger; suspends once, while any of them loads. */
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
  return use(once(loadProse, `texts of ${branches.join()}`, load));
}
