import type { z } from 'zod';
import type { Path } from '../domain/problem.ts';
import { visible } from './visible.ts';

export type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { readonly code: 'invalid_union' }>;

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown> | null | undefined)?.[part], value);

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  tuple: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What a place should hold: in words, and the simplest thing of that form. */
export interface Expected {
  readonly words: string | undefined;
  readonly simplest: unknown;
}

const SIMPLEST: Readonly<Record<string, unknown>> = {
  object: {},
  record: {},
  array: [],
  // The only pair that must be there is an indicator's range.
  tuple: [0, 1],
  string: '?',
  number: 0,
  int: 1,
  boolean: false,
};

/** A value as a reader would name it: “the text "high"”, “a list”. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') {
    return `the text ${visible(JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value))}`;
  }
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

/** The alternatives of a union, those of unions within it included. */
const alternatives = (issue: UnionIssue): readonly (readonly Issue[])[] =>
  issue.errors.flatMap((list) => {
    const [only] = list;
    return list.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 ? alternatives(only) : [list];
  });

const hasWrongType = (issues: readonly Issue[]): boolean =>
  issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type');

/** How far an alternative is from fitting: keys that it does not know weigh more than such as it misses. */
const misfitOf = (issues: readonly Issue[]): number =>
  issues.reduce(
    (total, issue) =>
      total + (issue.code === 'unrecognized_keys' ? 3 * issue.keys.length : issue.code === 'custom' ? 0.1 : 1),
    0,
  );

/** What the alternative says that was most likely meant; undefined where the value has a form that none has. */
export function bestAlternative(issue: UnionIssue): readonly Issue[] | undefined {
  const fitting = alternatives(issue).filter((list) => !hasWrongType(list));
  return fitting.toSorted((a, b) => misfitOf(a) - misfitOf(b))[0];
}

const unknownKeysOf = (issues: readonly Issue[]): readonly string[] =>
  issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []));

/** The keys that an alternative does not know and another one does. */
export function foreignKeys(issue: UnionIssue, best: readonly Issue[]): ReadonlySet<string> {
  const others = alternatives(issue).filter((list) => list !== best && !hasWrongType(list));
  return new Set(unknownKeysOf(best).filter((key) => others.some((list) => !unknownKeysOf(list).includes(key))));
}

/** The keys by which the alternatives of a union begin. */
export const firstKeys = (issue: UnionIssue): readonly string[] => [
  ...new Set(alternatives(issue).flatMap(([first]) => (first?.path.length === 1 ? [String(first.path[0])] : []))),
];

/** What would have been accepted. */
export function expectation(issue: Issue): Expected {
  if (issue.code === 'invalid_type') {
    return { words: TYPE_NAMES[issue.expected] ?? issue.expected, simplest: SIMPLEST[issue.expected] };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { words: values.length === 1 ? values[0] : `one of ${values.join(', ')}`, simplest: issue.values[0] };
  }
  if (issue.code === 'invalid_union') {
    const all = alternatives(issue).flatMap((list) => list.slice(0, 1).map(expectation));
    const words = [...new Set(all.flatMap((one) => one.words ?? []))];
    return { words: words.length === 0 ? undefined : words.join(', or '), simplest: all[0]?.simplest };
  }
  return { words: undefined, simplest: undefined };
}
