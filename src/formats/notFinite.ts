import type { Path } from '../domain/problem.ts';
import { type Misfit, misfit } from './misfit.ts';

/** A number that may stand in: in an estimate another of its own, since these must be in order; else 1, which fits every place. */
function standIn(container: object): number {
  const finite = Object.values(container).find((value) => typeof value === 'number' && Number.isFinite(value));
  return 'mode' in container && finite !== undefined ? finite : 1;
}

/** The numbers in plain data that are none: NaN and the infinities, which no place of a scenario takes. */
export function notFiniteNumbers(value: unknown, path: Path = []): readonly Misfit[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): readonly Misfit[] => {
    const key = Array.isArray(value) ? Number(name) : name;
    const at = [...path, key];
    if (typeof part !== 'number' || Number.isFinite(part)) return notFiniteNumbers(part, at);
    const message = `found ${part}, which is no usable number`;
    return [misfit('not-finite', at, message, 'write an ordinary number', { kind: 'fill', value: standIn(value) })];
  });
}
