import { candidates, isDecision, isEnd, isStub, moveMeta, stateAt } from '../../src/domain/chart.ts';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { Guard } from '../../src/domain/guard.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { Candidate, Decision } from '../../src/domain/schema/branch.ts';
import type { FileEffect, FileEffects } from '../../src/domain/schema/parts.ts';

type Values = Readonly<Record<string, number>>;

/** Where a game stands, with all that happened on the way: nothing is counted ahead, everything is read off the story. */
export interface PlainPosition {
  readonly place: string;
  readonly values: Values;
  readonly line: Line;
  /** Every place that was entered, once for each time. */
  readonly entered: readonly string[];
}

const within = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value);

/** The mean of a PERT distribution. */
const mean = (estimate: Estimate): number =>
  typeof estimate === 'number' ? estimate : (estimate.low + 4 * estimate.mode + estimate.high) / 6;

/** The state of a condition: that of the last shock, else the first. */
function conditionAt(scenario: Scenario, line: Line, condition: string): string {
  const shocks = line.filter((id) => id.startsWith(`shock.${condition}.`));
  return shocks.at(-1)?.split('.')[2] ?? scenario.conditions[condition]?.initial ?? '';
}

/** A guard, read word for word from the rules: bounds are asked of the value within its range. */
function isTrue(scenario: Scenario, at: PlainPosition, guard: Guard): boolean {
  if ('all' in guard) return !guard.all.some((part) => !isTrue(scenario, at, part));
  if ('any' in guard) return guard.any.filter((part) => isTrue(scenario, at, part)).length > 0;
  if ('not' in guard) return !isTrue(scenario, at, guard.not);
  if ('condition' in guard) return conditionAt(scenario, at.line, guard.condition) === guard.is;
  if ('played' in guard) return at.line.includes(guard.played);
  if (!('indicator' in guard)) throw new TypeError('a file has no such guard');
  const [low, high] = scenario.indicators[guard.indicator]?.range ?? [0, 100];
  const value = within(at.values[guard.indicator] ?? Number.NaN, low, high);
  const { atLeast, atMost } = guard;
  return !(atLeast !== undefined && value < atLeast) && !(atMost !== undefined && value > atMost);
}

/** An effect as written at length: one operation with its size, what it is scaled by, and when it holds. */
function atLength(scenario: Scenario, address: string, effect: FileEffect) {
  const written = typeof effect === 'object' && !('mode' in effect) ? effect : { add: effect };
  const kind = written.set !== undefined ? 'set' : written.scale !== undefined ? 'scale' : 'add';
  const size = written[kind];
  const unit = scenario.indicators[address]?.unit ?? 'index';
  const estimate = typeof size === 'string' ? scenario.scale.tables[unit]?.[size] : size;
  const { scaled, when } = written as { scaled?: { by: string; ref: number }; when?: Guard };
  return { kind, size: mean(estimate ?? Number.NaN), scaled, when };
}

/** The values after some effects come and others go, each read at the position before. */
function changed(scenario: Scenario, at: PlainPosition, come: FileEffects = {}, go: FileEffects = {}): Values {
  const added = (address: string, effect: FileEffect | undefined): number => {
    if (effect === undefined) return 0;
    const { kind, size, scaled, when } = atLength(scenario, address, effect);
    if (kind !== 'add' || (when !== undefined && !isTrue(scenario, at, when))) return 0;
    return scaled === undefined ? size : size * within((at.values[scaled.by] ?? Number.NaN) / scaled.ref, 0, 2);
  };
  const after = (address: string, before: number): number => {
    const value = before + added(address, come[address]) - added(address, go[address]);
    const effect = come[address];
    if (effect === undefined) return value;
    const { kind, size, when } = atLength(scenario, address, effect);
    if (kind === 'add' || (when !== undefined && !isTrue(scenario, at, when))) return value;
    return kind === 'set' ? size : value * size;
  };
  return Object.fromEntries(Object.entries(at.values).map(([address, before]) => [address, after(address, before)]));
}

