import { effectsOfCondition, effectsOfMove, moveAt } from '../domain/chart.ts';
import type { Effect } from '../domain/effects.ts';
import { toTriple } from '../domain/estimate.ts';
import { type Guard, type GuardView, holds } from '../domain/guard.ts';
import { type Address, type Line, type MoveId, readShock } from '../domain/identifier.ts';
import { clip, driverAddress, quantities, quantityAt } from '../domain/indicators.ts';
import { leverageWeights } from '../domain/leverage.ts';
import { guardView, type Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { worth } from '../domain/stakes.ts';
import type { Range } from './heldDraws.ts';

/** The least and the greatest raw value that any estimates within their lows and highs can bring, by address. */
export type Envelope = ReadonlyMap<Address, Range>;

const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: a.high + b.high });
const minus = (a: Range, b: Range): Range => ({ low: a.low - b.high, high: a.high - b.low });
const hull = (a: Range, b: Range): Range => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });
function times(a: Range, b: Range): Range {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}
const NOTHING: Range = { low: 0, high: 0 };

/** A number on its way: what is settled, and what conditions add to it for as long as they last, by parameter. */
interface Held {
  readonly settled: Range;
  readonly lasting: ReadonlyMap<string, Range>;
}

const total = ({ settled, lasting }: Held): Range => [...lasting.values()].reduce(plus, settled);

/** Whether a guard holds for every value, for none or for some of those that an envelope allows. */
type Verdict = 'always' | 'never' | 'sometimes';

function verdict(guard: Guard, read: (address: Address) => Range, view: GuardView): Verdict {
  const inside = (term: Guard) => verdict(term, read, view);
  if ('all' in guard) {
    const found = guard.all.map(inside);
    return found.includes('never') ? 'never' : found.includes('sometimes') ? 'sometimes' : 'always';
  }
  if ('any' in guard) {
    const found = guard.any.map(inside);
    return found.includes('always') ? 'always' : found.includes('sometimes') ? 'sometimes' : 'never';
  }
  if ('not' in guard) {
    const found = inside(guard.not);
    return found === 'sometimes' ? found : found === 'always' ? 'never' : 'always';
  }
  if ('indicator' in guard) {
    const { low, high } = read(guard.indicator);
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = guard;
    if (high < atLeast || low > atMost) return 'never';
    return low >= atLeast && high <= atMost ? 'always' : 'sometimes';
  }
  return holds(guard, view) ? 'always' : 'never';
}

const size = ({ estimate }: Effect): Range => {
  const { low, high } = toTriple(estimate);
  return { low, high };
};

/**
 * Follows every number's least and greatest value along a line that is held, as the draws hold it: moves, targets and conditions are
 * those of the central walk, and only sizes vary. Every draw lies within. `positions` are the opening, then one per move.
 */
export function envelopeAlong(scenario: Scenario, line: Line, positions: readonly Position[]): Envelope {
  const numbers = new Map<Address, Held>(
    [...quantities(scenario).values()].map(({ address, initial }) => {
      const { low, high } = toTriple(initial);
      return [address, { settled: { low, high }, lasting: new Map() }];
    }),
  );
  for (const [index, move] of line.entries()) {
    const position = positions[index];
    if (position === undefined) throw new RangeError('a line needs a position before every move');
    follow(scenario, numbers, move, position);
  }
  return new Map([...numbers].map(([address, held]) => [address, total(held)]));
}

