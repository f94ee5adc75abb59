import { fail, type Result, succeed } from '../domain/result.ts';
import { isShallow } from './isShallow.ts';
import { jsonFault } from './jsonSyntax.ts';
import type { LocatedProblem } from './locatedProblem.ts';
import { textPlaces } from './textPlaces.ts';
import { visible } from './visible.ts';
import { MAX_BYTES, tooLarge } from './yaml.ts';

/** Bounds within which a file is read. */
export interface JsonBounds {
  readonly deepest: number;
  readonly mostBytes?: number;
}

/** Reads JSON by its own grammar, within bounds of size and depth; or the one problem, with its place, for which it cannot be read. A byte-order mark is passed over. */
export function readJson(
  text: string,
  file: string,
  { deepest, mostBytes = MAX_BYTES }: JsonBounds,
): Result<unknown, LocatedProblem> {
  const first = { severity: 'error', path: '', file, line: 1, column: 1 } as const;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > mostBytes) {
    const { code, message } = tooLarge(bytes, mostBytes);
    return fail({ ...first, code, message });
  }
  const content = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    // Engines word and place it each in their own way, or not at all.
    const fault = jsonFault(content);
    if (fault === undefined) return fail({ ...first, code: 'json-syntax', message: cause.message });
    const found =
      fault.at >= content.length
        ? 'the end of the file'
        : `\`${visible([...content.slice(fault.at, fault.at + 20)].slice(0, 10).join(''))}\``;
    const message = `expected ${fault.expected}, found ${found}`;
    return fail({ ...first, ...textPlaces(content)(fault.at), code: 'json-syntax', message });
  }
  if (!isShallow(value, deepest)) {
    const message = `the file nests more than ${deepest} levels deep`;
    return fail({ ...first, code: 'nesting-too-deep', message, suggestion: 'flatten it' });
  }
  return succeed(value);
}
