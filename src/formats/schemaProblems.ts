import type { z } from 'zod';
import { didYouMean, error, type Path, type Problem } from '../domain/problem.ts';

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown> | undefined)?.[part], value);

/** A value as a reader would name it: “the text "high"”, “a list”. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  return String(value);
}

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

const isMissing = (issue: Issue, value: unknown): boolean =>
  issue.path.length > 0 &&
  issue.code !== 'unrecognized_keys' &&
  issue.code !== 'custom' &&
  valueAt(value, issue.path as Path) === undefined;

/** How far an alternative of a union is from fitting: unknown keys and misfits at its top weigh most. */
const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    const count = issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
    return (
      sum + count * (issue.path.length === 0 && issue.code === 'invalid_type' ? 100 : issue.code === 'custom' ? 0.1 : 1)
    );
  }, 0);

type KnownKeys = WeakMap<object, readonly string[]>;

function toProblems(issue: Issue, root: unknown, at: Path, known: KnownKeys): readonly Problem[] {
  const path: Path = [...at, ...(issue.path as Path)];
  const value = valueAt(root, path);
  if (isMissing({ ...issue, path: [...path] } as Issue, root)) {
    const key = String(path.at(-1));
    return [error('missing-key', path, `\`${key}\` is missing`, expectation(issue))];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...error(
          'unknown-key',
          [...path, key],
          `the key \`${key}\` is not known here`,
          keySuggestion(key, known.get(issue.keys) ?? []),
        ),
        atKey: true,
      }));
    case 'invalid_union': {
      const best = [...issue.errors].sort((a, b) => misfit(a) - misfit(b))[0];
      const allAtTop = best?.every((inner) => inner.path.length === 0 && inner.code === 'invalid_type') ?? true;
      if (best === undefined || allAtTop) {
        if (typeof value === 'number' && !Number.isFinite(value)) return [notFinite(path, value)];
        const wanted = [...new Set(issue.errors.flat().map((inner) => expectation(inner)))].filter(
          (name) => name !== undefined,
        );
        return [
          error(
            'wrong-type',
            path,
            `found ${describe(value)}, which does not fit here`,
            `expected ${wanted.join(', or ')}`,
          ),
        ];
      }
      return best.flatMap((inner) => toProblems(inner, root, path, known));
    }
    case 'invalid_key':
      return issue.issues
        .flatMap((inner) => toProblems({ ...inner, path: [] }, root, path, known))
        .map((problem) => ({ ...problem, atKey: true }));
    case 'invalid_element':
      return issue.issues.flatMap((inner) => toProblems(inner, root, path, known));
    case 'invalid_type':
      if (typeof value === 'number' && !Number.isFinite(value)) return [notFinite(path, value)];
      return [
        error('wrong-type', path, `expected ${TYPE_NAMES[issue.expected] ?? issue.expected}, found ${describe(value)}`),
      ];
    case 'invalid_value':
      return [
        error(
          'unknown-value',
          path,
          `${describe(value)} is not a value for this`,
          didYouMean(String(value), issue.values.map(String)),
        ),
      ];
    case 'too_small':
    case 'too_big':
      return [error('out-of-range', path, outOfRange(issue, value))];
    case 'custom': {
      const code = (issue.params as { code?: string } | undefined)?.code ?? 'not-allowed';
      return [error(code, path, issue.message)];
    }
    default:
      return [error('wrong-form', path, `${describe(value)}: ${issue.message}`)];
  }
}

/** A key with blanks is mostly a sentence that a comma cut in two. */
const keySuggestion = (key: string, known: readonly string[]): string | undefined =>
  key.includes(' ') ? 'a comma inside { } begins a new key: put the text in quotes' : didYouMean(key, known);

const notFinite = (path: Path, value: number): Problem =>
  error('not-finite', path, `found ${value}, which is no usable number`, 'write an ordinary number');

function outOfRange(issue: Issue & { readonly code: 'too_small' | 'too_big' }, value: unknown): string {
  if (issue.origin === 'string' || issue.origin === 'array') return issue.message;
  const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  return `found ${describe(value)}; it must be ${bound}`;
}

/** What an issue would have accepted, in words. */
function expectation(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  return undefined;
}

/** Parses with a schema and turns every zod issue into problems with their own words and suggestions. */
export function schemaProblems(schema: z.ZodType, value: unknown): readonly Problem[] {
  const known: KnownKeys = new WeakMap();
  const parsed = schema.safeParse(value, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        const shape = (issue.inst as unknown as { _zod: { def: { shape?: object } } } | undefined)?._zod.def.shape;
        known.set(issue.keys as unknown as object, Object.keys(shape ?? {}));
      }
      return undefined;
    },
  });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => toProblems(issue, value, [], known));
}
