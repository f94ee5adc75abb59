import type { LineValues } from '../../analysis/lineValues.ts';
import { bothSides, drawsWithOneBest } from '../../analysis/outcomeFindings.ts';
import type { Outcomes } from '../../analysis/outcomes.ts';
import { actorName, principals } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { branchLabel } from './branchLabel.ts';
import { endWords, type Gain, type OutcomeRow, type WalkAwayPlace } from './outcomeRows.ts';
import type { Representative } from './tradeoffsView.ts';
import type { TradeoffsWords } from './useWords.ts';

/** The lines that stand for the ends, as a phrase: “their shortest lines”. */
export function byPhrase(scenario: Scenario, { by: words }: TradeoffsWords, by: Representative): string {
  if (by === 'shortest') return words.shortestPhrase;
  return words.bestPhrase(actorName(scenario, principals(scenario)[by === 'first' ? 0 : 1]));
}

/** How the line that stands for an end was chosen, in a sentence. */
export function byNote(scenario: Scenario, { by: words }: TradeoffsWords, by: Representative): string {
  if (by === 'shortest') return words.shortestNote;
  return words.bestNote(actorName(scenario, principals(scenario)[by === 'first' ? 0 : 1]));
}

/** A payoff in words: “Ukraine 57, range 49 to 64”; without a range until it was read. */
export const payoffWords = (
  scenario: Scenario,
  { plot }: TradeoffsWords,
  actor: string,
  central: number,
  range: { readonly low: number; readonly high: number } | undefined,
): string =>
  plot.payoff(actorName(scenario, actor), formatNumber(central), range === undefined ? undefined : formatRange(range));

/** More draws than this with another answer, as a share, and a finding is said to depend on judgement. */
const DISSENT = 0.1;

/** What the finding of the scatter rests on. */
export interface FrontierEvidence {
  readonly outcomes: Outcomes;
  readonly rows: readonly OutcomeRow[];
  /** Both principals' gains of each row over walking away. */
  readonly gains: readonly (readonly [Gain, Gain] | undefined)[];
  /** The one beginning of all lines, where there is one. */
  readonly walkAway: WalkAwayPlace | undefined;
  /** What the lines of the frontier are worth in the draws; empty until it was read. */
  readonly frontierDraws: readonly LineValues['drawn'][];
  readonly by: Representative;
}

/** What the scatter found, in a sentence that is true of what was read: in draws where it was drawn, and it says where judgement decides. */
export function frontierFinding(scenario: Scenario, words: TradeoffsWords, evidence: FrontierEvidence): string {
  const { finding } = words;
  const { outcomes, rows, gains, walkAway, frontierDraws, by } = evidence;
  if (rows.length === 0) return finding.none;
  const [one, other] = principals(scenario).map((actor) => actorName(scenario, actor));
  if (one === undefined || other === undefined) throw new RangeError('a scenario has two principals');
  if (walkAway !== undefined && gains.every((pair) => pair !== undefined)) {
    const sides = gains.map((pair) => bothSides([pair?.[0].side ?? 'open', pair?.[1].side ?? 'open']));
    const count = (side: (typeof sides)[number]) => sides.filter((each) => each === side).length;
    const from = branchLabel(scenario, walkAway.branch);
    return finding.better(byPhrase(scenario, words, by), count('both'), rows.length, count('open'), from);
  }
  const distinct = new Set(outcomes.frontier.map(({ payoffs }) => payoffs.join(' ')));
  const labels = [...new Set(outcomes.frontier.map(({ end }) => endWords(scenario, end).label))];
  const isOne = distinct.size === 1;
  const title = isOne ? finding.oneBest(labels.join(', '), one, other) : finding.noBest(one, other);
  if (frontierDraws.length === 0 || frontierDraws.length < outcomes.frontier.length) return title;
  const draws = frontierDraws[0]?.[0].length ?? 0;
  const oneBest = drawsWithOneBest(frontierDraws);
  const against = isOne ? draws - oneBest : oneBest;
  return against > DISSENT * draws ? finding.depends(title) : title;
}

/** A stake's spread over some ends: what differs most for an actor. */
export interface StakeSpread {
  readonly address: string;
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

/** The stake in which the ends differ most for an actor, by points of its payoff; undefined where nothing was read or nothing differs. */
export function widestStake(scenario: Scenario, actor: string, rows: readonly OutcomeRow[]): StakeSpread | undefined {
  const spreads = Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, { weight }]): StakeSpread => {
    const worths = rows.flatMap(({ values }) => values?.worths[actor]?.[address]?.central ?? []);
    return { address, low: Math.min(...worths), high: Math.max(...worths), weight };
  });
  const size = ({ low, high, weight }: StakeSpread) => weight * (high - low);
  const widest = spreads.reduce<StakeSpread | undefined>(
    (kept, each) => (kept === undefined || size(each) > size(kept) ? each : kept),
    undefined,
  );
  return widest === undefined || !(Math.round(widest.high) > Math.round(widest.low)) ? undefined : widest;
}
