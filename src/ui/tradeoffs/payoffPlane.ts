import { CELL, cellCorner } from '../../analysis/outcomes.ts';
import type { Room, Spot } from './placeBadges.ts';

/** The square in which payoffs are drawn: the first principal's to the right, the second's up, both from 0 to 100. */
export interface PayoffPlane extends Room {
  /** Width and height of the picture, in pixels. */
  readonly size: number;
  /** The smallest text, in pixels. */
  readonly text: number;
  readonly x: (points: number) => number;
  readonly y: (points: number) => number;
}

/** Room for the scales and their names, and for half a mark at the other edges, in text sizes. */
const SCALE_ROOM = 3.5;
const EDGE = 0.9;

/** A plane in a picture of some size. */
export function payoffPlane(size: number, text: number): PayoffPlane {
  const [left, top] = [SCALE_ROOM * text, EDGE * text];
  const [right, bottom] = [size - EDGE * text, size - SCALE_ROOM * text];
  return {
    size,
    text,
    left,
    right,
    top,
    bottom,
    x: (points) => left + ((right - left) * points) / 100,
    y: (points) => bottom - ((bottom - top) * points) / 100,
  };
}

/** A pair of payoffs as a point of the picture. */
export const spotOf = ({ x, y }: PayoffPlane, [one, other]: readonly [number, number]): Spot => ({
  x: x(one),
  y: y(other),
});

const short = (pixels: number): string => String(Number(pixels.toFixed(1)));

/** Presence cells as one path: cells that stand on top of each other are drawn as one column, so that no seam shows. */
export function cellsPath({ x, y }: PayoffPlane, cells: Iterable<number>): string {
  const corners = [...new Set(cells)].sort((a, b) => a - b).map(cellCorner);
  const columns: { readonly left: number; readonly from: number; to: number }[] = [];
  for (const [left, from] of corners) {
    const last = columns.at(-1);
    if (last !== undefined && last.left === left && last.to === from) last.to = from + CELL;
    else columns.push({ left, from, to: from + CELL });
  }
  return columns
    .map(({ left, from, to }) => {
      const [start, end] = [short(x(left)), short(x(left + CELL))];
      return `M${start} ${short(y(to))}H${end}V${short(y(from))}H${start}Z`;
    })
    .join('');
}

/** The frontier as steps, from the least to the most for the first principal: nothing between two outcomes can be reached. */
export function frontierPath(plane: PayoffPlane, points: readonly (readonly [number, number])[]): string {
  return points
    .map((point, index) => {
      const { x, y } = spotOf(plane, point);
      return index === 0 ? `M${short(x)} ${short(y)}` : `V${short(y)}H${short(x)}`;
    })
    .join('');
}
