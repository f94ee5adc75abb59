import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEfg } from '../../../src/formats/efg/readEfg.ts';
import { efgTexts } from '../../support/efgTexts.ts';
import { gameTreeFaults } from '../../support/gameTreeFaults.ts';
import { plainEfg } from '../../support/plainEfg.ts';
import { plainGameOf } from '../../support/plainGameOf.ts';

/** Small games, so that a few thousand readings take seconds: the literature's, and one with everything that may be written shortly. */
const SMALL = [
  ...efgTexts()
    .map(({ text }) => text)
    .filter((text) => text.length < 3_000),
  ...efgTexts('reject').map(({ text }) => text),
  'EFG 2 D "short" { "A" "B" } c "" 1 "w" { "a" .5 "b" 1/2 } 0 p "" 1 1 "" { "x" "y" } 1 "o" { 1, -2e-1 } t "" 1 t "" 0 p "" 2 1 "" { "z" } 0 t "" 2 "" { 3. 4/3 }',
];

const TOKEN = /"(?:\\.|[^"\\])*"|[{},]|[^\s{},"]+|\s+/g;

/** Pieces that mean something to the format, and some that mean harm. */
const SPARE = [
  ...[
    '{',
    '}',
    ',',
    '"',
    '\\',
    '\\"',
    '""',
    '"x"',
    'c ""',
    'p "" 1 1',
    't "" 0',
    't',
    'p',
    'c',
    'EFG',
    'R',
    'D',
    ' ',
    '\n',
    '\r\n',
    '\t',
  ],
  ...[
    '0',
    '1',
    '2',
    '-1',
    '99',
    '007',
    '-0',
    '1/2',
    '1/3',
    '1/0',
    '0/0',
    '0.5',
    '.5',
    '3.',
    '1e2',
    '1e-2',
    '1e+2',
    '+1',
    '.5e3',
    '1.5/2',
    '1/-3',
  ],
  ...[
    '0x1F',
    'NaN',
    'Infinity',
    '1e999',
    '1e-999',
    '1e400',
    '1e99999999999',
    '9'.repeat(500),
    '\0',
    '\uFEFF',
    '\uFFFD',
    '\u00A0',
    '\u{1F600}',
    '\uD800',
  ],
];

const mutation = fc.record({
  kind: fc.constantFrom('delete', 'replace', 'insert', 'swap', 'double', 'cut', 'flip', 'deleteSign'),
  at: fc.nat(),
  other: fc.nat(),
  spare: fc.oneof(fc.constantFrom(...SPARE), fc.string({ maxLength: 3 })),
});

function mutated(
  text: string,
  { kind, at, other, spare }: { kind: string; at: number; other: number; spare: string },
): string {
  const index = text.length === 0 ? 0 : at % text.length;
  if (kind === 'cut') return text.slice(0, index);
  if (kind === 'deleteSign') return text.slice(0, index) + text.slice(index + 1);
  if (kind === 'flip') {
    return (
      text.slice(0, index) +
      String.fromCharCode((text.charCodeAt(index) || 0) ^ (1 << (other % 7))) +
      text.slice(index + 1)
    );
  }
  const tokens = text.match(TOKEN) ?? [];
  const [first, second] = [at % Math.max(1, tokens.length), other % Math.max(1, tokens.length)];
  const [one = '', two = ''] = [tokens[first], tokens[second]];
  if (kind === 'delete') tokens.splice(first, 1);
  else if (kind === 'replace') tokens.splice(first, 1, spare);
  else if (kind === 'insert') tokens.splice(first, 0, spare);
  else if (kind === 'double') tokens.splice(first, 0, one);
  else {
    tokens[first] = two;
    tokens[second] = one;
  }
  return tokens.join('');
}

/** What the slow reader makes of a text; undefined where it refuses it. */
function slowly(text: string) {
  try {
    return plainEfg(text);
  } catch {
    return undefined;
  }
}

test('a broken file gives problems with a place, or the game that the slow reader reads too; it never throws', () => {
  let [accepted, refused] = [0, 0];
  fc.assert(
    fc.property(fc.constantFrom(...SMALL), fc.array(mutation, { minLength: 1, maxLength: 3 }), (sound, mutations) => {
      const text = mutations.reduce(mutated, sound);
      const { game, problems } = readEfg(text, 'game.efg');
      const plain = slowly(text);
      if (game === undefined) {
        refused += 1;
        expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object/);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
        }
        expect(plain).toBeUndefined();
        return;
      }
      accepted += 1;
      expect(gameTreeFaults(game.tree)).toEqual([]);
      expect({
        title: game.labels.title,
        players: game.tree.actors,
        comment: game.comment,
        root: plainGameOf(game.tree, game.labels),
      }).toEqual(plain);
    }),
    { numRuns: 4_000 },
  );
  // Both kinds must be met often, or the property says nothing.
  expect(Math.min(accepted, refused)).toBeGreaterThan(200);
});

test('what a file says does not hang on blanks, line ends or commas between payoffs', () => {
  const blank = fc.constantFrom(' ', '\n', '\r\n', '\t', '  ', ' \v\f ');
  fc.assert(
    fc.property(
      fc.constantFrom(...SMALL.filter((text) => slowly(text) !== undefined)),
      fc.array(blank, { minLength: 5 }),
      (text, blanks) => {
        let count = 0;
        const tokens = (text.match(TOKEN) ?? []).filter((token) => !/^\s+$/.test(token) && token !== ',');
        const spread = tokens.map((token) => token + (blanks[count++ % blanks.length] ?? ' ')).join('');
        const commas = text.replace(
          /\{((?:\s*[-\d./eE]+,?)+)\s*\}/g,
          (_, payoffs: string) =>
            `{ ${payoffs
              .trim()
              .split(/[\s,]+/)
              .join(' , ')} }`,
        );
        const [plain, ...others] = [text, spread, commas].map((one) => {
          const { game, problems } = readEfg(one, 'game.efg');
          return {
            problems,
            tree: game?.tree,
            title: game?.labels.title,
            root: game && plainGameOf(game.tree, game.labels),
          };
        });
        expect(plain?.tree).toBeDefined();
        for (const other of others) expect(other).toEqual(plain);
      },
    ),
    { numRuns: 200 },
  );
});
