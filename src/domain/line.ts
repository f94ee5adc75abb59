import type { Line, MoveId } from './identifier.ts';

/** A line as a key: equal lines have equal keys. */
export const lineKey = (line: Line): string => line.join('/');

/** The line before its last move. */
export const parentLine = (line: Line): Line => line.slice(0, -1);

export const sameLine = (a: Line, b: Line): boolean =>
  a.length === b.length && a.every((move, index) => move === b[index]);

/** Whether a line begins with another (or is it). */
export const beginsWith = (line: Line, start: Line): boolean => start.every((move, index) => move === line[index]);

/** The part that two lines share: where two what-ifs part. */
export function commonLine(a: Line, b: Line): Line {
  const parting = a.findIndex((move, index) => move !== b[index]);
  return parting === -1 ? a : a.slice(0, parting);
}

const SEPARATOR = ',';

/** A line as it stands in the address bar. Ids hold no comma, so they stand as they are. */
export const formatLine = (line: Line): string => line.join(SEPARATOR);

/** The line in an address; anything that is no move id is kept, for the chart to refuse. */
export const parseLine = (text: string): Line => text.split(SEPARATOR).filter((move): move is MoveId => move !== '');
