/** The middle of some figures: one slow round on a shared machine does not move it. */
export const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

/** The largest of some figures; 0 where there are none. */
export const largest = (figures: readonly number[]): number => Math.max(0, ...figures);

export const milliseconds = (figure: number): string => `${figure.toFixed(0)} ms`;
