import { type Reliances, restsOn } from '../../analysis/restsOn.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { Parley } from '../app/parley.ts';
import { linesToPlaces } from '../app/shortestLines.ts';

/** What rests on each fact, and a line to each place where a reader can see it, which takes longer to find. */
export interface FoundReliances {
  readonly reliances: Promise<Reliances>;
  readonly lines: Promise<ReadonlyMap<StateId, Line>>;
}

const found = new WeakMap<Parley, FoundReliances>();

/**
 * Texts cite facts too, so the texts of all branches are loaded, side by side, and what no screen plays. What was found is kept; a failure is not, so whoever
 * shows it keeps the promise and another asking tries again.
 */
export function loadReliances(parley: Parley): FoundReliances {
  const known = found.get(parley);
  if (known !== undefined) return known;
  const { scenario, loadProse, loadLedger } = parley;
  const prose = Promise.all(Object.keys(scenario.branches).map(loadProse));
  // The postures cite facts too, and are loaded with the ledger.
  const whole = loadLedger().then(({ postures }) => (postures === undefined ? scenario : { ...scenario, postures }));
  const begun = {
    reliances: Promise.all([whole, prose]).then(([all, texts]) => restsOn(all, texts)),
    lines: linesToPlaces(parley),
  };
  begun.reliances.catch(() => found.delete(parley));
  found.set(parley, begun);
  return begun;
}
