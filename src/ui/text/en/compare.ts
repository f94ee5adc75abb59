import { formatList } from '../format.ts';

const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);
const figures = (count: number): string => (count === 1 ? '1 figure' : `${count} figures`);

/** “Russia’s”, “United States’”. */
const of = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/** Counts of redraws in words; none and all are told as such. */
const redraws = (count: number, all: number): string =>
  count === 0 ? 'in no redraw' : count === all ? `in all ${all} redraws` : `in ${count} of ${all} redraws`;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Compare: lines or ends side by side. */
export const compare = {
  title: 'Compare',
  loading: 'Setting the lines side by side…',
  empty: {
    title: 'Set lines side by side',
    lead: 'Choose two to four of your lines to see where they part and what differs, in order of size. A link to this page holds the whole comparison.',
    oneChosen: (name: string) => `One line is chosen: “${name}”. Choose a second to set beside it.`,
    noStudy: 'You have walked no line yet. Choose a branch on Walk and play a few moves; every turn is kept.',
    oneLine:
      'Your study holds one line. Go back on Walk to any step and play another move there: both turns then stand here to be compared.',
    toWalk: 'Go to Walk',
  },
  columns: {
    title: 'The lines',
    letter: (letter: string) => `Line ${letter}`,
    walk: (letter: string, name: string) => `${letter}, ${name}: go there on Walk`,
    opening: 'The start',
    earlier: (letter: string, name: string) => `Move ${letter}, ${name}, one place earlier`,
    later: (letter: string, name: string) => `Move ${letter}, ${name}, one place later`,
    remove: (letter: string, name: string) => `Take ${letter}, ${name}, away`,
    replace: (letter: string, name: string) => `Replace ${letter}, ${name}`,
    removeShort: 'Take away',
    replaceShort: 'Replace',
    add: 'Add a line',
    full: 'Four lines at most',
    stands: (count: number) => `After ${steps(count)}`,
    unfinished: 'The talks go on',
    dropped: (letter: string, moves: readonly string[]) =>
      `${letter}: ${moves.length === 1 ? 'one step does' : `${moves.length} steps do`} not fit the scenario and ${moves.length === 1 ? 'is' : 'are'} left out: ${moves.slice(0, 3).join(' → ')}${moves.length > 3 ? ' → …' : ''}. ${letter} is compared as far as it fits.`,
    leftOut: (count: number) =>
      `This link holds more than four lines. ${count === 1 ? 'The last one is' : `The last ${count} are`} not shown.`,
    same: (letters: readonly string[]) => `${formatList(letters)} are the same line.`,
  },
  choose: {
    add: 'Which line to add',
    replace: (letter: string) => `Which line to set in the place of ${letter}`,
    close: 'Close',
    named: 'Lines that you named',
    ends: 'Ends that you reached',
    others: 'Lines still under way',
    here: 'Your present line',
    chosen: (letter: string) => `Already here as ${letter}`,
    none: 'Your study holds no other line. Go back on Walk to any step and play another move there.',
  },
  pair: {
    legend: 'Compare',
    against: 'with',
    name: (letter: string, name: string) => `${letter} · ${name}`,
  },
  points: (low: string, high: string) =>
    low === high ? `about ${low} ${low === '1' ? 'point' : 'points'}` : `${low} to ${high} points`,
  finding: {
    higher: (name: string, points: string) => `${of(name)} payoff ${points} higher`,
    lower: (name: string, points: string) => `${of(name)} payoff ${points} lower`,
    higherToo: (name: string, points: string) => `${of(name)} ${points} higher`,
    lowerToo: (name: string, points: string) => `${of(name)} ${points} lower`,
    level: (name: string) => `${of(name)} about level`,
    leaves: (first: string, second: string, [lead = '', ...rest]: readonly string[]) =>
      rest.length === 0
        ? `${second} leaves ${lead} than ${first}`
        : `${second} leaves ${lead} than ${first}, and ${formatList(rest)}`,
    allLevel: (first: string, second: string, names: readonly string[]) =>
      `${first} and ${second} leave ${formatList(names.map(of))} ${names.length === 1 ? 'payoff' : 'payoffs'} about level`,
    openToo: (name: string, range: string) => `for ${name} the direction depends on judgement (${range})`,
    openFor: (first: string, second: string, name: string, range: string) =>
      `Whether ${second} leaves ${of(name)} payoff higher or lower than ${first}: direction depends on judgement (${range})`,
    allOpen: (first: string, second: string, parts: readonly string[]) =>
      `Whether ${second} leaves the payoffs higher or lower than ${first}: direction depends on judgement (${parts.join('; ')})`,
    openPart: (name: string, range: string) => `${name} ${range}`,
    sentence: (clauses: readonly string[]) => `${clauses.join('; ')}.`,
    redraws: (name: string, second: string, inSecond: number, first: string, inFirst: number, all: number) => {
      const parts = [
        ...(inSecond === 0 ? [] : [`${redraws(inSecond, all)} ${of(name)} payoff is higher in ${second}`]),
        ...(inFirst === 0
          ? []
          : [`${redraws(inFirst, all)} ${inSecond === 0 ? `${of(name)} payoff is` : 'it is'} higher in ${first}`]),
      ];
      return parts.length === 0 ? `In no redraw does ${of(name)} payoff differ.` : `${capital(parts.join(', '))}.`;
    },
    rule: 'A payoff is what a place is worth to one actor on its own stakes, 0 to 100. Points of two actors are not comparable. Differences are read on shared draws, so that what both lines have in common cancels. A redraw is the same judgements drawn once more within their ranges: not a likelihood.',
  },
  both: {
    title: 'Better for both?',
    pair: (first: string, second: string) => `${first} and ${second}`,
    all: (line: string) => `On these judgements the payoff of both principals is higher in ${line}.`,
    opposed: (parts: readonly string[]) => `${formatList(parts)}: what one gains, the other loses.`,
    part: (name: string, line: string) => `${of(name)} payoff is higher in ${line}`,
    levelPart: (name: string) => `${of(name)} does not differ by a whole point`,
    some: (parts: readonly string[]) => `${formatList(parts)}.`,
    level: 'Neither principal’s payoff differs by a whole point.',
    open: (second: string, inSecond: number, first: string, inFirst: number, all: number) =>
      `Whether either is better for both depends on judgement: ${
        inSecond === 0 && inFirst === 0
          ? 'in no redraw are both payoffs higher in the same line'
          : `${redraws(inSecond, all)} are both payoffs higher in ${second}, ${redraws(inFirst, all)} are both higher in ${first}`
      }.`,
  },
  parting: {
    title: 'Where they part',
    shared: (moves: readonly string[]) => `They share ${steps(moves.length)}: ${moves.join(' → ')}.`,
    atOnce: 'They share no step.',
    decides: (names: readonly string[], ask: string) =>
      `They part where ${formatList(names)} ${names.length === 1 ? 'decides' : 'decide together'}: “${ask}”`,
    chance: (ask: string) => `They part where chance decides: “${ask}”`,
    reader: (ask: string) => `They part where you choose: “${ask}”`,
    stops: (letters: readonly string[]) =>
      `${formatList(letters)} ${letters.length === 1 ? 'stops' : 'stop'} there; the others go on.`,
    none: 'They do not part.',
    own: (letter: string) => `Steps of ${letter}`,
    noOwn: 'No step of its own.',
    asIn: (letters: readonly string[]) => `as in ${formatList(letters)}`,
    shock: 'Shock',
    end: 'End',
    conditions: 'Conditions that differ',
    condition: (label: string, parts: readonly string[]) => `${label}: ${parts.join('; ')}.`,
    conditionPart: (letters: readonly string[], state: string) => `in ${formatList(letters)}, ${state}`,
    sameConditions: 'The conditions are the same in all of them.',
  },
  table: {
    title: (first: string, second: string) => `What differs between ${first} and ${second}, largest first`,
    rule: 'Each number with its range of judgement; press it for where it comes from. Darker: a larger difference against how far that figure can go. Numbers are rounded, so a difference may be one off what the columns give.',
    orderGrouped: 'Under each total its parts, by points; indicators by how far each can go.',
    orderPlain: 'By the size of the difference against how far each figure can go.',
    more: (count: number) => `Show ${figures(count)} more`,
    fewer: 'Show fewer',
    figure: 'Figure',
    difference: (first: string, second: string) => `${second} − ${first}`,
    grouped: 'Group by total',
    level: (count: number) => `${figures(count)} ${count === 1 ? 'does' : 'do'} not differ by a whole point`,
    allLevel: 'No figure differs by a whole point.',
    open: 'direction depends on judgement',
    csv: 'Table (CSV)',
    line: (letter: string, name: string, moves: readonly string[]) => `${letter}: ${name} (${moves.join(', ')})`,
    groups: {
      payoff: (name: string) => `${name}: payoff and stakes`,
      leverage: (name: string) => `${name}: leverage and drivers`,
      indicators: 'Indicators',
    },
    cell: (letter: string, figure: string) => `${letter}, ${figure}`,
    basis: 'Where this number comes from',
    columns: {
      figure: 'Figure',
      unit: 'Unit',
      central: (letter: string) => `${letter}, central value`,
      low: (letter: string) => `${letter}, low`,
      high: (letter: string) => `${letter}, high`,
      difference: (pair: string) => `${pair}, central value`,
      differenceLow: (pair: string) => `${pair}, low`,
      differenceHigh: (pair: string) => `${pair}, high`,
      higher: (letter: string) => `Draws in which ${letter} is higher`,
    },
  },
  figure: {
    payoff: (name: string) => `${of(name)} payoff`,
    stake: (name: string, label: string) => `${of(name)} stake: ${label}`,
    stakeShort: (label: string) => `Stake: ${label}`,
    leverage: (name: string) => `${of(name)} leverage`,
    driver: (name: string, label: string) => `${of(name)} leverage: ${label}`,
    driverShort: (label: string) => `Driver: ${label}`,
    points: 'points',
    index: 'index',
  },
  difference: {
    title: (figure: string, pair: string) => `${figure}: ${pair}`,
    lead: (second: string, first: string, central: string, range: string) =>
      `${second} less ${first}: ${central} (${range}).`,
    counts: (second: string, inSecond: number, first: string, inFirst: number, all: number) =>
      inSecond === 0 && inFirst === 0
        ? 'Level in every redraw.'
        : `Higher in ${second} ${redraws(inSecond, all)}, higher in ${first} ${redraws(inFirst, all)}.`,
    parts: 'Its parts',
    partsRule: 'The parts of the central difference sum to it.',
    steps: (letter: string) => `Steps of ${letter} that moved it, after the parting`,
    noSteps: (letter: string) => `No step of ${letter} after the parting moved it.`,
    basisIn: (letter: string) => `Where the number in ${letter} comes from`,
  },
  paths: {
    heading: 'Leverage along the lines',
    higher: (name: string, points: string, first: string, second: string) =>
      `${of(name)} leverage ends ${points} higher in ${second} than in ${first}`,
    lower: (name: string, points: string, first: string, second: string) =>
      `${of(name)} leverage ends ${points} lower in ${second} than in ${first}`,
    level: (name: string, first: string, second: string) =>
      `${of(name)} leverage ends about level in ${first} and ${second}`,
    open: (name: string, range: string, first: string, second: string) =>
      `Whether ${of(name)} leverage ends higher in ${second} or in ${first}: direction depends on judgement (${range})`,
    ends: (parts: readonly string[]) => `${parts.join('; ')}.`,
    part: (letter: string, score: string, range: string) => `${letter} ends at ${score} (${range})`,
    rule: 'Leverage after each step, 0 to 100: steps, not dates. Letters and the pattern of the line tell the lines apart; bands are ranges of judgement. Until they part, the lines lie on each other.',
    title: (name: string) => `Leverage of ${name} along the lines`,
    step: 'Step',
    start: 'Start',
    stepName: (step: number) => `Step ${step}`,
    ended: '–',
  },
  dots: {
    finding: (figure: string, first: string, second: string, change: string) =>
      `Against how far each can go, what differs most between ${first} and ${second} is: ${figure}, ${change}`,
    none: 'No figure differs by a whole point',
    title: (first: string, second: string) => `${second} less ${first}, as a share of how far each figure can go`,
    rule: (first: string, second: string) =>
      `Payoffs, leverage and indicators; stakes and drivers stand in the table. A dot right of the line: higher in ${second}; left of it: higher in ${first}. The bar is the range of judgement on shared draws; an open dot says that the direction depends on judgement. Each row is drawn against how far that figure can go, with its own number beside it.`,
    others: (count: number) =>
      `${figures(count)} more ${count === 1 ? 'differs' : 'differ'}, by less; the table above has them.`,
    description: (title: string, rows: readonly string[]) => `${title}. ${rows.join('; ')}.`,
    row: (figure: string, value: string) => `${figure} ${value}`,
    share: 'Share of span, %',
    axis: (percent: string) => `${percent} %`,
  },
  brief: {
    title: 'Take the comparison away',
    lead: 'One page with the finding, the steps, what differs, where each number comes from, and the facts.',
    copy: 'Copy as Markdown',
    copied: 'Copied',
    notCopied: 'This browser does not lend its clipboard here. Download the file instead.',
    failed: 'That did not work. Check the connection and try again.',
    download: 'Download brief (Markdown)',
    print: 'Print brief',
    show: 'Show the brief',
    hide: 'Hide the brief',
    preparing: 'The brief is being put together…',
    unavailable: 'The brief could not be put together: facts or reasons did not load. Reload the page to try again.',
    line: (letter: string, name: string, end: string) => `${letter}: ${name}. ${end}`,
    end: (label: string, agreement: string) => `Ends at “${label}” (${agreement.toLowerCase()}).`,
    stands: (ask: string) => `The talks go on: “${ask}”`,
    parting: 'Where they part',
    step: 'Step',
    differencesRule:
      'First the principals’ payoffs and leverage, then what differs most against how far it can go; in brackets the range of judgement.',
    more: (count: number) => `${figures(count)} more ${count === 1 ? 'differs' : 'differ'}; all are in the CSV table.`,
    basis: 'Where these numbers come from',
    basisOf: (figure: string, basis: string) => `${figure}. ${basis}`,
    sorts: { source: 'facts', derived: 'formula', judgement: 'judgement' },
    cited: (ids: readonly string[]) => formatList(ids),
    start: (sort: string, reason: string) => `Start (${sort}): ${reason}`,
    weights: (sort: string, reason: string) => `Weights (${sort}): ${reason}`,
    movedBy: (letter: string, step: number, change: string) => `${letter}${step} ${change}`,
    moves: (moves: readonly string[]) => `Moved by ${formatList(moves)}`,
    noMoves: 'No step after the parting moves it by a whole point',
    part: (label: string, change: string) => `${label} ${change}`,
    rests: (parts: readonly string[]) => `Mostly ${formatList(parts)}`,
    reasons: 'Reasons for the steps named',
    stepReason: (letter: string, step: number, label: string, sort: string, reason: string) =>
      `${letter}${step} ${label} (${sort}): ${reason}`,
    noReason: 'No reason is written.',
    facts: 'Facts cited here',
    fact: (id: string, status: string, claim: string, source: string) =>
      `${id} (${status.toLowerCase()}): ${claim} ${source}`,
    noSource: 'No source settles this.',
    source: (title: string, others: number) =>
      `Source: ${title}${others === 0 ? '' : ` and ${others === 1 ? '1 other' : `${others} others`}`}.`,
    says: 'What this does not say',
    notSaid: [
      'It does not say which line is likelier or better: no end is ranked, and redraws are not probabilities.',
      'Points of two actors cannot be added or set against each other.',
      'The steps are held; what either side would choose is not computed.',
    ],
    link: 'Link to this comparison',
  },
} as const;
