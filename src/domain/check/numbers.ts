import { isChance, isDecision, isJoint, moveMeta, placedStates } from '../chart.ts';
import { type Estimate, toTriple } from '../estimate.ts';
import { terms } from '../guard.ts';
import { DRIVER_RANGE, quantities } from '../indicators.ts';
import { error, type Path, type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { writtenEffects, writtenGuards, writtenMoves } from './walkFile.ts';

/** Sums that must be 1 may miss it by this much. */
const SUM_TOLERANCE = 1e-9;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const isOne = (total: number): boolean => Math.abs(total - 1) <= SUM_TOLERANCE;
const shown = (value: number): string => String(Number(value.toPrecision(6)));

function rangeProblem(estimate: Estimate, [low, high]: readonly [number, number], path: Path): readonly Problem[] {
  const triple = toTriple(estimate);
  if (triple.low >= low && triple.high <= high) return [];
  const found = typeof estimate === 'number' ? String(estimate) : `${triple.low} to ${triple.high}`;
  return [error('out-of-range', path, `${found} lies outside the range ${low} to ${high}`)];
}

/** Start values, stakes, `set` effects, guard bounds, likelihoods and tendencies outside what they may be. */
export function rangeProblems(scenario: Scenario): readonly Problem[] {
  const found: Problem[] = [];
  const all = quantities(scenario);
  for (const [id, { initial, range }] of Object.entries(scenario.indicators))
    found.push(...rangeProblem(initial, range, ['indicators', id, 'initial']));
  for (const [actor, block] of Object.entries(scenario.drivers.initial)) {
    for (const [driver, initial] of Object.entries(block))
      found.push(...rangeProblem(initial, DRIVER_RANGE, ['drivers', actor, driver]));
  }
  for (const [actor, { items }] of Object.entries(scenario.stakes)) {
    for (const [address, stake] of Object.entries(items)) {
      const range = all.get(address)?.range;
      const path: Path = ['stakes', actor, address];
      if (range !== undefined) {
        found.push(
          ...rangeProblem(stake.worst, range, [...path, 'worst']),
          ...rangeProblem(stake.best, range, [...path, 'best']),
        );
      }
      const [first, last] = [stake.curve?.[0], stake.curve?.at(-1)];
      if (first !== undefined && last !== undefined) {
        const fits = first[0] === stake.worst && first[1] === 0 && last[0] === stake.best && last[1] === 1;
        const steps = (stake.curve ?? []).slice(1).every(([x, v], index) => {
          const [beforeX, beforeV] = stake.curve?.[index] ?? [x, v];
          return (stake.best > stake.worst ? x > beforeX : x < beforeX) && v >= beforeV;
        });
        if (!fits || !steps) {
          const message = 'a curve runs from [worst, 0] to [best, 1], value by value towards best, and never falls';
          found.push(error('stake-curve', [...path, 'curve'], message));
        }
      }
    }
  }
  for (const { path, effects } of writtenEffects(scenario)) {
    for (const [address, effect] of Object.entries(effects)) {
      const range = all.get(address)?.range;
      if (range !== undefined && typeof effect === 'object' && 'set' in effect && effect.set !== undefined) {
        found.push(...rangeProblem(effect.set, range, [...path, address, 'set']));
      }
      if (
        typeof effect === 'object' &&
        'scale' in effect &&
        effect.scale !== undefined &&
        toTriple(effect.scale).low < 0
      ) {
        found.push(
          error('out-of-range', [...path, address, 'scale'], 'a `scale` multiplies, so it must not be below 0'),
        );
      }
    }
  }
  for (const { path, guard } of writtenGuards(scenario)) {
    for (const term of terms(guard)) {
      const range = 'indicator' in term ? all.get(term.indicator)?.range : undefined;
      if (range === undefined || !('indicator' in term)) continue;
      for (const bound of [term.atLeast, term.atMost]) {
        if (bound !== undefined && (bound < range[0] || bound > range[1])) {
          found.push(
            error(
              'out-of-range',
              path,
              `the bound ${bound} on ${term.indicator} lies outside its range ${range[0]} to ${range[1]}`,
            ),
          );
        }
      }
    }
  }
  for (const { meta, metaPath } of writtenMoves(scenario)) {
    for (const name of ['likelihood', 'tendency'] as const) {
      const value = meta[name];
      if (value !== undefined) found.push(...rangeProblem(value, [0, 1], [...metaPath, name]));
    }
  }
  return found;
}

/** Likelihoods at a chance state, and weights, must sum to 1. */
export function sumProblems(scenario: Scenario): readonly Problem[] {
  const found: Problem[] = [];
  for (const { branchId, key, state } of placedStates(scenario)) {
    if (!isDecision(state)) continue;
    const path: Path = ['branches', branchId, 'states', key];
    const moves = Object.entries(state.on ?? {}).map(([name, move]) => ({ name, meta: moveMeta(move) }));
    for (const { name, meta } of moves) {
      if (isChance(state) && meta.likelihood === undefined) {
        found.push(
          error('missing-key', [...path, 'on', name], `\`${name}\` is a move of chance, so it needs a likelihood`),
        );
      }
      if (!isChance(state) && meta.likelihood !== undefined) {
        found.push(
          error(
            'likelihood-of-actor',
            [...path, 'on', name],
            'actors have tendencies; only chance has likelihoods',
            'write `tendency`',
          ),
        );
      }
    }
    const total = sum(moves.map(({ meta }) => toTriple(meta.likelihood ?? 0).mode));
    if (
      isChance(state) &&
      moves.length > 0 &&
      moves.every(({ meta }) => meta.likelihood !== undefined) &&
      !isOne(total)
    ) {
      found.push(
        error('likelihood-sum', [...path, 'on'], `the likelihoods here (their modes) sum to ${shown(total)}, not 1`),
      );
    }
  }
  for (const [actor, { weights }] of Object.entries(scenario.leverage)) {
    const total = sum(Object.values(weights));
    if (!isOne(total))
      found.push(error('weight-sum', ['leverage', actor, 'weights'], `these weights sum to ${shown(total)}, not 1`));
  }
  for (const [actor, { items }] of Object.entries(scenario.stakes)) {
    const total = sum(Object.values(items).map(({ weight }) => weight));
    if (!isOne(total))
      found.push(error('weight-sum', ['stakes', actor], `the swing weights of ${actor} sum to ${shown(total)}, not 1`));
  }
  return found;
}

/** Numbers without a basis: of an indicator, an actor's block, a condition's state, a move, the scale, a posture. */
export function basisProblems(scenario: Scenario): readonly Problem[] {
  const found: Problem[] = [];
  const need = (basis: unknown, path: Path, what: string) => {
    if (basis !== undefined) return;
    found.push(
      error(
        'missing-basis',
        path,
        `${what} has numbers but no basis`,
        'add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
      ),
    );
  };
  for (const [id, { basis }] of Object.entries(scenario.indicators))
    need(basis, ['indicators', id], `the indicator \`${id}\``);
  for (const [actor, basis] of Object.entries(scenario.drivers.basis))
    need(basis, ['drivers', actor], `the block of ${actor}`);
  for (const [actor, { basis }] of Object.entries(scenario.leverage))
    need(basis, ['leverage', actor], `the weights of ${actor}`);
  for (const [actor, { basis }] of Object.entries(scenario.stakes))
    need(basis, ['stakes', actor], `the stakes of ${actor}`);
  if (Object.keys(scenario.scale.tables).length > 0) need(scenario.scale.basis, ['scale'], 'the scale');
  const { indifference } = scenario.postures ?? {};
  if (indifference !== undefined) need(indifference.basis, ['postures', 'indifference'], 'the indifference');
  for (const { path, effects, basis } of writtenEffects(scenario)) {
    if (Object.keys(effects).length > 0)
      need(basis, path.slice(0, -1), `\`${String(path.at(-2) === 'meta' ? path.at(-3) : path.at(-2))}\``);
  }
  for (const { meta, path, metaPath } of writtenMoves(scenario)) {
    const noEffects = Object.keys(meta.effects ?? {}).length === 0;
    if (noEffects && (meta.tendency !== undefined || meta.likelihood !== undefined))
      need(meta.basis, metaPath, `the move \`${String(path.at(-1))}\``);
  }
  return found;
}

/** Exactly two principals with stakes; every scored actor with the same kind of block; no indicator that nothing reads. */
export function completenessProblems(scenario: Scenario): readonly Problem[] {
  const found: Problem[] = [];
  const principals = Object.entries(scenario.actors).filter(([, { principal }]) => principal === true);
  if (principals.length !== 2) {
    found.push(
      error(
        'principals',
        ['actors'],
        `there are ${principals.length} principals; there must be two, the actors who must agree`,
      ),
    );
  }
  for (const [actor] of principals) {
    if (!Object.hasOwn(scenario.stakes, actor))
      found.push(
        error(
          'principal-without-stakes',
          ['actors', actor],
          `the principal ${actor} has no stakes`,
          `add a block \`stakes.${actor}\``,
        ),
      );
    if (!Object.hasOwn(scenario.drivers.initial, actor))
      found.push(
        error(
          'principal-without-drivers',
          ['actors', actor],
          `the principal ${actor} has no leverage drivers`,
          `add a block \`drivers.${actor}\``,
        ),
      );
  }
  const read = new Set<string>();
  for (const { items } of Object.values(scenario.stakes)) for (const address of Object.keys(items)) read.add(address);
  for (const { guard } of writtenGuards(scenario))
    for (const term of terms(guard)) if ('indicator' in term) read.add(term.indicator);
  for (const { meta } of writtenMoves(scenario)) for (const address of Object.keys(meta.leans ?? {})) read.add(address);
  for (const { effects } of writtenEffects(scenario)) {
    for (const effect of Object.values(effects))
      if (typeof effect === 'object' && 'scaled' in effect && effect.scaled !== undefined) read.add(effect.scaled.by);
  }
  for (const id of Object.keys(scenario.indicators)) {
    if (!read.has(id)) {
      found.push(
        error(
          'unread-indicator',
          ['indicators', id],
          `nothing reads the indicator \`${id}\``,
          'put it in a stake, a guard, `scaled` or `leans`, or remove it',
        ),
      );
    }
  }
  for (const { branchId, key, state } of placedStates(scenario)) {
    if (!isDecision(state) || isChance(state)) continue;
    const without = Object.entries(state.on ?? {}).filter(([, move]) => moveMeta(move).tendency === undefined);
    if (without.length > 0 && without.length < Object.keys(state.on ?? {}).length) {
      const names = without.map(([name]) => name).join(', ');
      found.push(
        warning(
          'partial-tendencies',
          ['branches', branchId, 'states', key, 'on'],
          `some moves here have a tendency, but not: ${names}`,
        ),
      );
    }
  }
  for (const { branchId, key, state } of placedStates(scenario)) {
    if (!isDecision(state) || !isJoint(state)) continue;
    if (state.meta.noAgreement === undefined) {
      const message = `\`${key}\` is decided jointly, so it must say what happens when they do not agree`;
      found.push(
        error(
          'joint-without-no-agreement',
          ['branches', branchId, 'states', key, 'meta'],
          message,
          'name a move in `noAgreement`',
        ),
      );
    }
  }
  return found;
}
