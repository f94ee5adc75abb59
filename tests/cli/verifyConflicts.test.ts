import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../cli/verify/fixture.ts';
import { verifyFixture } from '../../cli/verify/verifyFixture.ts';
import { conflictText } from '../support/conflictFixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'conflicts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PATH = join(folder, 'changed.json');

async function verified(fixture: JsonObject) {
  writeFileSync(PATH, JSON.stringify(fixture));
  return verifyFixture(PATH);
}

type Keys = readonly (string | number)[];

/** Every figure that a fixture states below keys that begin with `expected`: numbers, and lists as wholes. */
function* figures(value: Json, keys: Keys): Generator<Keys> {
  if (typeof value === 'number') yield keys;
  else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) yield keys;
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      yield* figures(item as Json, [...keys, Array.isArray(value) ? Number(key) : key]);
}

/** A fixture with one figure that is not the one it was: a number plus one, a list with a state more or one fewer. */
function withOther(fixture: JsonObject, keys: Keys): JsonObject {
  const copy = structuredClone(fixture) as Record<string | number, unknown>;
  const parent = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
  const last = keys.at(-1) ?? '';
  const value = parent[last];
  parent[last] = typeof value === 'number' ? value + 1 : [...(value as readonly string[]).slice(1), 'sx'];
  return copy as JsonObject;
}

const NOT_COMPARED = new Set(['coalition', 'readingDependent', 'publishedForS2']);

describe.each(['syria-iraq-1975', 'elmira-9', 'synthetic-relay-3dm'])('the fixture %s', (name) => {
  const fixture = JSON.parse(conflictText(name)) as JsonObject;
  const places = Object.keys(fixture)
    .filter((key) => key.startsWith('expected'))
    .flatMap((key) => [...figures(fixture[key] as Json, [key])])
    .filter((keys) => !keys.some((key) => NOT_COMPARED.has(String(key))));

  test('every figure that it states is compared: another one is a difference at its place', async () => {
    expect(places.length).toBeGreaterThan(30);
    for (const keys of places) {
      const { differences, errors } = await verified(withOther(fixture, keys));
      expect({ keys, differences: differences.length > 0, errors }).toEqual({ keys, differences: true, errors: [] });
    }
  });
});

const SYRIA = JSON.parse(conflictText('syria-iraq-1975')) as { [key: string]: Json };

test.each<readonly [string, { [key: string]: Json }, string]>([
  ['a conflict that is refused', { statusQuo: 's0' }, 'the conflict is refused at statusQuo: no state is called `s0`'],
  ['reach from nowhere', { expectedReach: { from: 'x' } }, '`expectedReach` does not name a state'],
  ['a coalition of nobody known', { expectedCoalition: [{ coalition: ['Iran'] }] }, 'names nobody who decides'],
  ['no coalition', { expectedCoalition: [{}] }, 'names no `coalition`'],
  ['an inverse of nobody', { expectedInverse: { counts: {} } }, 'does not say whose ranking varies'],
])('%s is an error of the fixture', async (_, change, says) => {
  const { errors } = await verified({ ...SYRIA, ...change });
  expect(errors.join('\n')).toContain(says);
});

test('what we do not compute is named, and a missing improvement of a coalition is a difference', async () => {
  const { notCompared } = await verified({ ...SYRIA, expectedUniversal: ['s1'] });
  expect(notCompared).toEqual(['expectedUniversal']);
  const [entry] = structuredClone(SYRIA.expectedCoalition) as { improvements: { [key: string]: Json } }[];
  delete entry?.improvements.s4;
  const { differences } = await verified({ ...SYRIA, expectedCoalition: [entry as unknown as Json] });
  expect(differences.map(({ path, got }) => [path, got])).toEqual([
    ['expectedCoalition[0].improvements', ['improvements from s4 too']],
  ]);
});

test('whatever a fixture states, it is compared or refused, and nothing breaks', async () => {
  const keys = Object.keys(SYRIA).filter((key) => key.startsWith('expected'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...keys),
      fc.jsonValue({ maxDepth: 4 }),
      fc.boolean(),
      async (key, value, inside) => {
        const before = SYRIA[key] as JsonObject;
        const changed = inside ? { ...before, [Object.keys(before)[0] ?? '']: value as Json } : (value as Json);
        const { errors, compared, notCompared } = await verified({ ...SYRIA, [key]: changed as Json });
        expect(errors.length + compared + notCompared.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 120 },
  );
});
