import type { CompiledChart } from '../../../machines/compile.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { type AddressSet, addressSet } from './addressSet.ts';

/** How many effects are of moves. Behind them stand those of the ways to walk away, which no position of a tree has gone. */
export const moveEffectCount = ({ moves, effects }: CompiledChart): number => effects.of[moves.length] as number;

/** An effect of a move whose size rests on values: the address that it changes, and those that it is scaled by or conditional on. */
export interface DependentEffect {
  readonly address: number;
  readonly reads: readonly number[];
}

/** Finds the effects of moves that read values. */
export function dependentEffects(chart: CompiledChart): readonly DependentEffect[] {
  const found: DependentEffect[] = [];
  for (let effect = 0; effect < moveEffectCount(chart); effect += 1) {
    const by = chart.effects.scaledBy[effect] as number;
    const when = chart.effects.when[effect] as number;
    const reads = [...(by === -1 ? [] : [by]), ...(when === -1 ? [] : addressesOfGuard(chart, when))];
    if (reads.length > 0) found.push({ address: chart.effects.address[effect] as number, reads });
  }
  return found;
}

/** Asks every effect again and again, until none has anything to add. */
function untilNoneAdds(effects: readonly DependentEffect[], add: (effect: DependentEffect) => boolean): void {
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const effect of effects) if (add(effect)) isMore = true;
  }
}

/** What is needed to read some addresses over a tree: themselves, and all that their values are made of. */
export function neededFor(chart: CompiledChart, wanted: Iterable<number>): AddressSet {
  const set = addressSet(chart, wanted);
  untilNoneAdds(dependentEffects(chart), ({ address, reads }) => {
    const missing = set[address] === 1 ? reads.filter((read) => set[read] === 0) : [];
    for (const read of missing) set[read] = 1;
    return missing.length > 0;
  });
  return set;
}

/** The addresses whose values may differ where those of some do: themselves, and all that is made of them. */
export function dependentOn(
  chart: CompiledChart,
  effects: readonly DependentEffect[],
  changed: Iterable<number>,
): AddressSet {
  const set = addressSet(chart, changed);
  untilNoneAdds(effects, ({ address, reads }) => {
    if (set[address] === 1 || !reads.some((read) => set[read] === 1)) return false;
    set[address] = 1;
    return true;
  });
  return set;
}
