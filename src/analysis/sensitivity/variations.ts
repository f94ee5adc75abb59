import { actorName } from '../../domain/actors.ts';
import { moveAt } from '../../domain/chart.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { centralValue, type Estimate, toTriple } from '../../domain/estimate.ts';
import { quantities, quantityAt } from '../../domain/indicators.ts';
import { oddsEstimate } from '../../domain/odds.ts';
import { effectParameter, startParameter } from '../../domain/parameters.ts';
import type { ScenarioKernel } from '../kernel/scenarioKernel.ts';
import type { VariedNumbers } from './branchStart.ts';

/**
 * Something that is varied, alone or with what moves together with it. Its position runs from −1 (every estimate at its low, or at its
 * high where that is what lowers its actor's lot) through 0 (central values) to 1.
 */
export interface Variation {
  readonly id: string;
  /** The bar of a tornado that it belongs to: a state of chance has a variation for each of its moves. */
  readonly bar: string;
  readonly kind: 'word' | 'actor' | 'start' | 'chance' | 'effect';
  /** What it is about, for a name: a word and its unit, an actor, an address, a state or a move. */
  readonly about: readonly string[];
  /** How many estimates move together. */
  readonly estimates: number;
  /** The estimate, where it is a single one. */
  readonly single: Estimate | undefined;
  readonly write: (at: number, into: VariedNumbers) => void;
}

/** Where an estimate stands at a position from −1 (low) to 1 (high). */
export function estimateAt(estimate: Estimate, at: number): number {
  const { low, high } = toTriple(estimate);
  const central = centralValue(estimate);
  return at < 0 ? central + at * (central - low) : central + at * (high - central);
}

/** An estimate of the scenario and where its value stands among the numbers. */
interface Placed {
  readonly estimate: Estimate;
  readonly column: keyof VariedNumbers;
  readonly at: number;
  readonly sign: 1 | -1;
}

const isRange = ({ estimate }: Placed): boolean => toTriple(estimate).low < toTriple(estimate).high;

/** Moves estimates together, from wherever others have moved them, and never out of their ranges. */
const writes =
  (placed: readonly Placed[]) =>
  (at: number, into: VariedNumbers): void => {
    for (const { estimate, column, at: index, sign } of placed) {
      const { low, high } = toTriple(estimate);
      const moved = (into[column][index] as number) + estimateAt(estimate, sign * at) - centralValue(estimate);
      into[column][index] = Math.min(high, Math.max(low, moved));
    }
  };

type Kind = Variation['kind'];

function variation(kind: Kind, id: string, about: readonly string[], placed: readonly Placed[], bar = id): Variation {
  const ranges = placed.filter(isRange);
  const [only] = ranges;
  return {
    id,
    bar,
    kind,
    about,
    estimates: ranges.length,
    single: ranges.length === 1 && kind !== 'actor' && kind !== 'word' ? only?.estimate : undefined,
    write: writes(ranges),
  };
}

/** The moves of chance, state by state, each with its likelihood. */
function* chanceMoves({ chart, scenario }: ScenarioKernel) {
  for (const [state, kind] of chart.kind.entries()) {
    if (kind !== STATE.chance) continue;
    for (let move = chart.movesOf[state] as number; move < (chart.movesOf[state + 1] as number); move += 1) {
      const id = chart.moves[move] as string;
      const meta = moveAt(scenario, id)?.meta;
      const estimate = meta === undefined ? undefined : oddsEstimate(true, meta);
      if (estimate !== undefined) yield { state: chart.states[state] as string, move, id, estimate };
    }
  }
}

/**
 * What a tornado varies first, groups of estimates that are wrong together: each word of the scale, each actor's own numbers (its start
 * values and what changes its drivers and its own indicators), the start of each indicator that is nobody's own, each state of chance.
 * What has no range anywhere is left out.
 */
export function groupVariations(kernel: ScenarioKernel): readonly Variation[] {
  const { chart, scenario } = kernel;
  const effects = chart.effects.source.map((effect, at) => {
    const { estimate, block, sign } = effectParameter(scenario, effect);
    const unit = quantityAt(scenario, effect.address).unit;
    return { block, unit, word: effect.word, placed: { estimate, column: 'sizes', at, sign } as const };
  });
  const starts = [...quantities(scenario).values()].map((quantity) => {
    const { estimate, block, sign } = startParameter(scenario, quantity);
    const at = chart.addresses.indexOf(quantity.address);
    return { quantity, block, placed: { estimate, column: 'starts', at, sign } as const };
  });
  const words = new Map<string, { readonly about: readonly string[]; readonly placed: Placed[] }>();
  for (const { word, unit, placed } of effects) {
    if (word === undefined) continue;
    const key = `word ${word} ${unit}`;
    const group = words.get(key) ?? { about: [word, unit], placed: [] };
    group.placed.push({ ...placed, sign: 1 });
    words.set(key, group);
  }
  const actors = Object.keys(scenario.actors).map((actor) => {
    const block = `actor ${actor}`;
    const placed = [...starts, ...effects].filter((each) => each.block === block).map((each) => each.placed);
    return variation('actor', block, [actor, actorName(scenario, actor)], placed);
  });
  const shared = starts
    .filter(({ quantity }) => quantity.of === undefined)
    .map(({ quantity, placed }) => variation('start', `start ${quantity.address}`, [quantity.address], [placed]));
  const chance = [...chanceMoves(kernel)].map(({ state, move, id, estimate }) =>
    variation(
      'chance',
      `chance ${id}`,
      [state, id],
      [{ estimate, column: 'bases', at: move, sign: 1 }],
      `chance ${state}`,
    ),
  );
  return [
    ...[...words].map(([key, { about, placed }]) => variation('word', key, about, placed)),
    ...actors,
    ...shared,
    ...chance,
  ].filter(({ estimates }) => estimates > 0);
}

/** Every single estimate of start values and effects that has a range; likelihoods are varied one by one among the groups already. */
export function singleVariations(kernel: ScenarioKernel): readonly Variation[] {
  const { chart, scenario } = kernel;
  const starts = [...quantities(scenario).values()].map((quantity) => {
    const { estimate } = startParameter(scenario, quantity);
    const at = chart.addresses.indexOf(quantity.address);
    return variation(
      'start',
      `start ${quantity.address}`,
      [quantity.address],
      [{ estimate, column: 'starts', at, sign: 1 }],
    );
  });
  const effects = chart.effects.source.map((effect, at) =>
    variation(
      'effect',
      `effect ${effect.parameter}`,
      [effect.parameter],
      [{ estimate: effect.estimate, column: 'sizes', at, sign: 1 }],
    ),
  );
  return [...starts, ...effects].filter(({ estimates }) => estimates > 0);
}
