import { formatList } from '../format.ts';

const points = (count: number): string => (count === 1 ? '1 point' : `${count} points`);
const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);

/** Why a number is what it is: waterfalls, stakes, envelopes, how firm a decision is, and an end's page. */
export const explain = {
  waterfall: {
    scope: 'What is taken apart',
    step: 'The last step',
    line: 'The whole line',
    actor: 'Whose leverage',
    rule: 'Read downwards: each bar begins where the one above ends. A filled bar raises the score, an open one lowers it. The line across a score is its range of judgement.',
    raises: 'raises',
    lowers: 'lowers',
    before: 'Before the step',
    after: 'After the step',
    start: 'At the start',
    now: 'Now',
    others: (count: number) => `${count} other steps, under 1 point each`,
    stepLabel: (step: string, label: string) => `${step}. ${label}`,
    rows: 'Rows of this chart: arrows walk along them, Enter opens where the number comes from',
    columns: { part: 'Part', change: 'Change or score', low: 'Low', high: 'High' },
    says: (label: string, value: string, range: string) => `${label}: ${value}, range ${range}`,
    unmoved: (actor: string, over: string) => `${actor}’s leverage did not move ${over}.`,
    moved: (actor: string, rose: boolean, by: number, over: string) =>
      `${actor}’s leverage ${rose ? 'rose' : 'fell'} ${points(by)} ${over}`,
    balanced: (actor: string, over: string, range: string, why: string) =>
      `${actor}’s leverage stands where it stood ${over} (${range}): ${why}.`,
    balancedDrivers: (phrases: readonly string[]) => `it ${formatList(phrases)}`,
    balancedSteps: (labels: readonly string[]) => `${formatList(labels)} about cancel out`,
    part: (phrase: string, change: string) => `${phrase} (${change})`,
    quoted: (label: string) => `“${label}”`,
    atStep: (label: string) => `at “${label}”`,
    over: (count: number) => `over ${steps(count)}`,
    most: (what: string) => `most of it ${what}`,
    largest: (what: string) => `the largest part ${what}`,
    when: (label: string) => `at ${label}`,
    because: (phrase: string) => `because it ${phrase}`,
    depends: 'whether it rose or fell depends on judgement',
    nothing: 'Nothing to take apart yet: play a step.',
  },
  rangeRows: {
    rows: 'Rows of this chart: arrows walk along them, Enter opens where the number comes from',
    start: 'at the start',
    now: 'here',
    band: 'range of judgement',
    columns: { what: 'What', unit: 'Unit', start: 'At the start', now: 'Here', low: 'Low', high: 'High' },
    says: (label: string, start: string, now: string, range: string, beyond: boolean) =>
      `${label}: ${start} at the start, ${now} here, range ${range}${beyond ? ', beyond the scale' : ''}`,
  },
  payoff: {
    meaning:
      'What a position is worth to this actor, 0 to 100: every stake’s worth, from 0 at the worst that is plausible here to 1 at the best, times its weight. Weights are swing weights: how much it would matter to this actor to go from the worst to the best in one thing, against all the others.',
    notComparable: 'Points of different actors are not comparable: there is no scale that they share.',
    columns: {
      stake: 'Stake',
      weight: 'Weight',
      worst: 'Worst',
      best: 'Best',
      now: 'Now',
      worth: 'Worth',
      points: 'Points',
    },
    total: 'All',
    range: (range: string) => `range of judgement ${range}`,
    linear: (worst: string, best: string) =>
      `Worth nothing at ${worst} and everything at ${best}, in a straight line between.`,
    curve: (parts: readonly string[]) => `Worth ${formatList(parts)}; straight lines between.`,
    curvePart: (share: string, value: string) => `${share} at ${value}`,
    weighs: (weight: string) => `It makes up ${weight} of what is at stake for this actor.`,
    gives: (worth: string) => `Now worth ${worth} of what it could be, which gives`,
    points: (value: string) => `${value} points`,
  },
  envelope: {
    open: 'The envelope',
    says: (low: string, high: string) =>
      `If every estimate stood at the end that lowers this number, it would be ${low}; if every one stood at the end that raises it, ${high}. No draw lies outside. That all err the same way at once is hardly to be expected, so the range above is the narrower one.`,
  },
  firm: {
    opens: (labels: readonly string[], needs: string) =>
      `${formatList(labels.map((label) => `“${label}”`))} ${labels.length === 1 ? 'is' : 'are'} open only where ${needs}.`,
    one: 'One option is open, so nothing separates the options.',
    wider: (figure: string, separation: string, label: string, range: string) =>
      `In ${figure}, the open options lie ${separation} apart. The judgement of “${label}” alone ranges from ${range}, which is wider: which option comes higher depends on judgement.`,
    narrower: (figure: string, separation: string, label: string, range: string) =>
      `In ${figure}, the open options lie ${separation} apart, more than the judgement of any of them is wide (the widest, “${label}”: ${range}).`,
    apart: points,
    underOne: 'less than 1 point',
    widest: (label: string, part: string, range: string) =>
      `The widest judgement behind it: “${label}” on “${part}” (${range} points).`,
    leverage: (actor: string) => `${actor}’s leverage`,
    payoff: (actor: string) => `what this is worth to ${actor}`,
  },
  end: {
    indicators: 'Where things stand at this end',
    indicatorsFinding: (moved: number, all: number, most: readonly string[]) =>
      moved === 0
        ? 'Nothing stands elsewhere than at the start.'
        : `${moved} of ${all} indicators stand elsewhere than at the start${most.length === 0 ? '' : `; furthest: ${formatList(most)}`}.`,
    indicatorsMost: (label: string, from: string, to: string) => `${label} (from ${from} to ${to})`,
    indicatorsRule:
      'Each bar is one indicator’s own scale, lowest to highest. The band is the range of judgement, the upright tick the central value, the open circle the start.',
    payoffs: 'What it is worth to each, on its own scale',
    payoffsFinding: (parts: readonly string[]) =>
      parts.length === 0
        ? 'By its own stakes, this end is worth to each actor about what the start was.'
        : `By its own stakes, ${formatList(parts)}.`,
    payoffsPart: (actor: string, more: boolean, depends: boolean) =>
      `${actor} has ${more ? 'more' : 'less'} than at the start${depends ? ' (whether more or less depends on judgement)' : ''}`,
    payoffsRule:
      'Each bar is one actor’s own scale, from the worst to the best that is plausible here for that actor alone. Bars of different actors cannot be compared or added.',
    leverage: 'Leverage at this end, and how it got here',
    leverageRule:
      'Each bar is the scale from 0 to 100. The band is the range of judgement, the upright tick the central value, the open circle the start.',
    cases: 'An opinion shown as 20 cases',
    casesFinding: (label: string, half: string) => `${label}: half of the 20 cases lie at ${half} or lower.`,
    casesRule: (note: string) =>
      `${note} Each dot is one case in 20 of the same judgements. It is an opinion, not a count of anything that happened.`,
    casesColumns: { case: 'Case', value: 'Value' },
    notSaid: 'What this does not say',
    notSaidAlways: [
      'How likely this end is. Nobody has forecast anything, and how many lines lead here says nothing.',
      'Whether this end is better than another. Ends are not ranked, and points of different actors cannot be added.',
      'Whether anybody’s conduct was lawful or right. Law is quoted where it binds; no verdict is given.',
    ],
    notSaidHigher: (one: string, other: string) =>
      `Whether ${one} or ${other} has more leverage here: the range leaves it open.`,
    notSaidDirection: (labels: readonly string[]) =>
      `Whether ${labels.length === 1 ? 'this rose or fell' : 'these rose or fell'}: ${formatList(labels)}. Their ranges leave it open.`,
    notSaidWide: (labels: readonly string[]) =>
      `Where exactly ${labels.length === 1 ? 'this stands' : 'these stand'}: ${formatList(labels)}. The range spans a third of the scale or more.`,
    next: 'What happened next',
    nextLead: (date: string) =>
      `Nobody in the scenario could know this on ${date}. It proves no line right or wrong: many things happened that no scenario holds, and one course of events says nothing about the others.`,
    nextLoading: 'Loading what happened…',
    nextFailed: 'What happened next could not be loaded. Check the connection.',
    nextRetry: 'Try again',
    nextEmpty: 'This scenario says nothing about what happened after its reading date.',
  },
} as const;
