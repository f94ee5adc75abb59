const STEPS = [1, 2, 5, 10, 20, 25, 50] as const;
const MOST_TICKS = 6;

/**
 * Gridlines at round numbers around some scores, within 0 to 100: a handful, and never over less than `least` points, so that a small
 * change does not look like a large one.
 */
export function niceTicks(low: number, high: number, least: number): readonly number[] {
  const room = Math.max(0, least - (high - low)) / 2;
  const [from, to] = [Math.max(0, low - room), Math.min(100, high + room)];
  const step = STEPS.find((each) => Math.ceil(to / each) - Math.floor(from / each) < MOST_TICKS) ?? 50;
  const [first, last] = [Math.floor(from / step), Math.ceil(to / step)];
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
