/** What every chart says. */
export const charts = {
  charts: {
    start: 'Start',
    steps: 'Steps of this line: arrows walk along them, Enter goes to one',
    step: (step: string) => `Step ${step}`,
    stepColumn: 'Step',
    played: 'Played',
    low: (name: string) => `${name}, low`,
    high: (name: string) => `${name}, high`,
    empty: 'No step to show yet.',
    atStart: 'At the start',
    atStep: (step: string) => `At step ${step}`,
    apart: (when: string, higher: string, lower: string, points: number, range: string) =>
      `${when}, ${higher} stands ${points === 1 ? '1 point' : `${points} points`} above ${lower} (${range} on the same judgements).`,
    open: (when: string, higher: string, lower: string, points: number, range: string) =>
      `${when}, ${higher} stands ${points === 1 ? '1 point' : `${points} points`} above ${lower} (${range} on the same judgements): which is higher depends on judgement.`,
    level: (when: string, one: string, other: string, range: string) =>
      `${when}, ${one} and ${other} stand level (${range} on the same judgements): which is higher depends on judgement.`,
    alone: (when: string, values: readonly string[]) => `${when}: ${values.join('; ')}.`,
    value: (name: string, score: string, range: string) => `${name} ${score}, range ${range}`,
    unknown: (name: string) => `${name} has no score`,
    values: (step: string, values: readonly string[]) => `${step}: ${values.join('; ')}`,
  },
} as const;
