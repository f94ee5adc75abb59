import { negotiation } from '../machines/negotiation.ts';
import { replay } from '../machines/stepping.ts';
import { drawnSizes } from '../src/analysis/dependence/balances.ts';
import { heldDraws, LINE_DRAWS, type Range } from '../src/analysis/heldDraws.ts';
import { guardFailures } from '../src/analysis/kernel/guardFailures.ts';
import type { ScenarioKernel } from '../src/analysis/kernel/scenarioKernel.ts';
import { lineDraws } from '../src/analysis/lineDraws.ts';
import { stepFinding } from '../src/analysis/lineFindings.ts';
import { playedLine } from '../src/analysis/rollback/lines.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import { moveAt } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { scenarioGame } from './scenarioGame.ts';

/** Draws in which guards are read again: “in k of 20 draws”. */
export const GUARD_DRAWS = 20;

/** An actor's leverage at a step of a line, at central values and over the draws. */
export interface LeverageStep {
  readonly move: string | null;
  readonly label: string;
  readonly leverage: Readonly<Record<string, { readonly central: number; readonly range: Range }>>;
}

/** A guarded move by names, and in how many of the draws its guard would fail. */
export interface NamedGuard {
  readonly move: string;
  readonly label: string;
  readonly positions: number;
  readonly reached: number;
  readonly failing: number;
  readonly failingReached: number;
}

/** What the draws say besides values: leverage along the line that rational play takes at central values, and which guards are near. */
export interface SimulationExtras {
  readonly leverage: { readonly draws: number; readonly steps: readonly LeverageStep[] };
  readonly guards: { readonly draws: number; readonly moves: readonly NamedGuard[] };
}

/** Leverage along a line and the guards of a branch's tree, in draws of one seed; undefined where the branch cannot be solved. */
export function simulationExtras(
  scenario: Scenario,
  branch: string,
  kernel: ScenarioKernel,
  seed: number,
): SimulationExtras | undefined {
  const game = scenarioGame(scenario, branch, kernel);
  const solved = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
  if (game === undefined || solved?.ok !== true) return undefined;
  const { chart } = kernel;
  const { unfolded, tree, beginning } = game;
  const { line: opening } = beginning;
  const played = playedLine(tree, solved.value).branches.map((at) => chart.moves[unfolded.move[at] as number] ?? '');
  const line = [...opening, ...played];
  const positions = replay(negotiation(scenario), line).snapshots.map(({ context }) => context);
  const steps = lineDraws(heldDraws(scenario, LINE_DRAWS, seed))(line, positions);
  const found = line.flatMap((move, index) => {
    const [before, after] = [positions[index], positions[index + 1]];
    const [drawnBefore, drawnAfter] = [steps[index], steps[index + 1]];
    if (before === undefined || after === undefined || drawnBefore === undefined || drawnAfter === undefined) return [];
    const { leverage } = stepFinding(scenario, move, [before.values, after.values], [drawnBefore, drawnAfter]);
    return [
      {
        move,
        label: moveAt(scenario, move)?.meta.label ?? move,
        leverage: Object.fromEntries(
          Object.entries(leverage).map(([actor, { score, range }]) => [actor, { central: score, range }]),
        ),
      },
    ];
  });
  const few = lineDraws(heldDraws(scenario, GUARD_DRAWS, seed))(opening, positions).at(-1);
  const starts = Array.from({ length: GUARD_DRAWS }, (_, draw) =>
    Float64Array.from(chart.addresses, (address) => few?.column(address)[draw] ?? Number.NaN),
  );
  const sizes = drawnSizes(kernel, GUARD_DRAWS, seed);
  const failures = guardFailures(chart, unfolded, solved.value.columns.reach, starts, sizes);
  return {
    leverage: { draws: LINE_DRAWS, steps: found },
    guards: {
      draws: GUARD_DRAWS,
      moves: failures.map(({ move, ...counts }) => {
        const id = chart.moves[move] ?? '';
        return { move: id, label: moveAt(scenario, id)?.meta.label ?? id, ...counts };
      }),
    },
  };
}