const moved = (at: PlainPosition, move: string, place: string, values: Values): PlainPosition => ({
  place,
  values,
  line: [...at.line, move],
  entered: [...at.entered, place],
});

/** The place that a candidate leads to, where its guard and the limit of that place allow it. */
function opening(
  scenario: Scenario,
  at: PlainPosition,
  branch: string,
  { target, guard }: Candidate,
): string | undefined {
  const local = stateAt(scenario, `${branch}.${target}`)?.state;
  const to = local !== undefined && isStub(local) ? local.meta.continues : `${branch}.${target}`;
  const state = stateAt(scenario, to)?.state;
  const limit = state !== undefined && isDecision(state) ? state.meta.limit : undefined;
  const isUsedUp = limit !== undefined && at.entered.filter((place) => place === to).length >= limit;
  return isUsedUp || (guard !== undefined && !isTrue(scenario, at, guard.params)) ? undefined : to;
}

function ofDecision(scenario: Scenario, at: PlainPosition, branch: string, { on, meta }: Decision) {
  const ways = Object.entries(on ?? {}).map(([name, move]) => {
    const targets = candidates(move);
    const to = targets.map((target) => opening(scenario, at, branch, target)).find((place) => place !== undefined);
    return { name, move, to, last: targets.at(-1)?.target ?? '' };
  });
  return ways.flatMap(({ name, move, to, last }): PlainPosition[] => {
    const noOther = ways.every((way) => way.name === name || way.to === undefined);
    const rescued = name === meta.whenNoneOpen && noOther ? opening(scenario, at, branch, { target: last }) : undefined;
    const place = to ?? rescued;
    if (place === undefined) return [];
    return [moved(at, `${at.place}.${name}`, place, changed(scenario, at, moveMeta(move).effects))];
  });
}

/** Where every open move leads, in the order of the file. */
export function plainMoves(scenario: Scenario, at: PlainPosition): readonly PlainPosition[] {
  const placed = stateAt(scenario, at.place);
  if (placed !== undefined) {
    return isDecision(placed.state) ? ofDecision(scenario, at, placed.branchId, placed.state) : [];
  }
  return Object.entries(scenario.table.on).map(([name, { target, meta }]) => {
    const place = `${target}.${scenario.branches[target]?.initial}`;
    return moved(at, `table.${name}`, place, changed(scenario, at, meta.effects));
  });
}

/** Where every shock that may strike leads; none at an end. A shock enters no place. */
export function plainShocks(scenario: Scenario, at: PlainPosition): readonly PlainPosition[] {
  const placed = stateAt(scenario, at.place);
  if (placed !== undefined && isEnd(placed.state)) return [];
  return Object.entries(scenario.conditions).flatMap(([condition, { states }]) => {
    const now = conditionAt(scenario, at.line, condition);
    const others = Object.entries(states).filter(([state]) => state !== now);
    return others.map(([state, { effects }]) => ({
      ...at,
      values: changed(scenario, at, effects, states[now]?.effects),
      line: [...at.line, `shock.${condition}.${state}`],
    }));
  });
}

function plainOpening(scenario: Scenario): PlainPosition {
  const indicators = Object.entries(scenario.indicators).map(([id, { initial }]) => [id, mean(initial)]);
  const drivers = Object.entries(scenario.drivers.initial).flatMap(([actor, block]) =>
    Object.entries(block).map(([driver, initial]) => [`${actor}.${driver}`, mean(initial)]),
  );
  return { place: 'table', values: Object.fromEntries([...indicators, ...drivers]), line: [], entered: [] };
}

/**
 * The slow and obvious version of the rules, which knows the files and nothing of machines: where a line leads. Throws where the rules
 * do not allow it.
 */
export function plainGame(scenario: Scenario, line: Line): PlainPosition {
  return line.reduce((at, id) => {
    const next = [...plainMoves(scenario, at), ...plainShocks(scenario, at)].find((one) => one.line.at(-1) === id);
    if (next === undefined) throw new Error(`the rules do not allow ${id} after ${at.line.join(' → ')}`);
    return next;
  }, plainOpening(scenario));
}
