import { candidates, isDecision, isEnd, isStub, moveMeta, stateAt } from '../../src/domain/chart.ts';
import { centralValue } from '../../src/domain/estimate.ts';
import type { Guard } from '../../src/domain/guard.ts';
import type { Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { Candidate, Decision } from '../../src/domain/schema/branch.ts';
import type { FileEffect, FileEffects } from '../../src/domain/schema/parts.ts';

/** Where a move leads and what the raw values are then. */
export interface Outcome {
  readonly to: string;
  readonly values: Readonly<Record<string, number>>;
}

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function rangeOf(scenario: Scenario, address: string): readonly [number, number] {
  return scenario.indicators[address]?.range ?? [0, 100];
}

/** A guard, read word for word from the rules: bounds are asked of the value within its range. */
function isTrue(scenario: Scenario, at: Position, guard: Guard): boolean {
  if ('all' in guard) return !guard.all.some((part) => !isTrue(scenario, at, part));
  if ('any' in guard) return guard.any.filter((part) => isTrue(scenario, at, part)).length > 0;
  if ('not' in guard) return !isTrue(scenario, at, guard.not);
  if ('condition' in guard) return at.conditions[guard.condition] === guard.is;
  if ('played' in guard) return at.played[guard.played] === true;
  if (!('indicator' in guard)) throw new TypeError('a file has no such guard');
  const value = between(at.values[guard.indicator] ?? Number.NaN, ...rangeOf(scenario, guard.indicator));
  return (
    !(guard.atLeast !== undefined && value < guard.atLeast) && !(guard.atMost !== undefined && value > guard.atMost)
  );
}

interface Sized {
  readonly kind: 'add' | 'scale' | 'set';
  readonly size: number;
}

function sized(scenario: Scenario, address: string, effect: FileEffect): Sized {
  const written = typeof effect === 'object' && !('mode' in effect) ? effect : { add: effect };
  const kind = written.set !== undefined ? 'set' : written.scale !== undefined ? 'scale' : 'add';
  const value = written[kind];
  const unit = scenario.indicators[address]?.unit ?? 'index';
  const estimate = typeof value === 'string' ? scenario.scale.tables[unit]?.[value] : value;
  return { kind, size: centralValue(estimate ?? Number.NaN) };
}

const extras = (effect: FileEffect) => (typeof effect === 'object' && !('mode' in effect) ? effect : {});

/** What an effect adds at a position, 0 where it does not add or its `when` does not hold. */
function added(scenario: Scenario, at: Position, address: string, effect: FileEffect): number {
  const { kind, size } = sized(scenario, address, effect);
  const { when, scaled } = extras(effect) as { when?: Guard; scaled?: { by: string; ref: number } };
  if (kind !== 'add' || (when !== undefined && !isTrue(scenario, at, when))) return 0;
  return scaled === undefined ? size : size * between((at.values[scaled.by] ?? Number.NaN) / scaled.ref, 0, 2);
}

/** The raw values after some effects come and others go, each read at the position before. */
function changed(scenario: Scenario, at: Position, come: FileEffects = {}, go: FileEffects = {}) {
  const values: Record<string, number> = {};
  for (const [address, before] of Object.entries(at.values)) {
    const [coming, going] = [come[address], go[address]];
    let value = before;
    if (coming !== undefined) value += added(scenario, at, address, coming);
    if (going !== undefined) value -= added(scenario, at, address, going);
    if (coming !== undefined) {
      const { kind, size } = sized(scenario, address, coming);
      const { when } = extras(coming) as { when?: Guard };
      const applies = when === undefined || isTrue(scenario, at, when);
      if (applies && kind === 'scale') value *= size;
      if (applies && kind === 'set') value = size;
    }
    values[address] = value;
  }
  return values;
}

/** The place that a candidate leads to, where its guard and the limit of that place allow it. */
function opening(scenario: Scenario, at: Position, branch: string, { target, guard }: Candidate): string | undefined {
  const local = stateAt(scenario, `${branch}.${target}`)?.state;
  const to = local !== undefined && isStub(local) ? local.meta.continues : `${branch}.${target}`;
  const state = stateAt(scenario, to)?.state;
  const limit = state !== undefined && isDecision(state) ? state.meta.limit : undefined;
  const isUsedUp = limit !== undefined && (at.visits[to] ?? 0) >= limit;
  return isUsedUp || (guard !== undefined && !isTrue(scenario, at, guard.params)) ? undefined : to;
}

function ofDecision(scenario: Scenario, at: Position, branch: string, key: string, decision: Decision) {
  const moves = Object.entries(decision.on ?? {});
  const ways = moves.map(([name, move]) => {
    const to = candidates(move)
      .map((candidate) => opening(scenario, at, branch, candidate))
      .find((place) => place !== undefined);
    return { name, move, to };
  });
  const { whenNoneOpen } = decision.meta;
  return new Map(
    ways.flatMap(({ name, move, to }): [string, Outcome][] => {
      const othersShut = ways.every((way) => way.name === name || way.to === undefined);
      const last = candidates(move).at(-1) as Candidate;
      const rescue =
        name === whenNoneOpen && othersShut
          ? opening(scenario, { ...at, visits: {} }, branch, { target: last.target })
          : undefined;
      const place = to ?? rescue;
      if (place === undefined) return [];
      return [[`${branch}.${key}.${name}`, { to: place, values: changed(scenario, at, moveMeta(move).effects) }]];
    }),
  );
}

/**
 * The slow and obvious version of the rules: every open move at a place, with where it leads and what it changes. It knows the files
 * and nothing of machines.
 */
export function plainMoves(scenario: Scenario, place: string, at: Position): ReadonlyMap<string, Outcome> {
  if (place === 'table') {
    return new Map(
      Object.entries(scenario.table.on).map(([name, { target, meta }]) => [
        `table.${name}`,
        { to: `${target}.${scenario.branches[target]?.initial}`, values: changed(scenario, at, meta.effects) },
      ]),
    );
  }
  const placed = stateAt(scenario, place);
  if (placed === undefined || !isDecision(placed.state)) return new Map();
  return ofDecision(scenario, at, placed.branchId, placed.key, placed.state);
}

/** Every shock that may strike at a place, with the raw values after it; none at an end. */
export function plainShocks(scenario: Scenario, place: string, at: Position): ReadonlyMap<string, Outcome> {
  const placed = stateAt(scenario, place);
  if (placed !== undefined && isEnd(placed.state)) return new Map();
  return new Map(
    Object.entries(scenario.conditions).flatMap(([condition, { states }]) => {
      const now = at.conditions[condition] ?? '';
      return Object.entries(states).flatMap(([state, { effects }]): [string, Outcome][] =>
        state === now
          ? []
          : [
              [
                `shock.${condition}.${state}`,
                { to: place, values: changed(scenario, at, effects, states[now]?.effects) },
              ],
            ],
      );
    }),
  );
}
