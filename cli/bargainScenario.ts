import { SAME_POINT } from '../src/analysis/bargaining/bargainingPoints.ts';
import { type BargainReport, bargainReport } from '../src/analysis/bargaining/bargainReport.ts';
import { walkAwayAt } from '../src/analysis/dependence/walkAwayColumns.ts';
import { type Solution, solve } from '../src/analysis/rollback/solve.ts';
import { principals } from '../src/domain/actors.ts';
import { NODE } from '../src/domain/gameTree.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { listsOf } from './bargainSet.ts';
import { kernelOf, type ScenarioGame, scenarioGame, tooLarge } from './scenarioGame.ts';
import type { BranchRefusal } from './solveScenario.ts';

/** The bargaining set of one branch, with the game that it was read from. */
export interface BranchBargains {
  readonly branch: string;
  readonly game: ScenarioGame;
  readonly solution: Solution;
  /** The principals by id. */
  readonly parties: readonly [string, string];
  readonly report: BargainReport;
}

/** The bargaining sets of some branches of a scenario, each from its own beginning on, at central values and default conditions. */
export function bargainsOf(
  scenario: Scenario,
  branches: readonly string[],
  onBranch: (branch: string) => void = () => undefined,
): Result<readonly BranchBargains[], BranchRefusal> {
  const kernel = kernelOf(scenario);
  const parties = principals(scenario);
  const found: BranchBargains[] = [];
  for (const branch of branches) {
    onBranch(branch);
    const game = scenarioGame(scenario, branch, kernel);
    if (game === undefined) return fail({ branch, code: 'too-large', message: tooLarge(branches.length > 1) });
    const solution = solve(game.tree, { name: 'rational' });
    if (!solution.ok) return fail({ ...solution.error, branch });
    const [one, other] = parties.map((actor) => kernel.stakes.actors.indexOf(actor)) as [number, number];
    const apart = walkAwayAt({ ...kernel, tree: game.unfolded }, 0);
    const report = bargainReport({
      tree: game.tree,
      solution: solution.value,
      pair: [one, other],
      reservation: [apart?.[one] ?? null, apart?.[other] ?? null],
      endOf: game.labels.node,
    });
    found.push({ branch, game, solution: solution.value, parties, report });
  }
  return succeed(found);
}

/** Who makes a choice at a node: ids of actors with stakes, or chance. */
export function decidersAt({ tree }: Pick<ScenarioGame, 'tree'>, node: number): readonly string[] {
  if (tree.kind[node] === NODE.chance) return ['chance'];
  return (tree.deciders[tree.decider[node] as number] ?? []).map((actor) => tree.actors[actor] as string);
}

/** The move of a branch of the tree. */
const moveOf = ({ kernel, unfolded }: ScenarioGame, branch: number): string =>
  kernel.chart.moves[unfolded.move[branch] as number] as string;

/** How often a plan ends in each state, in the order of the plan. */
export function endStates({ labels }: ScenarioGame, ends: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const states = new Map<string, number>();
  for (const [node, odds] of ends) states.set(labels.node(node), (states.get(labels.node(node)) ?? 0) + odds);
  return states;
}

/** The names of bargains, in order: `b1`, `b2`, … */
export const bargainIds = ({ bargains }: BargainReport): readonly string[] =>
  bargains.map((_, index) => `b${index + 1}`);

/** The names of the outcomes of all ends: the end, with a number where several of its outcomes are kept. */
export function endIds({ game, report }: BranchBargains): readonly string[] {
  const states = report.ends.map(({ node }) => game.labels.node(node));
  const count = new Map<string, number>();
  return states.map((state) => {
    const number = (count.get(state) ?? 0) + 1;
    count.set(state, number);
    return states.indexOf(state) === states.lastIndexOf(state) ? state : `${state}#${number}`;
  });
}

/** The ends that solved play reaches, by state, with their odds. */
export function solvedEnds({ game, solution }: BranchBargains): ReadonlyMap<string, number> {
  const reached = new Map<number, number>();
  for (const [node, odds] of solution.columns.reach.entries())
    if (odds > 0 && game.tree.kind[node] === NODE.end) reached.set(node, odds);
  return endStates(game, reached);
}

/** The lists of what a binding agreement could reach, by the names of its bargains; none without a branch. */
export const bargainLists = (of: BranchBargains | undefined) =>
  of === undefined ? {} : listsOf(of.report.of, bargainIds(of.report));

/** The bargaining set of a branch as a program reads it. The lists are of what a binding agreement could reach; all ends stand apart. */
export function bargainsAnswer(of: BranchBargains) {
  const { game, report, parties } = of;
  const pair = (points: readonly (number | null)[]) =>
    Object.fromEntries(parties.map((actor, party) => [actor, points[party] ?? null]));
  const ids = bargainIds(report);
  const idsOfEnds = endIds(of);
  const { leftOnTable, thinned } = report;
  return {
    parties,
    walkAway: pair(report.reservation),
    ...listsOf(report.of, ids),
    ideal: report.of.ideal === null ? null : pair(report.of.ideal),
    points: Object.fromEntries(
      report.bargains.map(({ points, plan, isSolvedPlay }, index) => [
        ids[index] as string,
        {
          values: pair(points),
          isSolvedPlay,
          ends: Object.fromEntries(endStates(game, plan.ends)),
          plan: plan.steps.map(({ node, branch, share, isAgreed, depth }) => ({
            depth,
            by: decidersAt(game, node),
            move: moveOf(game, branch),
            odds: share,
            agreed: isAgreed,
          })),
        },
      ]),
    ),
    thinned,
    allEnds: {
      ...listsOf(report.ofEnds, idsOfEnds),
      points: Object.fromEntries(
        report.ends.map(({ node, points, line }, index) => [
          idsOfEnds[index] as string,
          { end: game.labels.node(node), values: pair(points), line: line.map((branch) => moveOf(game, branch)) },
        ]),
      ),
    },
    solvedPlay: {
      values: pair(leftOnTable.solved),
      ends: Object.fromEntries(solvedEnds(of)),
      leavesOnTheTable: pair(leftOnTable.gains),
      distanceToFrontier: leftOnTable.distance,
    },
    egalitarianAndUtilitarian: SAME_POINT,
  };
}
