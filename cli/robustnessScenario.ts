import { partDrawer } from '../src/analysis/kernel/drawTask.ts';
import { drawPlan } from '../src/analysis/kernel/drawTree.ts';
import { type DecisionRules, decisionRules, type Rule, regretOverDraws } from '../src/analysis/regret/regretTable.ts';
import {
  type Criteria,
  criteriaKernel,
  criteriaOf,
  heldCriteria,
  type WeightView,
  weightSpaceOf,
} from '../src/analysis/robustness/criteria.ts';
import { type RobustPath, robustPath } from '../src/analysis/robustness/robustPath.ts';
import { type SolvedBlock, weightSolver } from '../src/analysis/robustness/weightBlocks.ts';
import { type WeightFlip, weightFlips } from '../src/analysis/robustness/weightFlips.ts';
import { type Solution, solve } from '../src/analysis/rollback/solve.ts';
import { acceptability, confidenceFactor, weighted } from '../src/analysis/smaa/acceptability.ts';
import { type Ranking, rankOver } from '../src/analysis/smaa/rankOver.ts';
import { labelOf } from '../src/domain/chart.ts';
import { NODE } from '../src/domain/gameTree.ts';
import type { MoveId, StateId } from '../src/domain/identifier.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { blockKernel } from './blockKernel.ts';
import { type CaseValues, valuesInCases } from './namedCases.ts';
import { type DecisionPlace, decisionPlace } from './robustnessPlace.ts';
import { kernelOf, type ScenarioGame, scenarioGame, tooLarge } from './scenarioGame.ts';

/** What `parley robustness` is asked of a scenario. */
export interface RobustnessAsk {
  readonly actor: string;
  readonly at: StateId | undefined;
  readonly draws: number;
  readonly seed: number;
  /** The weights that vary; all that are stated above 0 where none are named. */
  readonly vary: readonly string[] | undefined;
  readonly onStep: (text: string) => void;
}

/** Redraws in which everything is solved again, and draws of the numbers: each costs a pass over the tree. */
const SOLVED_DRAWS = 200;
const NUMBER_DRAWS = 200;

/** How finely a weight is placed at which a solved choice changes: finer is not told. */
const SOLVED_FLIP_PLACED_TO = 1e-3;

/** Views of the weights that stand side by side. */
export const VIEWS: readonly WeightView[] = ['all', 'order', 'near'];

/** A move of the decision. */
export interface Alternative {
  readonly move: MoveId;
  readonly label: string;
  /** What it is worth at the stated weights, 0 to 100 in the actor’s own points. */
  readonly value: number;
  /** The same, stake by stake, each from 0 to 1. */
  readonly criteria: readonly number[];
}

/** Rules over the named cases in which the same moves are open as in the scenario as it stands. */
export interface CaseRules {
  readonly cases: readonly string[];
  /** A row per alternative, a value per case. */
  readonly payoffs: readonly (readonly number[])[];
  readonly rules: DecisionRules;
  /** Cases in which the decision is not reached by the same line, or in which one of the moves is shut: another decision. */
  readonly leftOut: readonly string[];
}

/** How sure an answer is over the weights, for one actor’s decision in one branch. */
export interface BranchRobustness {
  readonly branch: string;
  readonly game: ScenarioGame;
  readonly place: DecisionPlace;
  readonly criteria: Criteria;
  readonly alternatives: readonly Alternative[];
  readonly views: Readonly<Record<WeightView, Ranking>>;
  /** Per alternative, over draws of the numbers at its central weights; undefined where it is never first. */
  readonly confidence: readonly (number | undefined)[];
  /** Held values: what each single weight would have to be for another move to be worth most; the smallest change first. */
  readonly heldFlips: readonly WeightFlip[];
  /** The same with everything solved again: what each single weight would have to be for another choice here. */
  readonly solvedFlips: readonly WeightFlip[];
  readonly path: Readonly<Record<'all' | 'near', RobustPath>>;
  /** The first decision of the branch: its moves, as they stand in `path`. */
  readonly firstMoves: readonly MoveId[];
  readonly regret: { readonly draws: number; readonly rule: Rule };
  readonly cases: CaseRules | undefined;
}

