import type { z } from 'zod';
import { BASIS_FORM } from '../domain/check/bases.ts';
import { didYouMean, nearMiss, type Path } from '../domain/problem.ts';
import { MERGE_KEY, type Misfit, misfit, NO_MERGING, type Repair, unknownKey } from './misfit.ts';
import { bestAlternative, describe, expectation, firstKeys, foreignKeys, type Issue, valueAt } from './schemaIssues.ts';

type SizeIssue = Extract<Issue, { readonly code: 'too_small' | 'too_big' }>;

/** What a schema was read against: the data, and the keys known at each place that has an unknown one. */
interface Reading {
  readonly root: unknown;
  readonly known: WeakMap<object, readonly string[]>;
}

const fill = (issue: Issue): Repair => ({ kind: 'fill', value: structuredClone(expectation(issue).simplest) });

function isMissing(issue: Issue, path: Path, root: unknown): boolean {
  const { code } = issue;
  return path.length > 0 && code !== 'unrecognized_keys' && code !== 'custom' && valueAt(root, path) === undefined;
}

function wrongType(issue: Issue, path: Path, value: unknown): Misfit {
  const { words, simplest } = expectation(issue);
  const message = `expected ${words ?? 'something else'}, found ${describe(value)}`;
  const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  if (isQuoted && typeof simplest === 'number') {
    return misfit('wrong-type', path, message, 'write it without quotes', { kind: 'mend', value: Number(value) });
  }
  return misfit('wrong-type', path, message, value === null ? 'fill it in, or remove the key' : undefined, fill(issue));
}

const isEmptyMapping = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

function wrongSize(issue: SizeIssue, path: Path, value: unknown): Misfit {
  if (issue.origin === 'string') return misfit('missing-text', path, issue.message);
  if (issue.origin !== 'array') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
    return misfit('out-of-range', path, `found ${describe(value)}; it must be ${bound}`);
  }
  const written = Array.isArray(value) ? value.length : 0;
  // Of a pair the library itself speaks; every list of ours that may be too short has a sentence of its own.
  const isTuple = issue.message.startsWith('Too ');
  const bound = issue.code === 'too_small' ? `${issue.minimum}` : `${issue.maximum}`;
  return isTuple
    ? misfit('wrong-length', path, `expected a list of ${bound}, found one of ${written}`, undefined, fillPair(written))
    : misfit('wrong-length', path, issue.message);
}

/** A pair with too few parts cannot be read on; one with too many can. */
const fillPair = (written: number): Repair => (written < 2 ? { kind: 'fill', value: [0, 1] } : { kind: 'keep' });

function unknownKeys(keys: readonly string[], path: Path, { root, known }: Reading): readonly Misfit[] {
  const here = known.get(keys) ?? [];
  const value = valueAt(root, path);
  const free = here.filter((key) => !Object.hasOwn(value as object, key));
  return keys.map((key) => unknownKey(path, key, here, free));
}

function ofUnion(
  issue: Extract<Issue, { readonly code: 'invalid_union' }>,
  path: Path,
  reading: Reading,
): readonly Misfit[] {
  const best = bestAlternative(issue);
  const value = valueAt(reading.root, path);
  if (isEmptyMapping(value)) {
    const help = `begin with one of: ${firstKeys(issue).join(', ')}`;
    return [misfit('wrong-type', path, 'found an empty mapping', help, fill(issue))];
  }
  if (best !== undefined) {
    const foreign = foreignKeys(issue, best);
    return best.flatMap((inner) => toMisfits(inner, reading, path)).map((found) => ofOtherForm(found, path, foreign));
  }
  return [wrongType(issue, path, value)];
}

/** A key that belongs to another form of what stands here, told as that. */
function ofOtherForm(found: Misfit, path: Path, foreign: ReadonlySet<string>): Misfit {
  const key = String(found.path.at(-1));
  if (found.code !== 'unknown-key' || found.path.length !== path.length + 1 || !foreign.has(key)) return found;
  const help = 'keep one of the two: this key, or those that it does not go with';
  return { ...found, message: `\`${key}\` does not go with the other keys here`, suggestion: help };
}

