import { fail, type Result, succeed } from '../../domain/result.ts';
import { addEnds } from '../kernel/drawTree.ts';
import { type WeightDraws, weightDraws } from '../smaa/weightDraws.ts';
import { type WeightView, weightSpaceOf } from './criteria.ts';
import type { WeightSolver } from './weightBlocks.ts';

/** What is solved over draws of every actor’s weights. */
export interface RobustPath {
  readonly draws: number;
  /** Per place asked about, and branch of it, the share of the draws in which it is the solved choice there; equally good ones split a draw. */
  readonly choices: readonly (readonly number[])[];
  /** Per end, as a state of the chart, the mean of the odds with which solved play comes there. */
  readonly ends: ReadonlyMap<number, number>;
}

/** What is asked: the branches of decisions as ranges of the tree’s. */
export interface RobustPathAsk {
  readonly actors: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly view: WeightView;
  readonly decisions: readonly (readonly [start: number, end: number])[];
  /** Hears how many draws are done. */
  readonly onDraws?: (done: number) => void;
}

const mean = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / column.length;

/**
 * Draws every actor’s weights and solves the tree again in each draw: in what share of the weights each first move, and each end, is the solved
 * one. “If the actors cared so, and knew of each other that they do”: a share of weights, never a probability.
 */
export function robustPath(solver: WeightSolver, ask: RobustPathAsk): Result<RobustPath, string> {
  const { actors, draws, seed, view, decisions, onDraws } = ask;
  const drawn: WeightDraws[] = [];
  for (const criteria of solver.criteria) {
    const scope = actors[criteria.actor] as string;
    const weights = weightDraws(weightSpaceOf(criteria, view), { seed, count: draws, scope });
    if (!weights.ok) return fail(weights.error);
    drawn.push(weights.value);
  }
  const choices = decisions.map(([start, end]) => Array.from({ length: end - start }, () => 0));
  const reached = new Map<number, Float64Array>();
  const weights = Array.from({ length: draws }, (_, draw) =>
    drawn.map(({ rows, width }) => rows.subarray(draw * width, (draw + 1) * width)),
  );
  for (const block of solver.solve(weights)) {
    for (const [place, [start]] of decisions.entries()) {
      const counted = choices[place] as number[];
      for (const index of counted.keys())
        for (let draw = 0; draw < block.count; draw += 1)
          counted[index] =
            (counted[index] as number) + (block.branchShares[(start + index) * block.draws + draw] as number);
    }
    addEnds(solver.plan, block, { count: draws, ends: reached }, { at: block.at, wanted: block.count });
    onDraws?.(block.at + block.count);
  }
  return succeed({
    draws,
    choices: choices.map((counted) => counted.map((sum) => sum / draws)),
    ends: new Map([...reached].sort(([a], [b]) => a - b).map(([end, column]) => [end, mean(column)])),
  });
}
