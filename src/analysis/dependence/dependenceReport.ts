import { actorName, principals } from '../../domain/actors.ts';
import type { MoveId } from '../../domain/identifier.ts';
import type { DrawnValues } from '../drawnValues.ts';
import { BALANCE_GAP, BALANCE_NEEDED, type Balances, balancesAt } from './balances.ts';
import { type DependenceTree, nodeAfter } from './dependenceTree.ts';
import { walkAwayAt } from './walkAwayColumns.ts';

/** Who depends on whom at a position, as a command prints it and a program reads it. */
export interface DependenceReport {
  /** Per principal, the part of what it could still have that only agreement gives, 0 to 1; null where there is no number. */
  readonly byActor: Readonly<Record<string, number>> | null;
  /** The balance of the first principal over the second by dependence, 0 to 100, 50 is even; null where there is none. */
  readonly balance: number | null;
  /** The same by the analyst's score. */
  readonly score: number;
  /** Whether the two differ by more than 15 in at least 16 of 20 draws. */
  readonly disagrees: boolean;
  readonly draws: Balances['draws'];
  /** The finding in words. */
  readonly sentence: string;
  readonly assumptions: readonly string[];
  readonly method: string;
  readonly source: string;
}

/** Walking away and dependence at one position. */
export interface WalkAwayReport {
  /** Per actor with stakes, what walking away is worth, in its own points; null at the table and at ends. */
  readonly walkAway: Readonly<Record<string, number>> | null;
  /** Per actor with stakes, what solved play is worth more than walking away, signed. It is not leverage. */
  readonly solvedGain: Readonly<Record<string, number>> | null;
  readonly dependence: DependenceReport;
}

/** What is asked at a position of a tree. */
export interface WalkAwayReportAsk {
  readonly of: DependenceTree;
  /** The moves from the root of the tree to the position. */
  readonly moves: readonly MoveId[];
  /** The values at the root in every draw, and the sizes of effects, of one seed. */
  readonly drawn: DrawnValues;
  readonly sizes: readonly Float64Array[];
  readonly seed: number;
  /** Per actor with stakes, what solved play is worth from the position on. */
  readonly solved: readonly number[];
  readonly nameOf: (actor: string) => string;
}

const METHOD = 'dependence on agreement: what could still be had over walking away';
const SOURCE = 'Emerson 1962, Power-Dependence Relations';

const whole = (points: number): number => Math.round(points);

/** The finding in words, from the rounded numbers that stand beside it. */
export function dependenceSentence(
  [one, other]: readonly [string, string],
  balances: Balances,
  canWalkAway: boolean,
): string {
  if (!canWalkAway) return 'No balance by dependence: at the table and at ends there is nothing to walk away from.';
  const { dependence, score, draws, disagrees } = balances;
  if (dependence === undefined) return 'No balance by dependence: no reachable end both prefer to walking away.';
  const scored = `by the score the balance of ${one} over ${other} is ${whole(score)}, by dependence ${whole(dependence)} (50 is even)`;
  const counted = `differ by more than ${BALANCE_GAP} in ${draws.differing} of ${draws.count} draws`;
  return disagrees
    ? `The score and the game disagree: ${scored}. They ${counted}.`
    : `No disagreement is claimed: ${scored}. They ${counted}; ${BALANCE_NEEDED} would be needed.`;
}

const assumptionsOf = ({ count, seed }: Balances['draws']): readonly string[] => [
  'Walking away is the branch’s own end without a deal, or an actor’s alternative where that is more, with its effects, from the position as it stands.',
  'Dependence counts every agreement that can be reached and that neither principal likes less than walking away, however unlikely it is.',
  `The comparison is made in ${count} draws (seed ${seed}) of all start values and effects with common errors; what may follow is held.`,
];

/** Reads walking away and dependence at a position. Throws RangeError where one of the moves is not open. */
export function walkAwayReport(ask: WalkAwayReportAsk): WalkAwayReport {
  const { of, moves, solved, nameOf } = ask;
  const { kernel } = of;
  const node = nodeAfter(of, moves);
  if (node === undefined) throw new RangeError(`not every move is open: ${moves.join(', ')}`);
  const { actors } = kernel.stakes;
  const apart = walkAwayAt({ ...kernel, tree: of.tree }, node);
  const perActor = (read: (points: number, actor: number) => number): Readonly<Record<string, number>> | null =>
    apart === undefined
      ? null
      : Object.fromEntries(actors.map((id, actor) => [nameOf(id), read(apart[actor] as number, actor)]));
  const balances = balancesAt({ ...ask, node });
  const pair = principals(kernel.scenario);
  const [one, other] = pair;
  const { byPrincipal } = balances;
  return {
    walkAway: perActor((points) => points),
    solvedGain: perActor((points, actor) => (solved[actor] ?? Number.NaN) - points),
    dependence: {
      byActor: byPrincipal === undefined ? null : { [nameOf(one)]: byPrincipal[0], [nameOf(other)]: byPrincipal[1] },
      balance: balances.dependence ?? null,
      score: balances.score,
      disagrees: balances.disagrees,
      draws: balances.draws,
      sentence: dependenceSentence(
        [actorName(kernel.scenario, one), actorName(kernel.scenario, other)],
        balances,
        apart !== undefined,
      ),
      assumptions: assumptionsOf(balances.draws),
      method: METHOD,
      source: SOURCE,
    },
  };
}
