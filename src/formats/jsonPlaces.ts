import type { Path } from '../domain/problem.ts';

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /[^\s,\]}]*/y;

/** Where a match of a pattern ends that begins at an offset; the offset itself where there is none. */
function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the text in quotes ends that begins at an offset: sign by sign, since the longest one must be no burden. */
function pastText(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Where a value ends that begins at an offset, by counting brackets: nothing is nested too deeply for it. */
function pastValue(text: string, begin: number): number {
  let depth = 0;
  let at = begin;
  do {
    at = past(BLANK, text, at);
    const sign = text[at];
    if (sign === undefined) return at;
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    at = sign === '"' ? pastText(text, at) : /[{}[\],:]/.test(sign) ? at + 1 : past(SCALAR, text, at);
  } while (depth > 0);
  return at;
}

/** A part of an object or a list: its key or index, and where its key and its value begin. */
interface Part {
  readonly name: string | number;
  readonly at: number;
  readonly value: number;
}

/** The parts of the object or list that begins at an offset; none of anything else. */
function* partsAt(text: string, begin: number): Generator<Part> {
  const isObject = text[begin] === '{';
  if (!isObject && text[begin] !== '[') return;
  let at = past(BLANK, text, begin + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    let value = at;
    let name: string | number = index;
    if (isObject) {
      const end = pastText(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      value = past(BLANK, text, past(BLANK, text, end) + 1);
    }
    yield { name, at, value };
    at = past(BLANK, text, pastValue(text, value));
    if (text[at] === ',') at = past(BLANK, text, at + 1);
  }
}

/** Where a value stands in a text that is JSON: its offset; that of what it should stand in, where it is missing. Of a key written twice the last counts. */
export function jsonOffset(text: string, path: Path): number {
  let at = past(BLANK, text, text.startsWith('\ufeff') ? 1 : 0);
  for (const name of path) {
    let found: number | undefined;
    for (const part of partsAt(text, at)) if (part.name === name) found = part.value;
    if (found === undefined) return at;
    at = found;
  }
  return at;
}

/** A key that an object has twice: JSON keeps the last alone and says nothing. */
export interface RepeatedKey {
  readonly key: string;
  readonly at: number;
}

/** The keys that some object of a text in JSON has twice, in order; at most so many. */
export function repeatedKeys(text: string, most: number): readonly RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: (Set<string> | undefined)[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let isKey = false;
  for (at = past(BLANK, text, at); at < text.length && found.length < most; at = past(BLANK, text, at)) {
    const sign = text[at] as string;
    const keys = open.at(-1);
    if (sign === '"') {
      const end = pastText(text, at);
      if (isKey && keys !== undefined) {
        const key = JSON.parse(text.slice(at, end)) as string;
        if (keys.has(key)) found.push({ key, at });
        keys.add(key);
      }
      isKey = false;
      at = end;
      continue;
    }
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    // What follows an opening brace, or a comma inside one, is a key.
    isKey = sign === '{' || (sign === ',' && open.at(-1) !== undefined);
    at = /[{}[\],:]/.test(sign) ? at + 1 : past(SCALAR, text, at);
  }
  return found;
}
