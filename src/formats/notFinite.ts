import type { Path } from '../domain/problem.ts';
import { type Misfit, misfit } from './misfit.ts';

/** A number that goes with the others around it, so that putting it there breaks no rule: low ≤ mode ≤ high, worst ≠ best, a range. */
function neighbourly(container: object, key: string | number): number {
  const others = Object.entries(container).filter(([name]) => name !== String(key));
  const [other] = others.flatMap(([, value]) => (typeof value === 'number' && Number.isFinite(value) ? [value] : []));
  if (other === undefined) return 1;
  if ('mode' in container) return other;
  if ('worst' in container) return key === 'weight' ? 1 : other + 1;
  return Array.isArray(container) ? other + (key === 0 ? -1 : 1) : 1;
}

/** The numbers in plain data that are none: NaN and the infinities, which no place of a scenario takes. */
export function notFiniteNumbers(value: unknown, path: Path = []): readonly Misfit[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): readonly Misfit[] => {
    const key = Array.isArray(value) ? Number(name) : name;
    const at = [...path, key];
    if (typeof part !== 'number' || Number.isFinite(part)) return notFiniteNumbers(part, at);
    const filler = neighbourly(value, key);
    const message = `found ${part}, which is no usable number`;
    return [misfit('not-finite', at, message, 'write an ordinary number', { kind: 'fill', value: filler })];
  });
}
