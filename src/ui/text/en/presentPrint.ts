import { formatList } from '../format.ts';

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);

/** What is printed for a workshop: role sheets, ballots, decision cards, the comparison sheet and the agenda. */
export const presentPrint = {
  title: 'Role sheets and ballots to print',
  lead: 'Black on white, A4. Nothing here needs a room: choose, look, print.',
  back: 'Back to the workshop',
  print: 'Print',
  preparing: 'Putting the sheets together…',
  failed:
    'The texts for these sheets could not be loaded. Go back and open this page again; a connection may be needed once.',
  nothing: 'Nothing is chosen. Tick at least one thing to print.',
  sheets: (count: number) => (count === 1 ? '1 sheet to print.' : `${count} sheets to print.`),
  preview: 'Preview of the sheets',
  plan: 'Plan',
  branch: 'Where the negotiation begins',
  vantage: 'Vantage points',
  copies: 'Ballots of each decision',
  moreCopies: 'One more ballot of each',
  fewerCopies: 'One ballot fewer of each',
  what: 'What to print',
  parts: {
    agenda: 'Agenda for the facilitator',
    roles: 'Role sheets',
    cards: 'Decision cards',
    ballots: 'Ballots',
    comparison: 'Comparison sheet',
  },
  role: {
    eyebrow: (scenario: string, date: string) => `Role sheet · ${scenario} · as of ${date}`,
    who: (name: string) =>
      `Whoever holds this sheet speaks for ${name} in this exercise. It tells what ${name} is taken to want and to fear, from public reporting. Speaking for it is not agreeing with it.`,
    wants: 'It is taken to want',
    fears: 'It is taken to fear',
    situation: 'The situation',
    told: 'What each says',
    toldNote: 'The same on every sheet.',
    leverage: 'What it can move the others with, at the start',
    scale: 'Judgements from 0 to 100, in brackets their range. Not forecasts.',
    driver: (label: string, points: string, range: string) => `${label}: ${points} (${range})`,
    between: (low: number, lowMeans: string, high: number, highMeans: string) =>
      `${low} is “${lowMeans}”, ${high} is “${highMeans}”.`,
    noLeverage: 'No leverage is scored for this vantage point. It counts through what others need from it.',
    rules: 'Rules of the exercise',
    ruleList: [
      'Interests, not blame. Say what a side needs and why; accuse nobody in the room.',
      'Anyone may step out, or change sides, at any time. No reason is needed.',
      'Use what is on the sheets. No military details; no names, pictures or stories of people one knows.',
      'Commit first, then look: nobody sees a count before all have answered.',
    ],
    facts: 'Facts that this sheet cites or rests on',
  },
  ballot: {
    head: 'Ballot',
    decides: (actors: readonly string[]) => (actors.length === 0 ? 'For all' : `For ${formatList(actors)}`),
    cannotSay: 'Cannot say',
    predict: 'I think the room will play:',
    note: 'No name on it.',
    sheet: (question: string) => `Ballots: ${question}`,
    closed: 'Cross one box. Leave out what the facilitator says is not open.',
  },
  card: {
    eyebrow: 'Decision card',
    decides: (actors: readonly string[]) =>
      actors.length === 1 ? `${actors[0]} decides` : `${formatList(actors)} decide together`,
    context: 'What is known',
    options: 'What can be done',
    note: 'Reasons are why that side might do it, as it may see it. An option may be closed when you come here; the facilitator says so.',
  },
  comparison: {
    title: 'Two rounds side by side',
    eyebrow: 'Comparison sheet',
    round: (number: number) => `Round ${number}`,
    different: 'What made the difference?',
    sides: 'Who spoke for whom',
    conditions: 'Conditions',
    end: 'Where it ended',
    leverage: (name: string) => `Leverage of ${name} at the end, with range`,
    surprise: 'What surprised us',
    voice: 'Whose voice was missing',
    note: 'Points of two actors are not comparable. Write down no names of people in the room.',
  },
  agenda: {
    eyebrow: 'For the facilitator',
    title: (planMinutes: number) => `Agenda: ${minutes(planMinutes)}`,
    part: 'Part',
    from: 'From minute',
    length: 'Minutes',
    doing: 'What you do',
    put: (count: number, discussion: number) =>
      `A round puts up to ${count} of these decisions to the room, with ${minutes(discussion)} to talk before each vote. What is not on the way does not come up.`,
    decisions: 'Decisions of the short cut',
    rules: 'Say before anybody sits down',
    prompts: 'Debrief: ask, wait, write down without names',
    keep: 'The debrief keeps its minutes, whatever overruns.',
    rounds:
      'Read each question aloud, let both sides talk, call the vote, reveal, ask one person of each view for a reason.',
  },
} as const;
