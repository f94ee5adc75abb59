import type { StepFinding } from '../../analysis/lineFindings.ts';
import type { MoveId } from '../../domain/identifier.ts';
import type { Actor } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import type { Messages } from '../text/en.ts';

/** A leverage score, 0 to 100, or a difference of two, with its range of judgement. */
export interface RangedScore {
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/** One step of a line: what was played, and every actor's leverage after it. Step 0 is the opening. */
export interface LeverageRow {
  readonly step: number;
  readonly label: string;
  readonly values: Readonly<Record<string, RangedScore>>;
  /** How far the first principal stands above the second, read on shared draws: what both have in common cancels. */
  readonly gap: RangedScore;
}

/** An actor as a chart tells it apart: by shape and name, and by colour as well. */
export interface ChartActor extends Pick<Actor, 'name' | 'shape' | 'colour'> {
  readonly id: string;
}

/** The rows of a line's chart and of its table, from what each step found. `label` names a move; undefined is the opening. */
export const toLeverageRows = (
  findings: readonly StepFinding[],
  label: (move: MoveId | undefined) => string,
): readonly LeverageRow[] =>
  findings.map(({ move, leverage, gap }, step) => ({
    step,
    label: label(move),
    values: Object.fromEntries(
      Object.values(leverage).map(({ actor, score, range }) => [actor, { central: score, ...range }]),
    ),
    gap: { central: gap.central, ...gap.range },
  }));

/** The rows as they leave Parley: a step with what was played, then each actor's central value, low and high. */
export const leverageTable = (
  words: Messages['charts'],
  rows: readonly LeverageRow[],
  actors: readonly ChartActor[],
): Table => ({
  columns: [words.stepColumn, words.played, ...actors.flatMap(({ name }) => [name, words.low(name), words.high(name)])],
  rows: rows.map(({ step, label, values }) => [
    step,
    label,
    ...actors.flatMap(({ id }) => [values[id]?.central, values[id]?.low, values[id]?.high]),
  ]),
});

/** Distance of gridlines, and the least that a scale shows: a small change must not look like a large one. */
const GRID = 20;
const LEAST_WINDOW = 40;

/** The part of 0…100 that a chart shows, as its gridlines: whole twenties around every range, and never fewer than three. */
export function scoreTicks(rows: readonly LeverageRow[], actors: readonly ChartActor[]): readonly number[] {
  const shown = rows.flatMap(({ values }) => actors.flatMap(({ id }) => values[id] ?? []));
  const lowest = Math.min(...shown.flatMap(({ central, low }) => [central, low]), 100);
  const highest = Math.max(...shown.flatMap(({ central, high }) => [central, high]), 0);
  let from = Math.max(0, Math.floor(lowest / GRID) * GRID);
  let to = Math.min(100, Math.ceil(highest / GRID) * GRID);
  while (to - from < LEAST_WINDOW) {
    if (to < 100) to += GRID;
    else from -= GRID;
  }
  return Array.from({ length: (to - from) / GRID + 1 }, (_, index) => from + index * GRID);
}

/** Steps that an axis names at most, so that the names stand apart on a phone. */
const NAMED_STEPS = 7;

/** The steps that an axis names: round distances, and always the current one, which takes the place of a neighbour. */
export function stepTicks(count: number, current: number): readonly number[] {
  const distance = [1, 2, 5, 10, 20, 50, 100].find((each) => (count - 1) / each < NAMED_STEPS) ?? count;
  const regular = Array.from({ length: Math.ceil(count / distance) }, (_, index) => index * distance);
  if (!(current >= 0 && current < count)) return regular;
  const apart = regular.filter((step) => step !== current && Math.abs(step - current) > distance / 2);
  return [...apart, current].sort((a, b) => a - b);
}

/** Which of the two principals stands higher at a step, in whole points as they are shown. */
export interface Standing {
  readonly higher: ChartActor;
  readonly lower: ChartActor;
  /** 0 where both show the same number. */
  readonly points: number;
  /** Range of judgement of the difference, from the higher one's side. */
  readonly range: { readonly low: number; readonly high: number };
  /** The range leaves it open which of the two is higher. */
  readonly open: boolean;
}

/** How the two principals, the first two actors, stand to each other at a row; undefined where there are not two. */
export function standingAt({ values, gap }: LeverageRow, actors: readonly ChartActor[]): Standing | undefined {
  const [one, other] = actors;
  const [first, second] = [values[one?.id ?? ''], values[other?.id ?? '']];
  if (one === undefined || other === undefined || first === undefined || second === undefined) return undefined;
  const points = Math.round(first.central) - Math.round(second.central);
  const range = points < 0 ? { low: -gap.high, high: -gap.low } : { low: gap.low, high: gap.high };
  return {
    higher: points < 0 ? other : one,
    lower: points < 0 ? one : other,
    points: Math.abs(points),
    range,
    open: Math.round(range.low) <= 0,
  };
}
