import { type Difference, type DrawnPlace, differenceIn, type Figure, figures } from '../../analysis/figures.ts';
import { principals } from '../../domain/actors.ts';
import type { Line } from '../../domain/identifier.ts';
import { commonLine } from '../../domain/line.ts';
import type { ComparableLine } from '../../workshop/comparable.ts';
import { readLine } from '../app/lineReading.ts';
import type { Parley } from '../app/parley.ts';

/** One figure of two lines: the second less the first, on shared draws. */
export interface ComparedFigure {
  readonly figure: Figure;
  readonly difference: Difference;
}

/** Two lines of a room side by side. */
export interface Comparison {
  readonly first: ComparableLine;
  readonly second: ComparableLine;
  /** The lines as they are compared: cut to the same length where one of them is what nearly happened. */
  readonly lines: readonly [Line, Line];
  /** Moves that both begin with. */
  readonly shared: number;
  /** Both principals' leverage, then what differs most against its scale. */
  readonly figures: readonly ComparedFigure[];
}

/** Indicators and stakes named beside leverage. */
const NAMED = 3;

/** What nearly happened is one step long, so it is held against that step of what did. */
function comparedLines(first: ComparableLine, second: ComparableLine): readonly [Line, Line] {
  const cut = (line: Line, other: ComparableLine): Line =>
    other.kind === 'second' ? line.slice(0, other.line.length) : line;
  return [cut(first.line, second), cut(second.line, first)];
}

/** Where a line leads, with its draws; undefined where this version of the scenario does not allow the whole of it. */
export function endOf(parley: Pick<Parley, 'read' | 'drawsAlong'>, line: Line): DrawnPlace | undefined {
  const { line: read, positions, dropped } = readLine(parley, line);
  const position = positions.at(-1);
  const drawn = parley.drawsAlong(read, positions).at(-1);
  return position === undefined || drawn === undefined || dropped.length > 0
    ? undefined
    : { values: position.values, drawn };
}

const sizeOf = ({ figure, difference: { central, range } }: ComparedFigure): number =>
  Math.max(Math.abs(central), Math.abs(range.low), Math.abs(range.high)) / figure.span;

/** Compares two lines of a room; undefined where this version of the scenario does not allow one of them. */
export function comparisonOf(parley: Parley, first: ComparableLine, second: ComparableLine): Comparison | undefined {
  const lines = comparedLines(first, second);
  const [one, other] = [endOf(parley, lines[0]), endOf(parley, lines[1])];
  if (one === undefined || other === undefined) return undefined;
  const all = figures(parley.scenario);
  const compare = (figure: Figure): ComparedFigure => ({ figure, difference: differenceIn(figure, one, other) });
  const leverage = principals(parley.scenario).flatMap((actor) =>
    all.filter(({ subject }) => subject.kind === 'leverage' && subject.actor === actor).map(compare),
  );
  const rest = all
    .filter(({ subject }) => subject.kind === 'indicator')
    .map(compare)
    .filter((row) => sizeOf(row) > 1e-9)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  return {
    first,
    second,
    lines,
    shared: commonLine(...lines).length,
    figures: [...leverage, ...rest.slice(0, NAMED)],
  };
}
