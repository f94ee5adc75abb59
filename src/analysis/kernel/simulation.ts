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

/** Where a share may lie that is known from draws only. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** How often play ends somewhere, over the draws. */
export interface DrawnEnd extends DrawnFigure {
  /**
   * The 95 % Wilson score interval of the share of draws in which play ends there; null where in some draw it ends there only sometimes,
   * because chance or a mixed choice is on the way: the mean is then one of odds, and no share of draws.
   */
  readonly interval: ShareInterval | null;
}

/** One option of the first decision, over the draws. */
export interface DrawnOption {
  readonly move: string;
  readonly label: string;
  readonly values: Readonly<Record<string, DrawnFigure>>;
  /** In what share of the draws it is the best for who decides; equally good ones share a draw. Never a probability. Null where nobody alone decides. */
  readonly best: number | null;
  readonly bestError: number | null;
  /** The 95 % Wilson score interval of that share, which has a width also where the share is 0 or 1. */
  readonly bestInterval: ShareInterval | null;
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
  /**
   * Whether the difference exceeds twice its sampling error (1.96 times: the 95 % point of a normal distribution), and there are enough
   * draws for either share. Else more draws may turn it round.
   */
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
  readonly ends: Readonly<Record<string, DrawnEnd>>;
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

/** The 97.5 % point of the standard normal distribution: an interval of so many standard errors each way covers 95 %. */
const Z = 1.96;

/** The 95 % Wilson score interval of a share that was found in so many draws (Wilson 1927). */
export function wilsonInterval(share: number, draws: number): ShareInterval {
  const scale = 1 + (Z * Z) / draws;
  const centre = (share + (Z * Z) / (2 * draws)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / draws + (Z * Z) / (4 * draws * draws));
  // At a share of 0 or 1 one bound is the share itself, and rounding would leave it a last bit away.
  return { low: share <= 0 ? 0 : Math.max(0, centre - half), high: share >= 1 ? 1 : Math.min(1, centre + half) };
}

/** Twentieths in which shares are told: an interval wider than so many of them is that of too few draws. */
const WIDEST = 4 / 20;

/** Whether there are enough draws to tell a share: its interval is no wider than four twentieths. */
export const isKnown = ({ low, high }: ShareInterval): boolean => high - low <= WIDEST;

/** Odds within this of 0 or 1 are 0 or 1: what is missing is rounding. */
const WHOLE = 1e-9;

/** How often play ends at one place; as a share of draws where each draw ends there or does not. */
function drawnEnd(odds: Float64Array): DrawnEnd {
  const figure = drawnFigure(odds);
  const isShare = odds.every((share) => share <= WHOLE || share >= 1 - WHOLE);
  return { ...figure, interval: isShare ? wilsonInterval(figure.mean, odds.length) : null };
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
    isEnough:
      mean > Z * standardError &&
      [first, second].every(({ best, share }) => isKnown(wilsonInterval(best, share.length))),
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
        bestInterval: best === undefined ? null : wilsonInterval(best.mean, drawn.count),
      };
    }),
    ends: Object.fromEntries([...drawn.ends].map(([end, column]) => [chart.states[end] as string, drawnEnd(column)])),
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
