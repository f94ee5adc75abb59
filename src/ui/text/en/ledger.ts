/** Facts and their status, as chips everywhere name them. */
export const ledger = {
  fact: {
    title: (id: string) => `Fact ${id}`,
    status: {
      corroborated: 'Corroborated',
      contested: 'Contested',
      contradicted: 'Contradicted',
      'not checked': 'Not checked',
    },
    kind: {
      event: 'Event',
      figure: 'Figure',
      'stated position': 'Stated position',
      'analyst judgement': 'Analyst’s judgement',
      context: 'Context',
    },
    open: (id: string, status: string) => `Fact ${id}, ${status}`,
    date: 'Date',
    by: 'Stated by',
    sources: 'Sources',
    note: 'What was checked',
  },
} as const;
