import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Path } from '../../src/domain/problem.ts';
import { jsonOffset, repeatedKeys } from '../../src/formats/jsonPlaces.ts';

/** Every path of a value, with what stands there. */
function* pathsOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    yield* pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

test('the offset of a path is where its value begins', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      for (const [path, item] of pathsOf(JSON.parse(text))) {
        const written = JSON.stringify(item);
        const first = text[jsonOffset(text, path)];
        expect(first).toBe(written[0]);
      }
    }),
    { numRuns: 200 },
  );
});

test('of a missing part it is where that would stand; of a key that stands twice, the last', () => {
  const text = '{ "a": 1, "b": { "c\\"d": [ {}, [7] ] }, "a": 2 }';
  expect(jsonOffset(text, ['b', 'c"d', 1, 0])).toBe(text.indexOf('7'));
  expect(jsonOffset(text, ['b', 'x', 'y'])).toBe(text.indexOf('{ "c'));
  expect(jsonOffset(text, ['a'])).toBe(text.indexOf('2 }'));
});

test('keys that one object has twice are found, and the same key in two objects is none', () => {
  const text = '{ "a": { "k": "k" }, "b": [ { "k": 1, "k": 2 } ], "a": "x" }';
  expect(repeatedKeys(text, 10)).toEqual([
    { key: 'k', at: text.indexOf('"k": 2') },
    { key: 'a', at: text.lastIndexOf('"a"') },
  ]);
  expect(repeatedKeys(text, 1)).toHaveLength(1);
});
