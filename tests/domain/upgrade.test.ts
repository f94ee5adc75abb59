import { describe, expect, test } from 'vitest';
import { type UpgradeSteps, upgrade } from '../../src/domain/upgrade.ts';

/** Two steps of an invented history: a key was renamed, then another was doubled. */
const STEPS: UpgradeSteps = {
  1: ({ batna, ...rest }) => ({ ...rest, walkAway: batna }),
  2: ({ walkAway, ...rest }) => ({ ...rest, walkAway: Number(walkAway) * 2 }),
};

describe('a file of an older format', () => {
  test('goes up one small step at a time', () => {
    expect(upgrade({ format: 1, batna: 3 }, STEPS, 2)).toEqual({ ok: true, value: { format: 2, walkAway: 3 } });
    expect(upgrade({ format: 1, batna: 3 }, STEPS, 3)).toEqual({ ok: true, value: { format: 3, walkAway: 6 } });
    expect(upgrade({ format: 2, walkAway: 3 }, STEPS, 3)).toEqual({ ok: true, value: { format: 3, walkAway: 6 } });
  });

  test('is not changed itself', () => {
    const file = Object.freeze({ format: 1, batna: 3 });
    upgrade(file, STEPS, 3);
    expect(file).toEqual({ format: 1, batna: 3 });
  });

  test('of the present format stays as it is', () => {
    const file = { format: 1, title: 'A lease' };
    expect(upgrade(file)).toEqual({ ok: true, value: file });
  });
});

test('a file of a newer format is refused in words', () => {
  expect(upgrade({ format: 4 }, STEPS, 3)).toEqual({
    ok: false,
    error: {
      code: 'unknown-format',
      severity: 'error',
      path: ['format'],
      message: 'the file is written in format 4; this Parley reads up to 3',
      suggestion: 'use a newer Parley',
    },
  });
});

test.each([undefined, null, '1', 'one', 0, -1, 1.5, Number.NaN])(
  'the format %j is none, which the schema says',
  (format) => {
    const file = { format, title: 'A lease' };
    expect(upgrade(file, STEPS, 3)).toEqual({ ok: true, value: file });
  },
);

test('a step that we forgot to write is our fault, and is thrown', () => {
  expect(() => upgrade({ format: 1 }, {}, 2)).toThrow('there is no step from format 1 to 2');
});
