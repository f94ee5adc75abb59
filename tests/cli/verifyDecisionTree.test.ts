import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Comparison, compareFigures } from '../../cli/verify/compareFigures.ts';
import { decisionTreeAnswers } from '../../cli/verify/decisionTreeFixture.ts';
import type { Answer, Json, JsonObject } from '../../cli/verify/fixture.ts';

const fixture = (name: string): JsonObject =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../literature/decision-tree/${name}.json`, import.meta.url)), 'utf8'));

/** What the fixture states in order to ask: no figure. */
const QUESTIONS = /^(twoWay,[xy]|spiderFixedPolicy,\d+,(parameter|points,\d+,percent))$/;

/** Every place below `expected` where a figure stands, as the keys that lead there. */
const places = (value: Json, keys: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? QUESTIONS.test(keys.join())
      ? []
      : [keys]
    : Object.entries(value).flatMap(([key, part]) => places(part as Json, [...keys, key]));

function compared(changed: JsonObject): Comparison {
  const { expected } = decisionTreeAnswers(changed) as { readonly expected: Answer };
  const comparison: Comparison = { compared: 0, differences: [], notCompared: [] };
  compareFigures({ path: 'expected', expected: changed.expected as Json, answer: expected }, () => 1e-9, comparison);
  return comparison;
}

describe.each(['t1-arbitrate-or-settle', 't2-strike-fund'])('verifying %s', (name) => {
  test('compares as many figures as the fixture states', () => {
    const whole = fixture(name);
    const { compared: count, notCompared } = compared(whole);
    expect(notCompared).toEqual([]);
    expect(count).toBe(places(whole.expected as Json).length);
  });

  test('each figure that is wrong is found, wherever it stands', () => {
    const all = places(fixture(name).expected as Json);
    const kinds = new Set<string>();
    // One of each kind of place, and every thirtieth: a tree is solved anew for each.
    const chosen = all.filter((keys, index) => {
      const kind = keys.filter((key) => !/^\d+$/.test(key)).join('.');
      const isNew = !kinds.has(kind);
      kinds.add(kind);
      return isNew || index % 30 === 0;
    });
    expect(kinds.size).toBeGreaterThan(20);
    for (const keys of chosen) {
      const changed = structuredClone(fixture(name)) as { expected: Json };
      let holder = changed.expected as unknown as Record<string, unknown>;
      for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
      const last = keys.at(-1) ?? '';
      const value = holder[last];
      holder[last] = typeof value === 'number' ? value + 1e-6 * Math.max(1, Math.abs(value)) : `${value} or not`;
      const { differences, notCompared } = compared(changed as unknown as JsonObject);
      expect(differences.length + notCompared.length, keys.join('.')).toBeGreaterThan(0);
    }
  });

  test('a choice too many in a policy, and a policy too many or too few in the list, are differences', () => {
    const more = structuredClone(fixture(name)) as unknown as {
      expected: { base: { policy: Record<string, number> } };
    };
    more.expected.base.policy.elsewhere = 0;
    expect(compared(more as unknown as JsonObject).differences.length).toBeGreaterThan(0);
    const fewer = structuredClone(fixture(name)) as unknown as {
      expected: { base: { policy: Record<string, number> } };
    };
    const [first = ''] = Object.keys(fewer.expected.base.policy);
    delete fewer.expected.base.policy[first];
    expect(compared(fewer as unknown as JsonObject).differences.map(({ path }) => path)).toContain(
      'expected.base.policy',
    );
    const list = structuredClone(fixture(name)) as unknown as { expected: { policies: unknown[] } };
    list.expected.policies.pop();
    expect(compared(list as unknown as JsonObject).differences.map(({ path }) => path)).toEqual(['expected.policies']);
  });

  test('the order in which policies are listed is the fixture’s own', () => {
    const turned = structuredClone(fixture(name)) as unknown as { expected: { policies: unknown[] } };
    turned.expected.policies.reverse();
    expect(compared(turned as unknown as JsonObject).differences).toEqual([]);
  });
});
