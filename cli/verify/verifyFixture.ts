import { dirname, resolve } from 'node:path';
import { isShallow } from '../../src/formats/isShallow.ts';
import { readText } from '../openGame.ts';
import { bargainingAnswers } from './bargainingFixture.ts';
import { type Comparison, compareFigures } from './compareFigures.ts';
import { conflictAnswers } from './conflictFixture.ts';
import { decisionTreeAnswers } from './decisionTreeFixture.ts';
import { efgAnswers } from './efgFixture.ts';
import { benchValues, rejections } from './efgIndexes.ts';
import {
  type Answer,
  type Expectation,
  FixtureFault,
  isObject,
  type Json,
  type JsonObject,
  type Verification,
  type Verifier,
} from './fixture.ts';
import { mcdaExpectations } from './mcdaFixture.ts';

/** What is stated under each key that begins with `expected`, with what we find at the same place. */
function expectations(fixture: JsonObject, answers: Answer): readonly Expectation[] {
  const found: Expectation[] = [];
  const look = (value: Json, answer: Answer, path: string): void => {
    if (!Array.isArray(value) && !isObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      const isThere = typeof answer === 'object' && Object.hasOwn(answer, key);
      const below = isThere ? (answer as { readonly [key: string]: Answer })[key] : undefined;
      const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      if (!Array.isArray(value) && key.startsWith('expected')) found.push({ path: at, expected: item, answer: below });
      else look(item, below, at);
    }
  };
  look(fixture, answers, '');
  return found;
}

/** The schemas that are known. One is added by one row. */
const VERIFIERS: ReadonlyMap<string, Verifier> = new Map<string, Verifier>([
  ['efg-fixture/1', async (fixture, readBeside) => expectations(fixture, await efgAnswers(fixture, readBeside))],
  ['efg-reject/1', rejections],
  ['efg-bench/1', benchValues],
  ['decision-tree-fixture/1', async (fixture) => expectations(fixture, decisionTreeAnswers(fixture))],
  ['bargaining-set/1', async (fixture) => expectations(fixture, bargainingAnswers(fixture))],
  ['mcda-fixture/1', async (fixture) => mcdaExpectations(fixture)],
  // Of its source it says in words how its figures came about, under the key `expected` too.
  ['gmcr-fixture/1', async ({ source: _, ...fixture }) => expectations(fixture, conflictAnswers(fixture))],
]);

/** Figures agree within this, relative or absolute, unless a fixture states another tolerance. */
const USUAL_TOLERANCE = 1e-9;

/** Where a policy changes is found by a search, by whoever stated it and by us. */
const THRESHOLD_TOLERANCE = 1e-6;
const THRESHOLD = /\.thresholds\[\d+\]\.x$/;
const usualTolerance = (path: string): number => (THRESHOLD.test(path) ? THRESHOLD_TOLERANCE : USUAL_TOLERANCE);

/** The tolerance at a path: one number for the whole fixture, or one per part of `expected`. */
function tolerances({ tolerance }: JsonObject): (path: string) => number {
  const read = (value: Json): number => {
    if (typeof value === 'number' && value >= 0) return value;
    throw new FixtureFault('a `tolerance` is not a number from 0 upwards');
  };
  if (tolerance === undefined) return usualTolerance;
  if (!isObject(tolerance)) {
    const whole = read(tolerance);
    return () => whole;
  }
  const parts = new Map(Object.entries(tolerance).map(([part, value]) => [part, read(value)]));
  return (path) => parts.get(/^\w+\.(\w+)/.exec(path)?.[1] ?? '') ?? parts.get('default') ?? usualTolerance(path);
}

/** Nesting that a fixture may have: a tree nests three levels for each of its own, and all else a few. */
const DEEPEST = 3000;

function parse(text: string, file: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const hint = file.endsWith('.efg') ? '; name the fixture (.json) that states what to expect of this game' : '';
    throw new FixtureFault(`it is not JSON: ${cause.message}${hint}`);
  }
  if (!isShallow(value, DEEPEST)) throw new FixtureFault(`it is nested more than ${DEEPEST} levels deep`);
  if (!isObject(value)) throw new FixtureFault('it is JSON, but no fixture: the whole is not an object');
  return value;
}

async function readBesides(path: string, file: string): Promise<string> {
  const read = await readText(resolve(dirname(path), file));
  if ('fault' in read) throw new FixtureFault(read.fault);
  return read.text;
}

/** Said of a file that is passed over whole: `--partial` is for parts of one. */
const NOTHING_COMPARED = 'nothing in it is compared, which proves nothing: leave it out, or correct its `schema`';

/** Verifies one fixture file: compares every figure that it expects with what we find. */
export async function verifyFixture(path: string): Promise<Verification> {
  const nothing = { file: path, schema: null, compared: 0, differences: [], notCompared: [], errors: [] };
  let schema: string | null = null;
  try {
    const read = await readText(path);
    if ('fault' in read) throw new FixtureFault(read.fault);
    const fixture = parse(read.text, path);
    const named = fixture.schema ?? fixture.format;
    const passedOver = { ...nothing, errors: [NOTHING_COMPARED] };
    if (typeof named !== 'string') return { ...passedOver, notCompared: ['it names no `schema`'] };
    schema = named;
    const verifier = VERIFIERS.get(schema);
    if (verifier === undefined)
      return { ...passedOver, schema, notCompared: [`the schema \`${schema}\` is not known`] };
    const toleranceAt = tolerances(fixture);
    const comparison: Comparison = { compared: 0, differences: [], notCompared: [] };
    const asked = await verifier(fixture, (file) => readBesides(path, file));
    for (const expectation of asked) {
      const { tolerance } = expectation;
      const isOurs = fixture.tolerance === undefined && tolerance !== undefined;
      compareFigures(expectation, isOurs ? () => tolerance : toleranceAt, comparison);
    }
    if (comparison.compared + comparison.notCompared.length === 0)
      throw new FixtureFault('it states nothing to compare');
    return { ...nothing, schema, ...comparison, errors: comparison.compared === 0 ? [NOTHING_COMPARED] : [] };
  } catch (cause) {
    if (!(cause instanceof FixtureFault)) throw cause;
    return { ...nothing, schema, errors: [cause.message] };
  }
}
