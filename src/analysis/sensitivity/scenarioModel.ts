import { fail, type Result, succeed } from '../../domain/result.ts';
import { treeResolver } from '../kernel/resolveTree.ts';
import type { Refusal } from '../rollback/playModel.ts';
import { solve } from '../rollback/solve.ts';
import { type BranchStart, centralNumbers, treeNumbers, type VariedNumbers } from './branchStart.ts';
import type { TreeChoices } from './flipCause.ts';
import { heldPlan } from './heldPlan.ts';
import { type Plan, planOf } from './plan.ts';
import type { Variation } from './variations.ts';
import type { Played, Varied } from './varied.ts';

/** A branch of a scenario, solved at its central numbers and ready to be solved again as they vary, for one actor. */
export interface ScenarioModel {
  /** Its tree is taken over by the solves, and nothing of it stays as it was. */
  readonly start: BranchStart;
  readonly actor: number;
  readonly base: Played<Plan>;
  /** Per branch of the central tree, how often rational play takes it. */
  readonly share: Float64Array;
  /** Solved again at other numbers; undefined where the tree has more positions there than are unfolded, or a joint decision no way out. */
  readonly solve: (write: (into: VariedNumbers) => void) => Played<Plan> | undefined;
  /** Every choice of the tree at other numbers, played or not. */
  readonly choices: (write: (into: VariedNumbers) => void) => TreeChoices | undefined;
  /** What the central play is worth at other numbers. */
  readonly hold: (write: (into: VariedNumbers) => void) => number;
}

const RATIONAL = { name: 'rational' } as const;

/** Solves a branch and keeps it ready. Fails where rational play has no answer at the central numbers. */
export function scenarioModel(start: BranchStart, actor: number): Result<ScenarioModel, Refusal> {
  const { kernel, unfolded, rootMoves } = start;
  const central = solve(unfolded.game, RATIONAL);
  if (!central.ok) return fail(central.error);
  const { share, values } = central.value.columns;
  const held = heldPlan(kernel, unfolded, share);
  const base = {
    value: values[actor]?.[0] ?? Number.NaN,
    policy: planOf(unfolded.game, unfolded.tree, share),
  };
  const resolver = treeResolver(kernel, unfolded, rootMoves === undefined ? {} : { rootMoves });
  const numbersAt = (write: (into: VariedNumbers) => void) => {
    const numbers = centralNumbers(start);
    write(numbers);
    return treeNumbers(start, numbers);
  };
  return succeed({
    start,
    actor,
    base,
    share: share.slice(),
    solve: (write) => {
      const resolved = resolver.resolve(numbersAt(write), RATIONAL);
      if (resolved === undefined || !resolved.solution.ok) return undefined;
      const { columns } = resolved.solution.value;
      return {
        value: columns.values[actor]?.[0] ?? Number.NaN,
        policy: planOf(resolved.game, resolved.tree, columns.share),
      };
    },
    choices: (write) => {
      const resolved = resolver.resolve(numbersAt(write), RATIONAL);
      if (resolved === undefined || !resolved.solution.ok) return undefined;
      const { tree, game, solution } = resolved;
      const { share: taken, score } = solution.value.columns;
      return { tree, game, share: taken.slice(), score: score.slice() };
    },
    hold: (write) => held(numbersAt(write))[actor] ?? Number.NaN,
  });
}

/** A branch of which one thing varies from −1 to 1. What was solved once is kept: a grid and a search ask for the same places. */
export function variedBy({ solve: solveAt, hold }: ScenarioModel, { write }: Variation): Varied<Plan> {
  const kept = new Map<number, Played<Plan> | undefined>();
  return {
    solve: (x) => {
      if (kept.has(x)) return kept.get(x);
      const played = solveAt((into) => write(x, into));
      kept.set(x, played);
      return played;
    },
    hold: (x) => hold((into) => write(x, into)),
    keyOf: ({ key }) => key,
  };
}
