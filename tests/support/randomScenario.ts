import fc from 'fast-check';
import type { Guard } from '../../src/domain/guard.ts';
import { type ScenarioFile, scenarioFile } from '../../src/domain/scenario.ts';

/** Draws a value; what is drawn first shrinks first. */
type Draw = <Value>(arbitrary: fc.Arbitrary<Value>) => Value;
type Mapping = Record<string, unknown>;

const ACTORS = ['ANN', 'BEN', 'CAT'] as const;
const PRINCIPALS = ['ANN', 'BEN'] as const;
const WORDS = ['++', '+', '-', '--', '?'];
const BASIS = { judgement: 'Drawn by lot.' };

const between = (min: number, max: number) => fc.integer({ min, max });
const some = (draw: Draw, percent: number): boolean => draw(between(1, 100)) <= percent;
const oneOf = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[draw(between(0, values.length - 1))] as Value;
const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** A number, or low ≤ mode ≤ high, within bounds. */
function estimate(draw: Draw, min: number, max: number): unknown {
  const [low, mode, high] = [0, 0, 0].map(() => draw(between(min, max))).sort((a, b) => a - b);
  return some(draw, 40) ? mode : { low, mode, high };
}

/** Shares that sum to 1, none of them 0. */
function shares(draw: Draw, count: number): readonly number[] {
  const parts = Array.from({ length: count }, () => draw(between(1, 9)));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** What the guards and effects of a scenario may speak of. */
interface Vocabulary {
  /** Indicator or driver → its unit and range. */
  readonly quantities: ReadonlyMap<string, { readonly unit: string; readonly range: readonly [number, number] }>;
  readonly conditions: ReadonlyMap<string, readonly string[]>;
  readonly moves: readonly string[];
}

function term(draw: Draw, { quantities, conditions, moves }: Vocabulary): Guard {
  const kind = draw(between(0, 9));
  if (kind < 3 && moves.length > 0) return { played: oneOf(draw, moves) };
  if (kind < 6 && conditions.size > 0) {
    const [condition, states] = oneOf(draw, [...conditions]);
    return { condition, is: oneOf(draw, states) };
  }
  const [indicator, { range }] = oneOf(draw, [...quantities]);
  // The ends of a range are where a value within it and one beyond it differ.
  const bound = some(draw, 40) ? oneOf(draw, range) : draw(between(...range));
  return some(draw, 50) ? { indicator, atLeast: bound } : { indicator, atMost: bound };
}

function guard(draw: Draw, vocabulary: Vocabulary, depth = 0): Guard {
  const kind = depth > 1 ? 9 : draw(between(0, 9));
  const parts = () => Array.from({ length: draw(between(1, 2)) }, () => guard(draw, vocabulary, depth + 1));
  if (kind === 0) return { all: parts() };
  if (kind === 1) return { any: parts() };
  if (kind === 2) return { not: guard(draw, vocabulary, depth + 1) };
  return term(draw, vocabulary);
}

function effect(draw: Draw, address: string, vocabulary: Vocabulary): unknown {
  const { unit, range } = vocabulary.quantities.get(address) as { unit: string; range: readonly [number, number] };
  const size = unit === 'index' && some(draw, 50) ? oneOf(draw, WORDS) : estimate(draw, -40, 40);
  const when = some(draw, 30) ? { when: guard(draw, vocabulary) } : {};
  const kind = draw(between(0, 9));
  if (kind < 4) return size;
  if (kind < 5) return { set: estimate(draw, ...range), ...when };
  if (kind < 6) return { scale: oneOf(draw, [0, 0.5, 1.5, { low: 0.5, mode: 1, high: 2 }]), ...when };
  const [by, other] = oneOf(draw, [...vocabulary.quantities]);
  const ref = draw(between(...other.range)) || other.range[1] || other.range[0];
  return { add: size, ...(some(draw, 50) ? { scaled: { by, ref } } : {}), ...when };
}

function effects(draw: Draw, vocabulary: Vocabulary): Mapping {
  const all = [...vocabulary.quantities.keys()];
  const chosen = fc.subarray(all, { maxLength: Math.min(3, all.length) });
  return Object.fromEntries(draw(chosen).map((address) => [address, effect(draw, address, vocabulary)]));
}

/** A decision as it is planned before its moves are written: where each of them leads. */
interface Plan {
  readonly branch: string;
  readonly key: string;
  /** Its place among all decisions: a move that leads to it from a later one, or from itself, closes a loop. */
  readonly order: number;
  readonly limit: number | undefined;
  readonly moves: readonly string[];
}

function plans(draw: Draw): readonly Plan[] {
  const branches = names('branch', draw(between(1, 3)));
  const all = branches.flatMap((branch) => names('step', draw(between(1, 4))).map((key) => ({ branch, key })));
  return all.map(({ branch, key }, order) => ({
    branch,
    key,
    order,
    limit: key !== 'step0' && some(draw, 40) ? draw(between(1, 2)) : undefined,
    moves: names('move', draw(between(1, 3))),
  }));
}

const stubKey = (target: Plan): string => `to_${target.branch}_${target.key}`;

/** The key by which a decision is targeted from another: its own, or that of a stub of the other's branch. */
const keyFrom = (from: Plan, to: Plan): string => (from.branch === to.branch ? to.key : stubKey(to));

/**
 * The targets of a decision's moves, in order. The first move always leads on: to the next decision of the branch where it has no
 * limit, else to the end without a deal; with guards or limits on the way there it has that end as its last target. So every decision
 * is reached, and every loop passes a limit.
 */
function targetsOf(draw: Draw, plan: Plan, all: readonly Plan[]): readonly (readonly string[])[] {
  const next = all.find(({ branch, order }) => branch === plan.branch && order === plan.order + 1);
  const may = all.filter(({ order, limit }) => order > plan.order || limit !== undefined);
  const ends = ['apart', 'agreed'];
  const anywhere = (): string =>
    may.length > 0 && some(draw, 70) ? keyFrom(plan, oneOf(draw, may)) : oneOf(draw, ends);
  return plan.moves.map((_, index) => {
    if (index > 0) return some(draw, 30) ? [anywhere(), anywhere()] : [anywhere()];
    if (next === undefined) return ['agreed', 'apart'];
    return next.limit === undefined && some(draw, 50) ? [next.key] : [next.key, 'apart'];
  });
}

function moveMeta(draw: Draw, vocabulary: Vocabulary, odds: Mapping): Mapping {
  const leans = some(draw, 20) ? { leans: { [oneOf(draw, [...vocabulary.quantities.keys()])]: { per: 0.01 } } } : {};
  return { label: 'Go on', ...odds, ...leans, effects: effects(draw, vocabulary), basis: BASIS };
}

function decision(draw: Draw, plan: Plan, targets: readonly (readonly string[])[], vocabulary: Vocabulary): Mapping {
  const decides = oneOf(draw, ['chance', 'ANN', 'BEN', 'CAT', ['ANN', 'BEN'], ['CAT', 'ANN', 'BEN']]);
  const odds = shares(draw, plan.moves.length);
  // The first move may be shut as long as it is the one that opens when no other is.
  const rescued = some(draw, 30);
  const on = plan.moves.map((move, index): [string, unknown] => {
    const written = (targets[index] ?? []).map((target, at, list) => {
      const isSafe = index === 0 && at === list.length - 1 && !rescued;
      const isGuarded = !isSafe && (some(draw, 50) || (index === 0 && rescued));
      const meta = {
        meta: moveMeta(draw, vocabulary, {
          [decides === 'chance' ? 'likelihood' : 'tendency']: odds[index],
          ...(decides !== 'chance' && index > 0 && some(draw, 30) ? { kin: plan.moves[0] } : {}),
        }),
      };
      return {
        target,
        ...(isGuarded ? { guard: { type: 'holds', params: guard(draw, vocabulary) } } : {}),
        ...(at === 0 ? meta : {}),
      };
    });
    return [move, written.length === 1 ? written[0] : written];
  });
  const meta = {
    decides,
    ask: 'What now?',
    ...(typeof decides === 'string' ? {} : { noAgreement: plan.moves[0] }),
    ...(rescued ? { whenNoneOpen: plan.moves[0] } : {}),
    ...(plan.limit === undefined ? {} : { limit: plan.limit }),
  };
  return { meta, on: Object.fromEntries(on) };
}

function branches(draw: Draw, all: readonly Plan[], vocabulary: Vocabulary): Mapping {
  const planned = all.map((plan) => ({ plan, targets: targetsOf(draw, plan, all) }));
  const end = (agreement: boolean) => ({
    type: 'final',
    meta: { label: 'An end', agreement, describes: 'So it ended.' },
  });
  return Object.fromEntries(
    [...new Set(all.map(({ branch }) => branch))].map((id) => {
      const own = planned.filter(({ plan }) => plan.branch === id);
      const used = new Set(own.flatMap(({ targets }) => targets.flat()));
      const stubs = all.flatMap((plan): [string, unknown][] =>
        used.has(stubKey(plan))
          ? [[stubKey(plan), { type: 'final', meta: { continues: `${plan.branch}.${plan.key}` } }]]
          : [],
      );
      const states = [
        ...own.map(({ plan, targets }): [string, unknown] => [plan.key, decision(draw, plan, targets, vocabulary)]),
        ...stubs,
        ['agreed', end(some(draw, 70))] as const,
        ['apart', end(false)] as const,
      ];
      const noDeal = { end: 'apart', effects: effects(draw, vocabulary), basis: BASIS };
      return [id, { id, initial: 'step0', meta: { noDeal }, states: Object.fromEntries(states) }];
    }),
  );
}

function conditions(draw: Draw, planned: ReadonlyMap<string, readonly string[]>, vocabulary: Vocabulary): Mapping {
  return Object.fromEntries(
    [...planned].map(([id, states]) => {
      const entries = states.map((state, index): [string, unknown] => {
        const changes = index === 0 ? {} : { effects: effects(draw, vocabulary), basis: BASIS };
        return [state, { label: state, ...changes }];
      });
      return [id, { label: id, initial: states[0], states: Object.fromEntries(entries) }];
    }),
  );
}

function stakes(draw: Draw, indicators: readonly (readonly [string, readonly [number, number]])[]): Mapping {
  const weights = shares(draw, indicators.length);
  const items = indicators.map(([id, [low, high]], index): [string, unknown] => {
    const [worst, best] = some(draw, 50) ? [low, high] : [high, low];
    return [id, { weight: weights[index], worst, best }];
  });
  return { ...Object.fromEntries(items), basis: BASIS };
}

function draft(draw: Draw): unknown {
  const ids = names('indicator', draw(between(1, 3)));
  const ranges = ids.map((id): readonly [string, readonly [number, number]] => {
    const low = draw(between(-50, 50));
    return [id, [low, low + draw(between(1, 100))]];
  });
  const units = ids.map(() => oneOf(draw, ['index', 'days']));
  const drivers = names('driver', draw(between(1, 3)));
  const all = plans(draw);
  const vocabulary: Vocabulary = {
    quantities: new Map([
      ...ranges.map(([id, range], index) => [id, { unit: units[index] ?? '', range }] as const),
      ...PRINCIPALS.flatMap((actor) =>
        drivers.map((driver) => [`${actor}.${driver}`, { unit: 'index', range: [0, 100] }] as const),
      ),
    ]),
    conditions: new Map(names('condition', draw(between(0, 2))).map((id) => [id, names('state', draw(between(2, 3)))])),
    moves: all.flatMap(({ branch, key, moves }) => moves.map((move) => `${branch}.${key}.${move}`)),
  };
  const block = () => Object.fromEntries(drivers.map((driver) => [driver, estimate(draw, 0, 100)]));
  const table = [...new Set(all.map(({ branch }) => branch))].map((branch) => [
    branch,
    { target: branch, meta: { label: branch, effects: effects(draw, vocabulary), basis: BASIS } },
  ]);
  return {
    format: 1,
    id: 'random',
    version: '1.0.0',
    title: 'Drawn by lot',
    language: 'en',
    readingDate: '2025-03-14',
    author: { name: 'Nobody', licence: 'CC0-1.0' },
    summary: 'A scenario that nobody wrote.',
    actors: Object.fromEntries(
      ACTORS.map((id, index) => [
        id,
        { name: id, shape: 'circle', colour: index + 1, ...(id === 'CAT' ? {} : { principal: true }) },
      ]),
    ),
    indicators: Object.fromEntries(
      ranges.map(([id, range], index) => [
        id,
        { label: id, unit: units[index], range, initial: estimate(draw, ...range), basis: BASIS },
      ]),
    ),
    drivers: {
      labels: Object.fromEntries(drivers.map((driver) => [driver, driver])),
      ...Object.fromEntries(PRINCIPALS.map((actor) => [actor, { ...block(), basis: BASIS }])),
    },
    stakes: Object.fromEntries(PRINCIPALS.map((actor) => [actor, stakes(draw, ranges)])),
    scale: {
      index: { '++': 12, '+': { low: 2, mode: 5, high: 10 }, '-': -5, '--': { low: -20, mode: -12, high: -6 }, '?': 0 },
      basis: BASIS,
    },
    conditions: conditions(draw, vocabulary.conditions, vocabulary),
    table: { meta: { decides: 'user', ask: 'Where?' }, on: Object.fromEntries(table) },
    branches: branches(draw, all, vocabulary),
  };
}

/**
 * Small sound scenarios drawn by lot, as their files would say them: guards, scaled and conditional effects, loops with limits, several
 * targets, moves that open when no other is, links between branches, conditions, chance and joint decisions.
 */
export const randomScenarioFile: fc.Arbitrary<ScenarioFile> = fc
  .gen()
  .map((gen) => scenarioFile.parse(draft((arbitrary) => gen(() => arbitrary))));