/** An id that may not be one. */
function badKey(issues: readonly Issue[], path: Path): readonly Misfit[] {
  const key = String(path.at(-1));
  return issues.map((issue) => {
    const message = issue.code === 'custom' ? issue.message : `\`${key}\` is no id: ${issue.message}`;
    const help = key === MERGE_KEY ? NO_MERGING : undefined;
    return { ...misfit(codeOf(issue, 'wrong-form'), path, message, help, { kind: 'remove' }), atKey: true };
  });
}

const codeOf = (issue: Issue, otherwise: string): string =>
  issue.code === 'custom' ? ((issue.params as { code?: string } | undefined)?.code ?? otherwise) : otherwise;

function missing(issue: Issue, path: Path): Misfit {
  const key = String(path.at(-1));
  if (key === 'basis') return misfit('missing-basis', path, 'the basis is missing', BASIS_FORM, fill(issue));
  const { words } = expectation(issue);
  const help = words === undefined ? undefined : `add it: ${words}`;
  return misfit('missing-key', path, `\`${key}\` is missing`, help, fill(issue));
}

/** What to do about a rule that is broken, by its code. */
const RULE_HELP: Readonly<Record<string, string>> = {
  'effect-operation': 'write one of add, scale and set; only an `add` may be `scaled`',
  'low-above-mode': 'write low ≤ mode ≤ high',
  'mode-above-high': 'write low ≤ mode ≤ high',
  'range-empty': 'write the lower number first',
  'stake-anchors': 'write two different values, or remove the stake',
};

function toMisfits(issue: Issue, reading: Reading, at: Path): readonly Misfit[] {
  const path: Path = [...at, ...(issue.path as Path)];
  const value = valueAt(reading.root, path);
  if (isMissing(issue, path, reading.root)) return [missing(issue, path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path, reading);
    case 'invalid_union':
      return ofUnion(issue, path, reading);
    case 'invalid_key':
      return badKey(issue.issues, path);
    case 'invalid_element':
      return issue.issues.flatMap((inner) => toMisfits(inner, reading, path));
    case 'invalid_type':
      return [wrongType(issue, path, value)];
    case 'invalid_value': {
      const known = issue.values.map(String);
      const meant = issue.values[known.indexOf(nearMiss(String(value), known) ?? '')];
      const repair: Repair = meant === undefined ? fill(issue) : { kind: 'mend', value: meant };
      const message = `${describe(value)} is not a value for this`;
      return [misfit('unknown-value', path, message, didYouMean(String(value), known), repair)];
    }
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, path, value)];
    case 'custom': {
      const code = codeOf(issue, 'not-allowed');
      return [{ ...misfit(code, path, issue.message, RULE_HELP[code]), isRule: true }];
    }
    default:
      return [misfit('wrong-form', path, `found ${describe(value)}; ${issue.message}`)];
  }
}

/** A key that was written nearly right is one slip: not also a missing key, nor a broken rule of the mapping that it stands in. */
function withoutSecondTelling(misfits: readonly Misfit[]): readonly Misfit[] {
  const renamed = misfits.flatMap(({ path, repair }) => (repair.kind === 'rename' ? [{ path, to: repair.to }] : []));
  const meant = new Set(renamed.map(({ path, to }) => JSON.stringify([...path.slice(0, -1), to])));
  const inside = new Set(renamed.map(({ path }) => JSON.stringify(path.slice(0, -1))));
  return misfits.filter(({ path, isRule }) => {
    const at = JSON.stringify(path);
    return isRule === true ? !inside.has(at) : !meant.has(at);
  });
}

/** Parses with a schema and turns every zod issue into problems with their own words and suggestions. */
export function schemaProblems(schema: z.ZodType, value: unknown): readonly Misfit[] {
  const reading: Reading = { root: value, known: new WeakMap() };
  const parsed = schema.safeParse(value, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        const shape = (issue.inst as unknown as { _zod: { def: { shape?: object } } } | undefined)?._zod.def.shape;
        reading.known.set(issue.keys as unknown as object, Object.keys(shape ?? {}));
      }
      return undefined;
    },
  });
  return parsed.success
    ? []
    : withoutSecondTelling(parsed.error.issues.flatMap((issue) => toMisfits(issue, reading, [])));
}
