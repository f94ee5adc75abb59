import { readRational, toNumber } from '../../src/domain/rational.ts';
import { type Answer, type Difference, type Expectation, GIVEN, isObject, type Json } from './fixture.ts';

/** Where a fixture says what its figures mean rather than what they are. */
const PROSE: ReadonlySet<string> = new Set(['definition', 'definitions', 'note', 'notes', 'source']);

/** What comparing came to. */
export interface Comparison {
  compared: number;
  readonly differences: Difference[];
  readonly notCompared: string[];
}

/** A number, or a text that is one: `-3.5`, `66013/1265`, read exactly and rounded once. */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const exact = readRational(value);
  return exact === undefined ? undefined : toNumber(exact);
}

/** Whether a number is the expected one, to a tolerance that is relative or absolute, whichever is larger. */
const isNear = (expected: number, got: number, tolerance: number): boolean =>
  Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));

/** Items of a list that are printed where the list is not the expected one. */
const MOST_ITEMS = 20;

/** An answer as it is printed beside what was expected. */
function printed(answer: Answer): Json {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : String(answer);
  if (typeof answer === 'string' || typeof answer === 'boolean') return answer;
  if (!Array.isArray(answer)) return typeof answer === 'object' ? 'an object' : null;
  const items: readonly Answer[] = answer;
  return items.length > MOST_ITEMS ? `a list of ${items.length}` : items.map(printed);
}

/** Compares all figures below an expectation, leaf by leaf. A null states nothing. */
export function compareFigures(
  { path, expected, answer }: Expectation,
  toleranceAt: (path: string) => number,
  into: Comparison,
): void {
  if (answer === GIVEN || expected === null) return;
  if (answer === undefined) {
    into.notCompared.push(path);
    return;
  }
  const differs = (got: Json = printed(answer)) => into.differences.push({ path, expected, got });
  if (Array.isArray(expected)) {
    const answers: readonly Answer[] | undefined = Array.isArray(answer) ? answer : undefined;
    if (answers === undefined || answers.length !== expected.length) {
      into.compared += 1;
      differs();
      return;
    }
    if (expected.length === 0) into.compared += 1;
    for (const [index, item] of expected.entries()) {
      compareFigures({ path: `${path}[${index}]`, expected: item, answer: answers[index] }, toleranceAt, into);
    }
    return;
  }
  if (isObject(expected)) {
    if (typeof answer !== 'object' || Array.isArray(answer)) {
      into.compared += 1;
      differs();
      return;
    }
    const answers = answer as { readonly [key: string]: Answer };
    for (const [key, item] of Object.entries(expected)) {
      if (PROSE.has(key) && typeof item === 'string') continue;
      const below = Object.hasOwn(answers, key) ? answers[key] : undefined;
      compareFigures({ path: `${path}.${key}`, expected: item, answer: below }, toleranceAt, into);
    }
    return;
  }
  into.compared += 1;
  const number = numberOf(expected);
  const isSame =
    typeof answer === 'number'
      ? number !== undefined && isNear(number, answer, toleranceAt(path))
      : answer === expected;
  if (!isSame) differs();
}
