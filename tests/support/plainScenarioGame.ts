import { isDecision, isEnd, moveMeta, stateAt } from '../../src/domain/chart.ts';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { type PlainPosition, plainGame, plainMoves } from './plainGame.ts';

/** A position of a scenario as a node of a game, nested. */
export interface PlainGameNode {
  readonly place: string;
  readonly kind: 'end' | 'chance' | 'decision' | 'table';
  /** Who decides, of those who have stakes. */
  readonly deciders: readonly string[];
  /** Per actor with stakes, its points; empty where the talks go on. */
  readonly payoffs: Readonly<Record<string, number>>;
  readonly moves: readonly {
    readonly id: string;
    /** The odds of chance; 0 where somebody decides. */
    readonly odds: number;
    /** The declared tendency, leaning as the position has it, not divided by the sum; undefined for chance and where there is none. */
    readonly tendency: number | undefined;
    /** The move that it resembles, else itself. */
    readonly kin: string;
    readonly to: PlainGameNode;
  }[];
  /** The move that stands for disagreement, where several with stakes decide. */
  readonly noAgreement: string | undefined;
}

const mean = (estimate: Estimate): number =>
  typeof estimate === 'number' ? estimate : (estimate.low + 4 * estimate.mode + estimate.high) / 6;

/** A value within the range of its indicator or driver. */
function within(scenario: Scenario, address: string, value: number): number {
  const [low, high] = scenario.indicators[address]?.range ?? [0, 100];
  return value < low ? low : value > high ? high : value;
}

/** The worth of a value on a line of points, from the left to the right. */
function along(points: readonly (readonly [number, number])[], value: number): number {
  const sorted = [...points].sort(([a], [b]) => a - b);
  const [first, last] = [sorted[0] ?? [0, 0], sorted.at(-1) ?? [0, 0]];
  if (value <= first[0]) return first[1];
  if (value >= last[0]) return last[1];
  const next = sorted.findIndex(([x]) => x >= value);
  const [[x0, y0], [x1, y1]] = [sorted[next - 1] ?? first, sorted[next] ?? last];
  return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
}

function pointsOf(scenario: Scenario, actor: string, at: PlainPosition): number {
  const parts = Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, { worst, best, weight, curve }]) => {
    const points = curve ?? [
      [worst, 0],
      [best, 1],
    ];
    return (
      100 * weight * along(points as [number, number][], within(scenario, address, at.values[address] ?? Number.NaN))
    );
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** b · exp(Σ β (x − ref)), word for word. */
function weightOf(
  scenario: Scenario,
  at: PlainPosition,
  id: string,
): { likelihood: number; tendency: number | undefined; kin: string } {
  const move = stateAt(scenario, at.place)?.state;
  const written = move !== undefined && isDecision(move) ? move.on?.[id.split('.')[2] ?? ''] : undefined;
  if (written === undefined) return { likelihood: 0, tendency: undefined, kin: id };
  const { likelihood, tendency, kin, leans = {} } = moveMeta(written);
  const opening = plainGame(scenario, []).values;
  let factor = 1;
  for (const [address, { per, ref }] of Object.entries(leans)) {
    factor *= Math.exp(
      per * (within(scenario, address, at.values[address] ?? Number.NaN) - (ref ?? opening[address] ?? Number.NaN)),
    );
  }
  return {
    likelihood: likelihood === undefined ? 0 : mean(likelihood) * factor,
    tendency: tendency === undefined ? undefined : mean(tendency) * factor,
    kin: kin === undefined ? id : `${at.place}.${kin}`,
  };
}

/**
 * A scenario as a game at its central values, in the slow and obvious way: from the rules alone, by recursion, every position read anew
 * from the files. For small scenarios, and the beginnings of large ones.
 */
export function plainScenarioGame(scenario: Scenario, at: PlainPosition = plainGame(scenario, [])): PlainGameNode {
  const state = stateAt(scenario, at.place)?.state;
  const actors = Object.keys(scenario.stakes);
  if (state !== undefined && isEnd(state)) {
    const payoffs = Object.fromEntries(actors.map((actor) => [actor, pointsOf(scenario, actor, at)]));
    return { place: at.place, kind: 'end', deciders: [], payoffs, moves: [], noAgreement: undefined };
  }
  const decision = state !== undefined && isDecision(state) ? state.meta : undefined;
  const kind = decision === undefined ? 'table' : decision.decides === 'chance' ? 'chance' : 'decision';
  const next = plainMoves(scenario, at).map((to) => ({ id: to.line.at(-1) ?? '', to }));
  const weights = next.map(({ id }) => weightOf(scenario, at, id));
  const total = weights.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const named = decision === undefined ? [] : [decision.decides ?? []].flat();
  const deciders = named.filter((actor) => actors.includes(actor));
  return {
    place: at.place,
    kind,
    deciders,
    payoffs: {},
    moves: next.map(({ id, to }, index) => ({
      id,
      odds: kind === 'table' ? 1 / next.length : kind === 'chance' ? (weights[index]?.likelihood ?? 0) / total : 0,
      tendency: kind === 'decision' ? weights[index]?.tendency : undefined,
      kin: weights[index]?.kin ?? id,
      to: plainScenarioGame(scenario, to),
    })),
    noAgreement:
      deciders.length > 1 && decision?.noAgreement !== undefined ? `${at.place}.${decision.noAgreement}` : undefined,
  };
}
