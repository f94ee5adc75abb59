import { fail, type Result, succeed } from '../domain/result.ts';
import { isShallow } from './isShallow.ts';
import { jsonFault } from './jsonSyntax.ts';
import type { LocatedProblem } from './locatedProblem.ts';
import { textPlaces } from './textPlaces.ts';
import { MAX_BYTES } from './yaml.ts';

/** Reads JSON by its own grammar, within bounds of size and depth; or the one problem, with its place, for which it cannot be read. */
export function readJson(text: string, file: string, deepest: number): Result<unknown, LocatedProblem> {
  const first = { severity: 'error', path: '', file, line: 1, column: 1 } as const;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    const message = `the file has ${bytes.toLocaleString('en')} bytes; at most ${MAX_BYTES.toLocaleString('en')} are read`;
    return fail({ ...first, code: 'file-too-large', message });
  }
  const fault = jsonFault(text);
  if (fault !== undefined) {
    const found =
      fault.at >= text.length
        ? 'the end of the file'
        : `\`${[...text.slice(fault.at, fault.at + 20)].slice(0, 10).join('')}\``;
    const message = `expected ${fault.expected}, found ${found}`;
    return fail({ ...first, ...textPlaces(text)(fault.at), code: 'json-syntax', message });
  }
  const value: unknown = JSON.parse(text);
  if (!isShallow(value, deepest)) {
    const message = `the file nests more than ${deepest} levels deep`;
    return fail({ ...first, code: 'nesting-too-deep', message, suggestion: 'flatten it' });
  }
  return succeed(value);
}
