import { isChance, isDecision, moveMeta, placedStates } from '../chart.ts';
import { centralValue, type Estimate, toTriple } from '../estimate.ts';
import { error, inferred, type Path, type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Decision, FileMove, MoveMeta } from '../schema/branch.ts';
import { isAlwaysOpen } from './openness.ts';

/** Sums that must be 1 may miss it by this much. */
const SUM_TOLERANCE = 1e-9;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const isOne = (total: number): boolean => Math.abs(total - 1) <= SUM_TOLERANCE;
const shown = (value: number): string => String(Number(value.toPrecision(6)));

interface NamedMove {
  readonly name: string;
  readonly move: FileMove;
  readonly meta: MoveMeta;
  /** Path of the meta. */
  readonly path: Path;
}

const movesOf = (decision: Decision, on: Path): readonly NamedMove[] =>
  Object.entries(decision.on ?? {}).map(([name, move]) => ({
    name,
    move,
    meta: moveMeta(move),
    path: [...on, name, ...(Array.isArray(move) ? [0] : []), 'meta'],
  }));

/** The odds of every move of a decision, by either name, written in one target or several. */
const oddsGiven = (on: Path): readonly Path[] => [
  [...on, '*', 'meta', '*', '**'],
  [...on, '*', 0, 'meta', '*', '**'],
  [...on.slice(0, -1), 'meta', 'decides', '**'],
];

/** Chance has likelihoods and actors have tendencies. */
function kindProblems(chance: boolean, moves: readonly NamedMove[]): readonly Problem[] {
  return moves.flatMap(({ name, meta, path }): readonly Problem[] => {
    if (chance && meta.likelihood === undefined) {
      const message = `\`${name}\` is a move of chance, so it needs a likelihood`;
      return [inferred(error('missing-key', path, message, 'add `likelihood`'), [...path, 'likelihood'])];
    }
    if (chance && meta.tendency !== undefined) {
      return [
        error(
          'tendency-of-chance',
          [...path, 'tendency'],
          'chance has likelihoods; only actors have tendencies',
          'remove it',
        ),
      ];
    }
    if (!chance && meta.likelihood !== undefined) {
      const message = 'actors have tendencies; only chance has likelihoods';
      return [error('likelihood-of-actor', [...path, 'likelihood'], message, 'write `tendency`')];
    }
    return [];
  });
}

/** Whether some position may leave only moves whose odds are 0, so that there is nothing to divide by. */
function mayBeZero(
  scenario: Scenario,
  branchId: string,
  decision: Decision,
  odds: ReadonlyMap<FileMove, Estimate>,
): boolean {
  const isPositive = (move: FileMove): boolean => centralValue(odds.get(move) ?? 0) > 0;
  const moves = Object.values(decision.on ?? {});
  if (moves.every(isPositive)) return false;
  return !moves.some((move) => isPositive(move) && isAlwaysOpen(scenario, branchId, move));
}

function ofDecision(scenario: Scenario, branchId: string, key: string, decision: Decision): readonly Problem[] {
  const { decides } = decision.meta;
  // Where nobody known decides, that is the problem, and not what kind of odds the moves have.
  if (
    decides === undefined ||
    (typeof decides === 'string' && decides !== 'chance' && !Object.hasOwn(scenario.actors, decides))
  ) {
    return [];
  }
  const on: Path = ['branches', branchId, 'states', key, 'on'];
  const moves = movesOf(decision, on);
  const chance = isChance(decision);
  const kind = chance ? 'likelihood' : 'tendency';
  const found: Problem[] = [...kindProblems(chance, moves)];
  const odds = new Map(moves.flatMap(({ move, meta }) => (meta[kind] === undefined ? [] : [[move, meta[kind]]])));
  if (moves.length === 0 || odds.size === 0) return found;
  const without = moves.filter(({ move }) => !odds.has(move)).map(({ name }) => name);
  if (without.length > 0) {
    const message = `some moves here have a tendency, but not: ${without.join(', ')}`;
    if (!chance)
      found.push(
        inferred(warning('partial-tendencies', on, message, 'give every move one, or none'), ...oddsGiven(on)),
      );
    return found;
  }
  const total = sum([...odds.values()].map((estimate) => toTriple(estimate).mode));
  if (chance && !isOne(total)) {
    const message = `the likelihoods here (their modes) sum to ${shown(total)}, not 1`;
    found.push(inferred(error('likelihood-sum', on, message, 'change them until they sum to 1'), ...oddsGiven(on)));
  } else if (mayBeZero(scenario, branchId, decision, odds)) {
    const words = chance ? 'likelihoods' : 'tendencies';
    const message = `where only some of these moves are open, their ${words} may all be 0, so there are no odds`;
    found.push(inferred(error('no-odds', on, message, `give each a ${kind} above 0`), ...oddsGiven(on)));
  }
  return found;
}

function ofWeights(scenario: Scenario): readonly Problem[] {
  const ofLeverage = Object.entries(scenario.leverage).flatMap(([actor, { weights }]) => {
    const total = sum(Object.values(weights));
    const path: Path = ['leverage', actor, 'weights'];
    const problem = error(
      'weight-sum',
      path,
      `these weights sum to ${shown(total)}, not 1`,
      'change them until they sum to 1',
    );
    return isOne(total) ? [] : [inferred(problem, [...path, '**'])];
  });
  const ofStakes = Object.entries(scenario.stakes).flatMap(([actor, { items }]) => {
    const total = sum(Object.values(items).map(({ weight }) => weight));
    const path: Path = ['stakes', actor];
    const message = `the swing weights of ${actor} sum to ${shown(total)}, not 1`;
    const problem = error('weight-sum', path, message, 'change them until they sum to 1');
    return isOne(total) ? [] : [inferred(problem, [...path, '*', 'weight'])];
  });
  return [...ofLeverage, ...ofStakes];
}

/** Likelihoods and tendencies where they belong; likelihoods and weights that sum to 1; always some odds above 0. */
export const oddsProblems = (scenario: Scenario): readonly Problem[] => [
  ...placedStates(scenario).flatMap(({ branchId, key, state }) =>
    isDecision(state) ? ofDecision(scenario, branchId, key, state) : [],
  ),
  ...Object.entries(scenario.table.on).flatMap(([key, { meta }]) =>
    meta.likelihood === undefined
      ? []
      : [
          error(
            'likelihood-of-actor',
            ['table', 'on', key, 'meta', 'likelihood'],
            'the user chooses at the table; only chance has likelihoods',
            'remove it',
          ),
        ],
  ),
  ...ofWeights(scenario),
];