const movesAtRoot = ({ kernel }: ScenarioGame, { game, tree }: DecisionPlace['unfolded']): readonly MoveId[] => {
  const moves: MoveId[] = [];
  for (let branch = game.first[0] as number; branch < (game.first[1] as number); branch += 1)
    moves.push(kernel.chart.moves[tree.move[branch] as number] as MoveId);
  return moves;
};

function caseRules(values: readonly CaseValues[], moves: readonly MoveId[]): CaseRules | undefined {
  const isSameChoice = ({ values: of }: CaseValues) => of !== undefined && moves.every((move) => of.has(move));
  const kept = values.filter(isSameChoice);
  if (kept.length === 0) return undefined;
  const payoffs = moves.map((move) => kept.map((each) => each.values?.get(move) ?? Number.NaN));
  return {
    cases: kept.map(({ name }) => name),
    payoffs,
    rules: decisionRules({ payoffs, probabilities: undefined }),
    leftOut: values.filter((each) => !isSameChoice(each)).map(({ name }) => name),
  };
}

/** What moves are worth most at some weights, by name: several where they are equally good. */
const bestNames = (
  rows: readonly ArrayLike<number>[],
  moves: readonly MoveId[],
  weights: readonly number[],
): string => {
  const { rank } = acceptability(rows, [{ weights, size: 1 }]);
  return moves.filter((_, index) => (rank[index]?.[0] as number) > 0).join(' = ');
};

/** The moves that are chosen at the root, by name, for each set of weights of a block. */
const chosenNames = ({ branchShares, draws, count }: SolvedBlock, moves: readonly MoveId[]): readonly string[] =>
  Array.from({ length: count }, (_, draw) =>
    moves.filter((_, index) => (branchShares[index * draws + draw] as number) > 0).join(' = '),
  );

