const ends = (count: number): string => (count === 1 ? '1 end' : `${count} ends`);

/** Tradeoffs: what one side pays for the other's gain, over every reachable end. */
export const tradeoffs = {
  lead: 'Every end that can be reached, by what it is worth to each side; and what each end means, stake by stake.',
  filters: {
    title: 'Show only',
    from: 'Lines that begin',
    fromTable: 'at the table',
    fromHere: (place: string, step: string) => `where you stand on Walk (${step}: ${place})`,
    fromLine: (place: string, step: string) => `at ${step}: ${place}`,
    fromEnded: 'Your line on Walk stands at an end, so nothing follows from it.',
    branches: 'Branches',
    conditions: 'Conditions',
    conditionsNote: 'Set before the lines begin, as a shock on Walk would set them.',
    asThere: { table: 'As at the reading date', line: 'As they are where the lines begin' },
    condition: (condition: string, state: string) => `${condition}: ${state}`,
    reset: 'Show everything',
  },
  reading: {
    running: 'Reading every line beside the page…',
    progress: 'Part of the tree that is read',
    percent: (percent: string) => `${percent} %`,
    stop: 'Stop',
    done: (count: number, all: number) =>
      count === all
        ? `All lines are read: ${count === 1 ? 'the one end' : `all ${count} ends`} can be reached.`
        : `All lines are read: ${count} of ${ends(all)} can be reached.`,
    stopped: (count: number) =>
      `Stopped. What is shown rests on the lines read so far (${ends(count)}); others may lie elsewhere.`,
    goOn: 'Read again',
    failed: 'The lines could not be read in this browser, or the connection was lost before they began.',
    retry: 'Try again',
    empty: 'No end is reached from here.',
    emptyHint: 'Take a filter away, or let the lines begin at the table.',
  },
  plot: {
    title: (one: string, other: string) => `Payoffs of the reachable ends to ${one} and ${other}`,
    axis: (actor: string) => `Payoff to ${actor}`,
    zone: 'better for both than walking away',
    marks: 'Ends on the chart: arrows walk along them, Enter asks about one',
    mark: (number: string, label: string, kind: string, payoffs: readonly string[]) =>
      `${number}, ${label}, ${kind}: ${payoffs.join('; ')}`,
    payoff: (actor: string, value: string, range: string | undefined) =>
      range === undefined ? `${actor} ${value}` : `${actor} ${value}, range ${range}`,
    frontierPoint: (label: string, payoffs: readonly string[]) => `On the frontier: ${label}: ${payoffs.join('; ')}`,
    agreement: 'an agreement',
    noAgreement: 'no agreement',
    legend: {
      title: 'What the marks are',
      agreement: 'An end that is an agreement',
      noAgreement: 'An end that is none',
      range: 'Its range of judgement',
      cells: 'Some line ends here',
      footprint: (label: string) => `Some line to “${label}” ends here`,
      frontier: 'Frontier',
      walkAway: (letter: string, branch: string) => `${letter}: walking away from “${branch}”`,
    },
  },
  finding: {
    reading: (count: number) => `${ends(count)} found so far; the frontier is not known yet.`,
    none: 'No end is reached from here.',
    oneBest: (label: string, one: string, other: string) =>
      `One reachable outcome is best for both ${one} and ${other}: ${label}.`,
    noBest: (one: string, other: string) => `No reachable end is best for both ${one} and ${other}.`,
    depends: (title: string) => `${title.replace(/\.$/, '')}, but whether that holds depends on judgement.`,
    better: (by: string, both: number, all: number, open: number, from: string) => {
      const ofAll = all === 1 ? 'the one reachable end' : `${all} reachable ends`;
      const depends = open === 0 ? '' : `; for ${open} more it depends on judgement`;
      if (both === 0 && open === 0)
        return `By ${by}, none of ${ofAll} leaves both better off than walking away from “${from}”.`;
      if (both === 0)
        return `By ${by}, none of ${ofAll} surely leaves both better off than walking away from “${from}”; for ${open} it depends on judgement.`;
      return `By ${by}, ${both} of ${ofAll} ${both === 1 ? 'leaves' : 'leave'} both better off than walking away from “${from}”${depends}.`;
    },
  },
  by: {
    label: 'An end’s line',
    shortest: 'Shortest line',
    best: (actor: string) => `Best for ${actor}`,
    shortestPhrase: 'their shortest lines',
    bestPhrase: (actor: string) => `the lines that are best for ${actor}`,
    shortestNote:
      'An end stands where its shortest line leads; of several as short, the first in the order of the scenario.',
    bestNote: (actor: string) =>
      `An end stands where that line to it leads that is worth most to ${actor}; other lines may leave ${actor} with less.`,
  },
  rule: (by: string) =>
    `Each number is an end, placed by ${by}; the cross through it is its range of judgement. Shaded squares are where any line ends: how many is not shown, and says nothing about likelihood.`,
  howToRead: 'How to read this',
  reading_: {
    frontier:
      'From an outcome on the frontier, no reachable outcome is better for one side without being worse for the other. It is drawn as steps, because nothing between two outcomes can be reached.',
    walkAway:
      'Walking away is what each side would have if it left the branch where these lines begin, with no deal. It moves along a line, so a later step has another such point.',
    points:
      'Points of different actors are not comparable: 10 points mean something else to each, and are never added.',
    central:
      'Squares, frontier and places are read at central values. Ranges are the 10th to 90th percentile of the draws of one line, all else on it held.',
  },
  key: {
    title: 'Ends by number',
    unreached: 'Not reached from here under these conditions',
    hint: 'Choose an end, on the chart or here, to see a line that leads there.',
  },
  frontier: {
    title: (count: number) =>
      count === 1 ? 'The one outcome on the frontier' : `The ${count} outcomes on the frontier, in its order`,
  },
  selected: {
    close: 'Close',
    worth: 'What it is worth',
    against: 'Against walking away',
    gain: (actor: string, change: string, range: string) => `${actor}: ${change} points, range ${range}`,
    sides: {
      better: 'better than walking away',
      worse: 'worse than walking away',
      level: 'level with walking away',
      open: 'better or worse: it depends on judgement',
    },
    noWalkAway: 'At the table there is nothing to walk away from yet.',
    from: (branch: string, ends: string) => `Leaving “${branch}” where these lines begin leads to: ${ends}.`,
    steps: (count: number) =>
      count === 1 ? 'A line that leads there, 1 step' : `A line that leads there, ${count} steps`,
    frontier: 'An outcome on the frontier',
    walk: 'Walk this line',
    compare: 'Add to Compare',
    gone: 'What this link chose is not among the outcomes that are shown. A filter may have left it out.',
    waiting: 'Its range is being read…',
    basis: (actor: string) => `Where ${actor}’s number comes from`,
  },
  stakes: {
    finding: (actor: string, stake: string, low: string, high: string, weight: string) =>
      `For ${actor}, ends differ most in “${stake}”: from ${low} to ${high} of 100, weight ${weight} %.`,
    same: (actor: string) => `For ${actor}, all ends shown are worth the same, stake by stake.`,
    waiting: 'Which end suits whom, stake by stake',
    rule: (actor: string, by: string) =>
      `How good each end is for ${actor} on each stake, by ${by}: 0 is the worst and 100 the best that this scenario has in view. The stronger the tint, the better for ${actor}. Ends stand in the order of the scenario, which ranks nothing.`,
    whose: 'Whose stakes',
    end: 'End',
    number: 'No.',
    agreement: 'Agreement',
    payoffOf: (actor: string) => `Payoff to ${actor}`,
    weight: (weight: string) => `weight ${weight} %`,
    line: 'Line',
    low: (label: string) => `${label}, low`,
    high: (label: string) => `${label}, high`,
    sort: (label: string) => `Sort by ${label}`,
    order: 'Back to the order of the scenario',
    cell: (end: string, stake: string, value: string, range: string) =>
      `${end}, ${stake}: ${value} of 100, range ${range}. Show where it comes from`,
    scroll: 'Stakes of the ends: scroll sideways for all columns',
    unread: 'The ranges of the ends are being read…',
  },
  table: {
    end: 'End',
    kind: 'Kind',
    walkAway: 'walking away',
    line: 'Line',
  },
} as const;
