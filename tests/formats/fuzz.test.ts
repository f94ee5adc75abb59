import fc from 'fast-check';
import { expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { refinementProblems } from '../../machines/refinement.ts';
import { unfold } from '../../machines/unfold.ts';
import { readYaml } from '../../src/formats/yaml.ts';
import { type Folder, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

/** Words, numbers, texts in quotes, blanks, and single signs. */
const TOKEN = /\w[\w.-]*|"[^"\n]*"|[ \n]+|./g;

/** Tokens that mean something to YAML or to a scenario, and some that mean harm. */
const SPARE = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '-',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!!js/function ',
    '|',
    '>',
    '"',
    "'",
    '#',
    '%',
    '@',
    '\t',
  ],
  ...['\n', '\r', '\0', '\uFEFF', '\uFFFD', '\u2028', '---\n', '...', '<<: ', '~', 'null', 'true', '{}', '[]', '""'],
  ...['.nan', '.inf', '-.inf', '1e999', '-1', '0', '1', '1.5', '999999999999999999999', '0x10', '2025-02-30'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'basis', 'chance', 'user', 'table', 'shock', 'end', 'final'],
  ...[
    'CITY',
    'PORT',
    'lease',
    'courts',
    'reply',
    'signed',
    'courts.filed',
    'lease.reply.accept',
    'days',
    'CITY.chip',
    'F01',
  ],
  ...[
    'meta',
    'on',
    'target',
    'guard',
    'effects',
    'limit',
    'low',
    'mode',
    'high',
    'add',
    'set',
    'scale',
    'when',
    'all',
    'not',
  ],
];

interface Mutation {
  readonly file: string;
  readonly unit: 'token' | 'line';
  readonly at: number;
  readonly deed: 'delete' | 'double' | 'replace' | 'insert' | 'swap';
  readonly other: number;
  readonly spare: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  file: fc.constantFrom(...Object.keys(HARBOUR_LEASE)),
  unit: fc.constantFrom('token' as const, 'token' as const, 'line' as const),
  at: fc.nat(),
  deed: fc.constantFrom('delete' as const, 'double' as const, 'replace' as const, 'insert' as const, 'swap' as const),
  other: fc.nat(),
  spare: fc.oneof(fc.constantFrom(...SPARE), fc.string({ maxLength: 8 })),
});

function mutate(folder: Folder, { file, unit, at, deed, other, spare }: Mutation): Folder {
  const text = folder[file] ?? '';
  const units = unit === 'token' ? (text.match(TOKEN) ?? []) : text.split(/(?<=\n)/);
  if (units.length === 0) return folder;
  const here = at % units.length;
  const there = other % units.length;
  const [one = '', two = ''] = [units[here], units[there]];
  if (deed === 'delete') units.splice(here, 1);
  if (deed === 'double') units.splice(here, 0, one);
  if (deed === 'insert') units.splice(here, 0, spare);
  if (deed === 'replace') units[here] = other % 2 === 0 ? spare : two;
  if (deed === 'swap') {
    units[here] = two;
    units[there] = one;
  }
  return { ...folder, [file]: units.join('') };
}

/** Runs are counted so that the whole takes some seconds; seeds are fixed, so that a failure is found again. */
const FOLDERS = 600;
const TEXTS = 3000;
/** Positions of a sound scenario that are looked at. */
const POSITIONS = 100;
/** Milliseconds that one reading may take at most, on a machine that does other things too. */
const PATIENCE = 20_000;

test('whatever is done to the files, reading ends with problems in their places or with a scenario that can be played', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const folder = mutations.reduce(mutate, HARBOUR_LEASE);
      const start = performance.now();
      const { scenario, problems } = readTexts(folder, [refinementProblems]);
      expect(performance.now() - start).toBeLessThan(PATIENCE);
      expect(scenario === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const { file, line, column, code, message, path } of problems) {
        const lines = (folder[file] ?? '').split('\n');
        expect(Object.keys(folder)).toContain(file);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(message).not.toMatch(/undefined|\[object|NaN lies/);
        expect(path).not.toMatch(/undefined/);
      }
      if (scenario === undefined) return;
      sound += 1;
      let left = POSITIONS;
      for (const { end, moves } of unfold(scenario, negotiation(scenario))) {
        expect(end || moves.length > 0).toBe(true);
        left -= 1;
        if (left === 0) break;
      }
    }),
    { seed: 20250314, numRuns: FOLDERS },
  );
  // Many edits only change a text: the test would see nothing if all were refused, or none.
  expect(sound).toBeGreaterThan(FOLDERS / 20);
  expect(sound).toBeLessThan((FOLDERS * 19) / 20);
});

test('whatever a text holds, it is read as plain data or refused in words', () => {
  const tokens = fc.array(fc.oneof(fc.constantFrom(...SPARE), fc.string({ maxLength: 4 })), { maxLength: 40 });
  fc.assert(
    fc.property(tokens, (parts) => {
      const { value, problems, locate } = readYaml(parts.join(''));
      if (value === undefined) expect(problems).not.toEqual([]);
      // Plain data goes through JSON, but for numbers that it has no word for.
      else expect(() => JSON.stringify(value)).not.toThrow();
      expect(locate(['meta', 0, 'on']).line).toBeGreaterThanOrEqual(1);
    }),
    { seed: 20250314, numRuns: TEXTS },
  );
});