/** Values of the moves in draws of the scenario’s numbers, play held: a row per move and criterion. */
function drawnCriteria(
  game: ScenarioGame,
  place: DecisionPlace,
  solution: Solution,
  actor: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly (readonly Float64Array[])[] {
  const job = {
    plan: drawPlan(criteriaKernel(game.kernel, actor), place.unfolded.tree),
    play: { name: 'held' as const, shares: solution.columns.share.slice() },
    seed,
    withEnds: false,
    line: place.line,
    before: place.before,
  };
  const drawn = partDrawer(job, blockKernel())(0, draws);
  if (drawn === undefined) throw new Error('nobody stops these draws');
  return drawn.branches;
}

/** How sure the answer of one branch is for one actor. Fails in words where the branch cannot be asked. */
function branchRobustness(
  scenario: Scenario,
  branch: string,
  kernel: ScenarioGame['kernel'],
  ask: RobustnessAsk,
): Result<BranchRobustness, string> {
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) return fail(tooLarge(false));
  const whole = solve(game.tree, { name: 'rational' });
  if (!whole.ok) return fail(whole.error.message);
  const actor = game.tree.actors.indexOf(ask.actor);
  const found = decisionPlace(scenario, game, whole.value, actor, ask.at);
  if (!found.ok) return found;
  const place = found.value;
  const { unfolded } = place;
  const solved = solve(unfolded.game, { name: 'rational' });
  if (!solved.ok) return fail(solved.error.message);
  const criteria = criteriaOf(kernel, actor);
  const moves = movesAtRoot(game, unfolded);
  const rows = heldCriteria(kernel, unfolded, solved.value.columns.share, actor);
  const say = (text: string) => ask.onStep(`${branch}: ${text}`);

  say('ranks over the weights');
  const rank = (view: WeightView) =>
    rankOver(rows, weightSpaceOf(criteria, view, ask.vary), { draws: ask.draws, seed: ask.seed, scope: ask.actor });
  const ranked = VIEWS.map((view) => [view, rank(view)] as const);
  for (const [, one] of ranked) if (!one.ok) return fail(one.error);
  const views = Object.fromEntries(ranked.flatMap(([view, one]) => (one.ok ? [[view, one.value]] : []))) as Record<
    WeightView,
    Ranking
  >;

  say('draws of the numbers');
  const numberDraws = Math.min(NUMBER_DRAWS, ask.draws);
  const drawn = drawnCriteria(game, place, solved.value, actor, { draws: numberDraws, seed: ask.seed });
  const valuesIn = (draw: number) => drawn.map((columns) => columns.map((column) => column[draw] as number));
  const inDraws = drawn.map((columns) =>
    Float64Array.from({ length: numberDraws }, (_, draw) =>
      columns.reduce(
        (sum, column, index) => sum + 100 * (criteria.weights[index] as number) * (column[draw] as number),
        0,
      ),
    ),
  );

  say('changes of single weights');
  const heldFlips = weightFlips(criteria.weights, (all) => all.map((weights) => bestNames(rows, moves, weights)));
  const here = weightSolver(kernel, unfolded, solved.value.scales);
  const stated = here.criteria.map(({ weights }) => weights);
  const solvedFlips = weightFlips(
    criteria.weights,
    (all) => {
      const asked = all.map((weights) => stated.map((own, index) => (index === actor ? weights : own)));
      const answers: string[] = [];
      // Block by block: the next one is written over the one before.
      for (const block of here.solve(asked)) answers.push(...chosenNames(block, moves));
      return answers;
    },
    SOLVED_FLIP_PLACED_TO,
  );

  const solvedDraws = Math.min(SOLVED_DRAWS, ask.draws);
  const solver =
    place.node === 0 ? here : weightSolver(kernel, { tree: game.unfolded, game: game.tree }, whole.value.scales);
  const branchesAt = (node: number): readonly [number, number] => [
    game.tree.first[node] as number,
    game.tree.first[node + 1] as number,
  ];
  const paths = (['all', 'near'] as const).map((view) => {
    const path = robustPath(solver, {
      actors: game.tree.actors,
      draws: solvedDraws,
      seed: ask.seed,
      view,
      decisions: [branchesAt(0), branchesAt(place.node)],
      onDraws: (done) => say(`solved again at other weights, ${done} of ${solvedDraws}`),
    });
    return [view, path] as const;
  });
  for (const [, one] of paths) if (!one.ok) return fail(one.error);
  const path = Object.fromEntries(paths.flatMap(([view, one]) => (one.ok ? [[view, one.value]] : []))) as Record<
    'all' | 'near',
    RobustPath
  >;
  const cases = valuesInCases(scenario, kernel, place, actor, (done, of) => say(`named cases, ${done} of ${of}`));
  return succeed({
    branch,
    game,
    place,
    criteria,
    alternatives: moves.map((move, index) => ({
      move,
      label: labelOf(scenario, move),
      value: 100 * weighted(rows[index] as Float64Array, criteria.weights),
      criteria: [...(rows[index] as Float64Array)],
    })),
    views,
    confidence: views.all.acceptability.central.map((weights, index) =>
      weights === undefined ? undefined : confidenceFactor(index, weights, numberDraws, valuesIn),
    ),
    heldFlips,
    solvedFlips,
    path,
    firstMoves: game.tree.kind[0] === NODE.decision ? movesAtRoot(game, { game: game.tree, tree: game.unfolded }) : [],
    regret: { draws: numberDraws, rule: regretOverDraws(inDraws) },
    cases: caseRules(cases, moves),
  });
}

/** How sure the answer of each branch is for one actor; in a branch that cannot be asked, why. */
export function robustnessOf(
  scenario: Scenario,
  branches: readonly string[],
  ask: RobustnessAsk,
): readonly { readonly branch: string; readonly found: Result<BranchRobustness, string> }[] {
  const kernel = kernelOf(scenario);
  return branches.map((branch) => ({ branch, found: branchRobustness(scenario, branch, kernel, ask) }));
}
