import { type Reliances, restsOn } from '../../analysis/restsOn.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { Parley } from '../app/parley.ts';
import { shortestLines } from './shortestLines.ts';

/** What rests on each fact, and a line to each place where a reader can see it. */
export interface FoundReliances {
  readonly reliances: Reliances;
  readonly lines: ReadonlyMap<StateId, Line>;
}

const found = new WeakMap<Parley, Promise<FoundReliances>>();

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

async function find({ scenario, machine, loadProse }: Parley): Promise<FoundReliances> {
  const [prose, lines] = await Promise.all([
    Promise.all(Object.keys(scenario.branches).map(loadProse)),
    shortestLines(scenario, machine, nextTask),
  ]);
  return { reliances: restsOn(scenario, prose), lines };
}

/**
 * Texts cite facts too, so the texts of all branches are loaded, side by side. What was found is kept; a failure is not, so whoever
 * shows it keeps the promise and another asking tries again.
 */
export function loadReliances(parley: Parley): Promise<FoundReliances> {
  const known = found.get(parley);
  if (known !== undefined) return known;
  const promise = find(parley);
  promise.catch(() => found.delete(parley));
  found.set(parley, promise);
  return promise;
}
