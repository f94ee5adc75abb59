import { formatList } from '../format.ts';

/** Leverage and where its numbers come from. */
export const leverage = {
  leverage: {
    now: 'Leverage now',
    meaning: (draws: string, shared: string) =>
      `How much an actor can move another’s choice, 0 to 100. The band is the range of judgement: the 10th to 90th percentile of ${draws} draws, in which ${shared} of each estimate’s error is shared with the others of its actor or indicator. The tick is the central value.`,
    howToRead: 'How to read this',
    driver: 'Driver',
    points: 'points',
    value: 'Value',
    weight: 'Weight',
    change: 'Change',
    contribution: 'Points',
    range: (range: string) => `range ${range}`,
    equalWeights: 'All drivers weigh the same, because nobody has said otherwise.',
    givenWeights: 'Weights as the scenario gives them.',
    score: (actor: string, score: string, range: string) => `${actor}: leverage ${score}, range of judgement ${range}`,
    unchanged: (actor: string) => `${actor}: no change`,
    changed: (actor: string, change: string, parts: readonly string[]) =>
      parts.length === 0 ? `${actor} ${change}` : `${actor} ${change}: it ${formatList(parts)}`,
    /** What an actor does when a driver rises or falls; other drivers use their own label. */
    rises: {
      chip: 'has more to give',
      alternatives: 'can live better without a deal',
      backing: 'gains outside support',
      time: 'is hurt less by delay',
      credibility: 'is believed more',
    } as Readonly<Record<string, string>>,
    falls: {
      chip: 'has less to give',
      alternatives: 'can live less well without a deal',
      backing: 'loses outside support',
      time: 'is hurt more by delay',
      credibility: 'is believed less',
    } as Readonly<Record<string, string>>,
    risesOther: (label: string) => `gains “${label}”`,
    fallsOther: (label: string) => `loses “${label}”`,
    part: (phrase: string, points: string) => `${phrase} (${points})`,
    along: 'Leverage along this line',
    alongRule: 'Steps, not dates. The bands are ranges of judgement.',
    step: 'Step',
    beyond: 'beyond the scale',
    others: 'Drivers of the others',
  },
  basis: {
    title: (label: string) => `Where this number comes from: ${label}`,
    whence: 'Where this number comes from',
    payoffOf: (actor: string) => `${actor}, what this is worth to it`,
    stakeOf: (actor: string, label: string) => `${actor}, its stake in: ${label}`,
    back: 'Back',
    start: 'At the reading date',
    source: 'From facts',
    derived: 'By formula',
    judgement: 'Judgement',
    reason: 'Reason',
    estimate: 'low, most likely, high',
    central: (value: string) => `central value ${value}`,
    effect: { add: 'adds', scale: 'multiplies by', set: 'sets to' },
    /** Of a condition's state that is left. */
    takenBack: 'no longer adds',
    scaled: (label: string, ref: string) => `times ${label} divided by ${ref}, at most 2`,
    when: (condition: string) => `only when ${condition}`,
    word: (word: string) => `the word “${word}” of the scale`,
    total: 'Now',
    steps: 'Step by step',
    close: 'Close',
    standing: (author: string, date: string, version: string) =>
      `Scores are judgements by ${author}, as of ${date}, version ${version}: not measurements or forecasts.`,
    scale: 'The table of words',
    none: 'This step changes nothing here.',
  },
} as const;
