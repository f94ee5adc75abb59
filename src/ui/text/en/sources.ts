import { formatList } from '../format.ts';

/** What Sources says of the ledger, and of what rests on it. */
export const sources = {
  title: 'Sources',
  lead: 'What this scenario takes as known, who says so, what was checked, and what rests on it.',
  summary: (facts: number, parts: readonly string[]) =>
    `${facts === 1 ? 'One fact' : `${facts} facts`}: ${formatList(parts)}.`,
  summaryPart: (count: number, status: string) => `${count} ${status.toLowerCase()}`,
  onThisPage: 'On this page',
  statusMeans: {
    corroborated: 'A second source agrees with it.',
    contested: 'Sources or sides tell it differently. The note says how.',
    contradicted: 'Sources say otherwise.',
    'not checked': 'Nobody has checked it, or it is an opinion that nothing public settles.',
  },
  problems: 'The source’s own problems',
  problemsLead:
    'The text that this scenario was drawn from has errors and gaps. Here they are, with what the scenario does about each.',
  problem: 'Problem',
  handled: 'What the scenario does',
  concerns: 'Concerns',
  facts: 'Facts',
  noSection: 'Of no particular section',
  filters: 'Show only',
  search: 'Search in facts',
  searchHint: 'A word, a name, or F51',
  status: 'Status',
  kind: 'Kind',
  shown: (shown: number, all: number) => (shown === all ? `All ${all} facts` : `${shown} of ${all} facts`),
  none: 'No fact answers to this.',
  noneHint: 'Take a filter away, or search for fewer words.',
  clear: 'Clear',
  noSource: 'No source settles this.',
  newTab: 'opens in a new tab',
  alsoProblem: 'Named among the source’s own problems:',
  restsOn: (counted: string) => `What rests on it: ${counted}`,
  restsNothing: 'Nothing in the scenario rests on it.',
  restsLoading: 'Looking for what rests on it…',
  restsFailed: 'What rests on it could not be loaded. Reload the page to try again.',
  counted: {
    moves: (count: number) => (count === 1 ? '1 move' : `${count} moves`),
    places: (count: number) => (count === 1 ? '1 question or end' : `${count} questions or ends`),
    numbers: (count: number) => (count === 1 ? '1 number' : `${count} numbers`),
    texts: (count: number) => (count === 1 ? '1 other text' : `${count} other texts`),
  },
  burden: { told: 'text', effects: 'effects', effectsAndOdds: 'effects and odds', law: 'law', account: 'account' },
  table: 'Where the reader begins',
  whole: 'The whole scenario',
  subject: {
    actor: (name: string) => `What ${name} wants and fears`,
    indicator: (label: string) => `${label}, at the reading date`,
    drivers: (name: string) => `The start of ${name}’s leverage`,
    weights: (name: string) => `Weights in ${name}’s leverage`,
    stakes: (name: string) => `What is at stake for ${name}`,
    summary: 'The scenario’s summary',
    scale: 'The table of words for effects',
    postures: 'Postures and what they bring together',
    condition: (label: string, state: string | undefined) =>
      state === undefined ? `Condition: ${label}` : `Condition: ${label}, ${state}`,
    noDeal: (branch: string, name: string | undefined) =>
      name === undefined ? `Without a deal, in “${branch}”` : `What ${name} can do without a deal, in “${branch}”`,
  },
  later: (count: number, date: string) =>
    `${count === 1 ? 'One later fact is' : `${count} later facts are`} kept apart, because nobody in the scenario could know ${count === 1 ? 'it' : 'them'} on ${date}.`,
  laterAsked: (id: string, date: string) =>
    `Fact ${id} is later than ${date}. Later facts are kept apart, because nobody in the scenario could know them.`,
  unknown: (id: string) => `This scenario has no fact called ${id}.`,
  empty: 'This scenario names no facts yet. They belong in its file facts.yaml.',
  failed: 'The facts could not be loaded. Your lines are safe. Check the connection and try again.',
  failedTitle: 'Sources could not be shown',
  retry: 'Try again',
  back: 'Back to Walk',
} as const;
