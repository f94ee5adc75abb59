import type { Path, Problem } from '../problem.ts';

/** Whether one path is another or leads to it. */
export const isWithin = (path: Path, above: Path): boolean =>
  above.length <= path.length && above.every((part, index) => String(part) === String(path[index]));

/** Whether a part that could not be read lies at or above a path, or below one that ends in `**`. */
function touches(hole: Path, path: Path): boolean {
  for (const [index, part] of path.entries()) {
    if (part === '**' || index >= hole.length) return true;
    if (part !== '*' && String(part) !== String(hole[index])) return false;
  }
  return hole.length <= path.length;
}

/** Whether a finding still stands when parts of the file could not be read: nothing that it was concluded from is among them. */
export function stands({ path, inferredFrom }: Problem, holes: readonly Path[]): boolean {
  const grounds = inferredFrom === undefined ? [[...path, '**']] : [path, ...inferredFrom];
  return !grounds.some((ground) => holes.some((hole) => touches(hole, ground)));
}
