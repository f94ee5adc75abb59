const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** Sheets that are printed before a workshop, and the page that chooses them. */
export const presentPrint = {
  title: 'Role sheets and ballots',
  lead: 'Choose what to print. Sheets are A4; the comparison sheet can be enlarged to A3.',
  back: 'Back to the workshop',
  print: 'Print',
  branch: 'For which branch',
  choose: 'Sheets',
  kinds: {
    roles: 'Role sheets',
    ballots: 'Ballots, four slips to a page',
    cards: 'Decision cards, two to a page',
    comparison: 'Comparison sheet',
  },
  actors: 'Role sheets for',
  loading: 'Loading the texts…',
  asOf: (scenario: string, date: string) => `${scenario} · as of ${date}`,
  role: {
    title: (actor: string) => `${possessive(actor)} table`,
    who: (actor: string) =>
      `You speak for ${actor} in this exercise. Speaking for a side is not agreeing with it. You may step out, or change sides, at any time; no reason is needed.`,
    wants: (actor: string) => `What ${actor} is thought to want`,
    fears: (actor: string) => `What ${actor} is thought to fear`,
    told: 'As each side tells it at the start',
    situation: 'Where it begins',
    facts: 'Facts to lean on',
    status: 'Facts carry the state of their checking. A contested fact has more than one reading.',
    how: 'How we work',
    rules: [
      'Interests, not blame. The same room for each side.',
      'First you commit, on a ballot or by hand; then the room looks.',
      '“Cannot say” is an answer. So is staying out of a vote.',
    ],
  },
  ballot: {
    cannotSay: 'Cannot say',
    predict: 'I think they will play:',
    note: 'One cross. Only options on the screen count. No name.',
    copies: (pages: number, people: number) => `${pages} of this page for ${people} people`,
  },
  card: { options: 'What can be done' },
  comparison: {
    title: 'Two rounds side by side',
    round: (round: number) => `Round ${round}: what was played`,
    decision: 'Decision',
    surprised: 'What surprised us',
    differs: 'What differs at the end',
    number: 'Which single number do we disagree on?',
    change: 'What would change our view?',
  },
} as const;