function follow(scenario: Scenario, numbers: Map<Address, Held>, move: MoveId, position: Position): void {
  const before = new Map([...numbers].map(([address, held]) => [address, total(held)]));
  const raw = (address: Address): Range => before.get(address) ?? NOTHING;
  const clipped = (address: Address): Range => clippedRange(scenario, address, raw(address));
  const view = guardView(scenario, position);
  const applies = ({ when }: Effect): Verdict => (when === undefined ? 'always' : verdict(when, clipped, view));
  const added = (effect: Effect): Range => {
    const { scaled } = effect;
    const [least, most] = [0, 2];
    const factor =
      scaled === undefined ? { low: 1, high: 1 } : times(raw(scaled.by), { low: 1 / scaled.ref, high: 1 / scaled.ref });
    const within = { low: clip(factor.low, [least, most]), high: clip(factor.high, [least, most]) };
    const whole = times(size(effect), within);
    const found = applies(effect);
    return found === 'always' ? whole : found === 'never' ? NOTHING : hull(NOTHING, whole);
  };
  const change = (address: Address, to: (held: Held) => Held) => {
    const held = numbers.get(address);
    if (held !== undefined) numbers.set(address, to(held));
  };
  /** The same size whenever it is read, so that what was added is taken back exactly. */
  const isConstant = ({ scaled, when }: Effect) => scaled === undefined && when === undefined;

  const shock = readShock(move);
  const played = shock === undefined ? moveAt(scenario, move) : undefined;
  const brings =
    shock === undefined
      ? played === undefined
        ? []
        : effectsOfMove(scenario, played)
      : effectsOfCondition(scenario, shock.condition, shock.state);
  const left =
    shock === undefined
      ? []
      : effectsOfCondition(scenario, shock.condition, position.conditions[shock.condition] ?? '');
  for (const effect of brings.filter(({ operation }) => operation === 'add')) {
    change(effect.address, ({ settled, lasting }) =>
      shock !== undefined && isConstant(effect)
        ? { settled, lasting: new Map([...lasting, [effect.parameter, size(effect)]]) }
        : { settled: plus(settled, added(effect)), lasting },
    );
  }
  for (const effect of left.filter(({ operation }) => operation === 'add')) {
    change(effect.address, ({ settled, lasting }) =>
      lasting.has(effect.parameter)
        ? { settled, lasting: new Map([...lasting].filter(([parameter]) => parameter !== effect.parameter)) }
        : { settled: minus(settled, added(effect)), lasting },
    );
  }
  for (const effect of brings.filter(({ operation }) => operation !== 'add')) {
    const found = applies(effect);
    if (found === 'never') continue;
    change(effect.address, (held) => {
      const now = total(held);
      const then = effect.operation === 'set' ? size(effect) : times(now, size(effect));
      return { settled: found === 'always' ? then : hull(now, then), lasting: new Map() };
    });
  }
}

function clippedRange(scenario: Scenario, address: Address, { low, high }: Range): Range {
  const { range } = quantityAt(scenario, address);
  return { low: clip(low, range), high: clip(high, range) };
}

const within = (scenario: Scenario, envelope: Envelope, address: Address): Range =>
  clippedRange(scenario, address, envelope.get(address) ?? NOTHING);

/** The least and greatest leverage that an envelope allows: the weighted lows and highs of its drivers. */
export function leverageEnvelope(scenario: Scenario, actor: string, envelope: Envelope): Range {
  const parts = Object.entries(leverageWeights(scenario, actor)).map(([driver, weight]) => {
    const { low, high } = within(scenario, envelope, driverAddress(actor, driver));
    return { low: weight * low, high: weight * high };
  });
  return parts.reduce(plus, NOTHING);
}

/** The least and greatest payoff that an envelope allows: the weighted least and greatest worth of each stake. */
export function payoffEnvelope(scenario: Scenario, actor: string, envelope: Envelope): Range {
  const parts = Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, stake]) => {
    const { low, high } = within(scenario, envelope, address);
    // Worth is linear between the points of its curve, so its extremes lie at those or at the ends.
    const bends = [stake.worst, stake.best, ...(stake.curve ?? []).map(([value]) => value)];
    const worths = [low, high, ...bends.filter((value) => value > low && value < high)].map((value) =>
      worth(stake, value),
    );
    return { low: 100 * stake.weight * Math.min(...worths), high: 100 * stake.weight * Math.max(...worths) };
  });
  return parts.reduce(plus, NOTHING);
}
