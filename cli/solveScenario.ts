import { BALANCE_DRAWS, drawnSizes } from '../src/analysis/dependence/balances.ts';
import { type WalkAwayReport, walkAwayReport } from '../src/analysis/dependence/dependenceReport.ts';
import { dependenceTree } from '../src/analysis/dependence/dependenceTree.ts';
import type { DrawnValues } from '../src/analysis/drawnValues.ts';
import { heldDraws, LINE_SEED } from '../src/analysis/heldDraws.ts';
import { lineDraws } from '../src/analysis/lineDraws.ts';
import { type GameReport, gameReport } from '../src/analysis/rollback/gameReport.ts';
import { nodeOf, playedLine } from '../src/analysis/rollback/lines.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import { branchesWhere, type WhatIfReport, whatIfReport } from '../src/analysis/rollback/whatIfReport.ts';
import { actorName } from '../src/domain/actors.ts';
import { placedStates } from '../src/domain/chart.ts';
import type { MoveId, StateId } from '../src/domain/identifier.ts';
import { type CommonError, errorModelOf } from '../src/domain/parameters.ts';
import { type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { commonErrorWords } from './commonError.ts';
import { dependenceText } from './dependenceText.ts';
import { stampLines } from './exportScenario.ts';
import { kernelOf, placeOf, type ScenarioGame, scenarioGame, tooLarge } from './scenarioGame.ts';
import { type NamedReport, solveText } from './solveText.ts';
import { judgedPoints } from './textTable.ts';
import { whatIfText } from './whatIfText.ts';
import { withoutStakes } from './withoutStakes.ts';

/** What follows from a branch, what walking away from its beginning is worth, and who depends on whom there. */
export interface BranchReport extends NamedReport, WalkAwayReport {
  /** A move that was asked about, where this branch has it. */
  readonly whatIf?: WhatIfReport;
}

/** What follows from each branch of a scenario under one model of play, in file order. */
export interface ScenarioReport {
  readonly title: string;
  /** Where the numbers come from, a sentence each. */
  readonly stamp: readonly string[];
  /** The draws by which the ranges of dependence are read. */
  readonly draws: { readonly count: number; readonly seed: number } & CommonError;
  readonly actors: readonly string[];
  readonly branches: Readonly<Record<string, BranchReport>>;
}

/** Why a branch was not solved. */
export interface BranchRefusal extends Refusal {
  readonly branch: string;
}

/** Why a scenario was not solved, and where. */
interface PlacedRefusal extends BranchRefusal {
  /** The state of the chart at fault; the branch where no single one is. */
  readonly place: string;
  /** Whether it is the question of what follows from a move that cannot be asked so. */
  readonly isOfWhatIf?: true;
}

/** How a scenario is solved. */
export interface Asked {
  readonly model: PlayModel;
  readonly branches: readonly string[];
  /** False where actors are to be ids, else the names that readers see. */
  readonly withNames: boolean;
  /** A move about which is asked: what if it is made? */
  readonly whatIf: MoveId | undefined;
}

/** The draws at the last step of a line. */
function drawnAtEnd(steps: readonly DrawnValues[]): DrawnValues {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('a line stands somewhere');
  return last;
}

/** A report with those who decide and have no stakes, by name. */
function withDeciders(
  report: GameReport,
  {
    scenario,
    tree,
    labels,
    model,
    nameOf,
  }: Pick<ScenarioGame, 'tree' | 'labels'> & {
    readonly scenario: Scenario;
    readonly model: PlayModel;
    readonly nameOf: (actor: string) => string;
  },
): NamedReport {
  const others = (state: StateId) => withoutStakes(scenario, state).map(nameOf);
  // Almost no scenario has one, so the line is not looked for in vain.
  const hasSome = placedStates(scenario).some(({ id }) => others(id).length > 0);
  const solved = hasSome ? solve(tree, model) : undefined;
  const played = solved?.ok === true ? playedLine(tree, solved.value).branches : [];
  return {
    ...report,
    moversWithoutStakes: report.line.map((_, step) => {
      const branch = played[step];
      return branch === undefined ? [] : others(labels.node(nodeOf(tree, branch)));
    }),
    options: report.options && { ...report.options, withoutStakes: others(report.options.label) },
    ties: report.ties.map((tie) => ({ ...tie, withoutStakes: others(tie.label) })),
  };
}

/**
 * Solves the branches of a scenario, each from its own beginning on at the default conditions and central values: which branch is taken
 * is nobody's move in the game.
 */
export function solveScenario(
  scenario: Scenario,
  { model, branches, withNames, whatIf: asked }: Asked,
): Result<ScenarioReport, PlacedRefusal> {
  const kernel = kernelOf(scenario);
  const nameOf = (actor: string): string => (withNames ? actorName(scenario, actor) : actor);
  const reports: [string, BranchReport][] = [];
  const sizes = drawnSizes(kernel, BALANCE_DRAWS, LINE_SEED);
  const draws = lineDraws(heldDraws(scenario, BALANCE_DRAWS, LINE_SEED));
  for (const branch of branches) {
    const game = scenarioGame(scenario, branch, kernel);
    if (game === undefined)
      return { ok: false, error: { branch, place: branch, code: 'too-large', message: tooLarge(branches.length > 1) } };
    const tree = { ...game.tree, actors: game.tree.actors.map(nameOf) };
    const report = gameReport(tree, game.labels, model);
    if (!report.ok)
      return { ok: false, error: { ...report.error, branch, place: placeOf(report.error, game.labels, branch) } };
    const forced = branchesWhere(tree, (at) => kernel.chart.moves[game.unfolded.move[at] as number] === asked);
    const whatIf = forced.length === 0 ? undefined : whatIfReport(tree, game.labels, model, forced);
    if (whatIf?.ok === false) return { ok: false, error: { ...whatIf.error, branch, place: branch, isOfWhatIf: true } };
    const { line, before, position } = game.beginning;
    const walkAway = walkAwayReport({
      of: dependenceTree(kernel, { tree: game.unfolded, game: game.tree }),
      moves: [],
      drawn: drawnAtEnd(draws(line, [...before, position])),
      sizes,
      seed: LINE_SEED,
      solved: game.tree.actors.map((actor) => report.value.values[nameOf(actor)] ?? Number.NaN),
      nameOf,
    });
    reports.push([
      branch,
      {
        ...withDeciders(report.value, { scenario, tree, labels: game.labels, model, nameOf }),
        ...walkAway,
        ...(whatIf && { whatIf: whatIf.value }),
      },
    ]);
  }
  const { rho, kappa } = errorModelOf(scenario);
  return succeed({
    title: scenario.title,
    stamp: [
      ...stampLines(scenario),
      `Ranges: ${BALANCE_DRAWS} draws of every judgement (seed ${LINE_SEED}, ${commonErrorWords(scenario)}); values and odds are those of central values.`,
    ],
    draws: { count: BALANCE_DRAWS, seed: LINE_SEED, rho, kappa },
    actors: kernel.stakes.actors.map(nameOf),
    branches: Object.fromEntries(reports),
  });
}

/** What follows from a scenario, as people read it in a terminal. */
export function* scenarioText({ stamp, branches }: ScenarioReport): Generator<string> {
  yield* stamp;
  for (const report of Object.values(branches)) {
    yield '';
    yield* solveText(report, judgedPoints);
    if (report.whatIf !== undefined) yield* whatIfText(report.whatIf, judgedPoints);
    yield '';
    yield* dependenceText(report);
  }
}
