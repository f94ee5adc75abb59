import type { Scenario } from '../../domain/scenario.ts';
import { quantile } from '../heldDraws.ts';
import type { DrawnTree, DrawPlan } from './drawTree.ts';

/** A figure over draws. */
export interface DrawnFigure {
  readonly mean: number;
  /** Standard deviation over the draws, and of the mean: the sampling error, which more draws make smaller. */
  readonly deviation: number;
  readonly standardError: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** One option of the first decision, over the draws. */
export interface DrawnOption {
  readonly move: string;
  readonly label: string;
  readonly values: Readonly<Record<string, DrawnFigure>>;
  /** In what share of the draws it is the best for who decides; equally good ones share a draw. Never a probability. Null where nobody alone decides. */
  readonly best: number | null;
  readonly bestError: number | null;
}

/** What each actor has at an end, over the draws in which play comes there. */
export interface EndPayoffs {
  readonly draws: number;
  readonly values: Readonly<Record<string, DrawnFigure>>;
}

/** The two options that are best most often, and whether the draws are enough to say which of them is so more often. */
export interface Lead {
  readonly first: string;
  readonly second: string;
  /** The difference of their shares of the draws, and its sampling error. */
  readonly difference: number;
  readonly error: number;
  /** False where the sampling error exceeds the difference: more draws may turn it round. */
  readonly isEnough: boolean;
}

/** What the draws of one branch come to. */
export interface Simulation {
  readonly draws: number;
  readonly values: Readonly<Record<string, DrawnFigure>>;
  /** Who decides first. */
  readonly decides: readonly string[];
  readonly options: readonly DrawnOption[];
  /** Per end of the talks, how often it is reached. */
  readonly ends: Readonly<Record<string, DrawnFigure>>;
  /** Per end, what each actor has there where play comes there. */
  readonly payoffs: Readonly<Record<string, EndPayoffs>>;
  /** Null where nobody alone decides between several options. */
  readonly lead: Lead | null;
}

/** Mean, spread and sampling error of a figure, and its 10th, 50th and 90th percentile. */
export function drawnFigure(column: Float64Array): DrawnFigure {
  const count = column.length;
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
  const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN;
  const sorted = Float64Array.from(column).sort();
  return {
    mean,
    deviation,
    standardError: deviation / Math.sqrt(count),
    p10: quantile(sorted, 0.1),
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/** Per option, the sum over the draws of its part in being the best: 1, or 1 / n where n are equally good. */
function bestShares(options: readonly Float64Array[], within: number): readonly Float64Array[] {
  const shares = options.map((option) => new Float64Array(option.length));
  for (let draw = 0; draw < (options[0]?.length ?? 0); draw += 1) {
    const best = Math.max(...options.map((option) => option[draw] as number));
    const equal = options.map((option) => (option[draw] as number) >= best - within);
    const count = equal.filter(Boolean).length;
    for (const [index, isBest] of equal.entries()) (shares[index] as Float64Array)[draw] = isBest ? 1 / count : 0;
  }
  return shares;
}

/** How far apart two values may be and still be the same, in points: rounding, no judgement. */
const WITHIN = 1e-7;

/** The two that are best most often, by their parts in being the best draw by draw. */
function leadOf(moves: readonly string[], shares: readonly Float64Array[] | undefined): Lead | null {
  const ranked = (shares ?? [])
    .map((share, index) => ({ share, move: moves[index] as string, best: drawnFigure(share).mean }))
    .sort((a, b) => b.best - a.best);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return null;
  const { mean, standardError } = drawnFigure(first.share.map((share, draw) => share - (second.share[draw] as number)));
  return {
    first: first.move,
    second: second.move,
    difference: mean,
    error: standardError,
    isEnough: !(standardError > mean),
  };
}

/** What each actor has at an end, in the draws in which play comes there. */
function endPayoffs(reach: Float64Array, paid: readonly Float64Array[], actors: readonly string[]): EndPayoffs {
  const draws = [...reach.keys()].filter((draw) => (reach[draw] as number) > 0);
  const columns = paid.map((sums) =>
    Float64Array.from(draws, (draw) => (sums[draw] as number) / (reach[draw] as number)),
  );
  return {
    draws: draws.length,
    values: Object.fromEntries(actors.map((actor, index) => [actor, drawnFigure(columns[index] as Float64Array)])),
  };
}

/** Tells what draws of a tree come to, by names. */
export function simulationOf(
  { kernel, walk }: DrawPlan,
  drawn: DrawnTree,
  labelOf: (scenario: Scenario, move: string) => string,
): Simulation {
  const { chart, scenario, stakes } = kernel;
  const perActor = (columns: readonly Float64Array[]): Record<string, DrawnFigure> =>
    Object.fromEntries(stakes.actors.map((actor, index) => [actor, drawnFigure(columns[index] as Float64Array)]));
  const deciders = walk.deciders[walk.decider[0] as number] ?? [];
  const [alone] = deciders;
  const shares =
    alone === undefined || deciders.length > 1
      ? undefined
      : bestShares(
          drawn.branches.map((actors) => actors[alone] as Float64Array),
          WITHIN,
        );
  return {
    draws: drawn.count,
    values: perActor(drawn.values),
    decides: deciders.map((actor) => stakes.actors[actor] as string),
    options: drawn.branches.map((columns, branch): DrawnOption => {
      const move = chart.moves[walk.move[branch] as number] as string;
      const share = shares?.[branch];
      const best = share === undefined ? undefined : drawnFigure(share);
      return {
        move,
        label: labelOf(scenario, move),
        values: perActor(columns),
        best: best?.mean ?? null,
        bestError: best?.standardError ?? null,
      };
    }),
    ends: Object.fromEntries(
      [...drawn.ends].map(([end, column]) => [chart.states[end] as string, drawnFigure(column)]),
    ),
    payoffs: Object.fromEntries(
      [...drawn.ends].map(([end, reach]) => [
        chart.states[end] as string,
        endPayoffs(reach, drawn.paid.get(end) ?? [], stakes.actors),
      ]),
    ),
    lead: leadOf(
      drawn.branches.map((_, branch) => chart.moves[walk.move[branch] as number] as string),
      shares,
    ),
  };
}
