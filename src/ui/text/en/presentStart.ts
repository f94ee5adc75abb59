/** Before a workshop begins: the plan, the people, and what a facilitator should know. */
export const presentStart = {
  lead: 'One laptop, a projector, hands or paper ballots. Nothing leaves this device.',
  kept: 'Rooms on this device',
  keptNone: 'No room is kept on this device.',
  resume: 'Go on',
  resumeLabel: (plan: string, day: string) => `Go on with the room of ${plan}, begun ${day}`,
  room: (plan: string, people: number, day: string) =>
    `${plan}, ${people === 1 ? '1 person' : `${people} people`}, begun ${day}`,
  export: 'Export log',
  exportLabel: (day: string) => `Export the log of the room begun ${day}`,
  wipe: 'Wipe',
  wipeLabel: (day: string) => `Wipe the room begun ${day}`,
  wipeAsk:
    'Wipe this room with all that was counted and noted? This cannot be undone. Export it first if you may need it.',
  wipeYes: 'Wipe it',
  wipeNo: 'Keep it',
  wiped: 'The room is wiped from this device.',
  new: 'A new room',
  plan: 'How long',
  plans: {
    short: { name: '20 minutes', note: 'One round with up to three decisions, a comparison, five minutes of debrief.' },
    hour: {
      name: '60 minutes',
      note: 'Conditions, two rounds with a swap of sides, a comparison, a quarter of the time for the debrief.',
    },
    long: {
      name: '90 minutes',
      note: 'As 60 minutes, with more time to talk. Third parties can have role sheets too.',
    },
  } as Readonly<Record<string, { readonly name: string; readonly note: string }>>,
  planUnknown: 'A workshop',
  branch: 'Where the negotiation begins',
  people: 'People in the room',
  seating: 'How people sit',
  seatings: {
    tables: 'Two tables, one for each side',
    pairs: 'Pairs, one person for each side',
    together: 'All together',
  },
  first: 'First table, or first of each pair',
  second: 'Second table, or second of each pair',
  predict: 'Before each vote, count hands for what people think will be played',
  open: 'Open the room',
  print: 'Role sheets and ballots to print',
  notesTitle: 'For the facilitator',
  notes: [
    [
      'Ground rules',
      'Interests, not blame. Speaking for a side is not agreeing with it. What is said here is not repeated with names.',
    ],
    [
      'Content',
      'The exercise is about an ongoing war: fighting, capture, displacement. There are no images. Say so before people sit down; it does not protect anybody, and some may want another role or none.',
    ],
    [
      'Opting out',
      'Anyone may step out or observe at any moment, without a reason. Nobody is given a side against their will. Work in pairs where people may be affected, and know whom they can turn to afterwards.',
    ],
    [
      'Legal risk',
      'In some countries, Russia and Ukraine among them, speech about this war can have legal consequences. Write down no names, take no photographs, and tell people that before they speak.',
    ],
    [
      'Offline',
      'Once this page is open it needs no connection, and it never sends anything. What is counted and noted stays in this browser until you wipe it.',
    ],
    [
      'Judgements',
      'Scores are one author’s judgements with a range. The exercise does not say who is right, and no end is best.',
    ],
  ],
} as const;
