import type { WeightPart } from './acceptability.ts';
import { freeMass, halfSpaces, varying, type WeightSpace } from './weightSpace.ts';

/** A point of the plane: the weights of the first two criteria that vary, as parts of what varies. */
type Point = readonly [number, number];

/** On which side of a line a point lies, and how far: a linear function of its coordinates. */
type Side = (point: Point) => number;

/** Vertices closer to a line than this are on it. */
const ON_LINE = 1e-14;

/** The part of a convex polygon on the side where a linear function is not negative (Sutherland & Hodgman 1974). */
function clipped(polygon: readonly Point[], side: Side): readonly Point[] {
  const kept: Point[] = [];
  for (const [index, point] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length] as Point;
    const [here, there] = [side(point), side(next)];
    if (here >= -ON_LINE) kept.push(point);
    if ((here > ON_LINE && there < -ON_LINE) || (here < -ON_LINE && there > ON_LINE)) {
      const part = here / (here - there);
      kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])]);
    }
  }
  return kept;
}

/** Area and centroid of a polygon, from triangles at its first vertex, so that small areas keep their digits. */
function areaAndCentre(polygon: readonly Point[]): { readonly area: number; readonly centre: Point } {
  const [origin] = polygon;
  let [area, x, y] = [0, 0, 0];
  if (origin === undefined) return { area: 0, centre: [0, 0] };
  for (let index = 1; index + 1 < polygon.length; index += 1) {
    const [a, b] = [polygon[index] as Point, polygon[index + 1] as Point];
    const triangle = ((a[0] - origin[0]) * (b[1] - origin[1]) - (a[1] - origin[1]) * (b[0] - origin[0])) / 2;
    area += triangle;
    x += triangle * ((origin[0] + a[0] + b[0]) / 3);
    y += triangle * ((origin[1] + a[1] + b[1]) / 3);
  }
  return { area: Math.abs(area), centre: area === 0 ? origin : [x / area, y / area] };
}

/** Regions smaller than this part of all weights are rounding. */
const SMALLEST = 1e-15;

/** Alternatives that are told apart exactly: their lines cut the plane into some ten thousand regions. */
const MOST_ALTERNATIVES = 20;

/** Whether the regions of all rankings can be had exactly: weights uniform, at most three of them vary. */
export const hasExactRegions = (space: WeightSpace, alternatives: number): boolean =>
  space.law.name === 'uniform' && varying(space).length <= 3 && alternatives <= MOST_ALTERNATIVES;

/**
 * The weights cut into the regions of each complete ranking, with their sizes and middles: for up to three weights that vary the simplex is a
 * triangle, each pair of alternatives is a line through it, and the pieces are polygons. Two that vary make a stretch and one a point: these
 * are drawn out into a square along directions that matter to nobody, so that areas are as lengths.
 */
export function weightRegions(values: readonly ArrayLike<number>[], space: WeightSpace): readonly WeightPart[] {
  const { criteria, fixed } = space;
  const free = varying(space);
  const mass = freeMass(space);
  const full = ([x, y]: Point): number[] => {
    const weights = fixed.map((weight) => weight ?? 0);
    const parts = free.length === 3 ? [x, y, 1 - x - y] : free.length === 2 ? [x, 1 - x] : [1];
    for (const [index, criterion] of free.entries()) weights[criterion] = mass * (parts[index] as number);
    return weights;
  };
  const linear = (of: ArrayLike<number>, constant: number): Side => {
    const at = (point: Point) =>
      full(point).reduce((sum, weight, index) => sum + weight * (of[index] as number), constant);
    const zero = at([0, 0]);
    const [dx, dy] = [at([1, 0]) - zero, at([0, 1]) - zero];
    return ([x, y]) => zero + dx * x + dy * y;
  };
  const whole: readonly Point[] =
    free.length === 3
      ? [
          [0, 0],
          [1, 0],
          [0, 1],
        ]
      : [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ];
  let regions: readonly (readonly Point[])[] = [whole];
  for (const { of, constant } of halfSpaces(space))
    regions = regions.map((region) => clipped(region, linear(of, constant)));
  for (const [index, one] of values.entries()) {
    for (const other of values.slice(index + 1)) {
      const side = linear(
        criteria.map((_, criterion) => (one[criterion] as number) - (other[criterion] as number)),
        0,
      );
      regions = regions.flatMap((region) => {
        const signs = region.map(side);
        const isCut = signs.some((sign) => sign > ON_LINE) && signs.some((sign) => sign < -ON_LINE);
        return isCut ? [clipped(region, side), clipped(region, (point) => -side(point))] : [region];
      });
    }
  }
  return regions.flatMap((region): readonly WeightPart[] => {
    const { area, centre } = areaAndCentre(region);
    return area > SMALLEST ? [{ weights: full(centre), size: area }] : [];
  });
}
