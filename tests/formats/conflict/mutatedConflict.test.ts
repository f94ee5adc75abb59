import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictStability, verdictsOn } from '../../../src/analysis/stability/stabilityReport.ts';
import { verdictSentence } from '../../../src/analysis/stability/verdictSentence.ts';
import { readConflict } from '../../../src/formats/conflict/readConflict.ts';
import { conflictText } from '../../support/conflictFixture.ts';

/** Small published conflicts without their answers, so that a reading is quick. */
const FILES = ['syria-iraq-1975', 'elmira-9', 'prisoners-dilemma', 'synthetic-relay-3dm'].map((name) => {
  const {
    expected: _,
    expectedCoalition: __,
    expectedInverse: ___,
    commonMistakes: ____,
    ...file
  } = JSON.parse(conflictText(name));
  return JSON.stringify(file, null, 1);
});

const TOKEN = /"(?:\\.|[^"\\])*"|[[\]{},:]|[^\s[\]{},:"]+|\s+/g;

/** What may stand in the place of a part: of the right form, of another, and some that mean harm. */
const SPARE = [
  '{}',
  '[]',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1e999',
  '1.5',
  '"s1"',
  '"s99"',
  '""',
  '"__proto__"',
  '"constructor"',
  '"name"',
  '"Syria"',
  '"attack"',
  '[["s1"]]',
  '\\',
  '\u0000',
  '\ufeff',
  `"${'x'.repeat(300)}"`,
  '[[[[[[[[[[]]]]]]]]]]',
];

interface Change {
  readonly file: number;
  readonly edits: readonly { readonly at: number; readonly kind: number; readonly spare: string }[];
}

const changes: fc.Arbitrary<Change> = fc.record({
  file: fc.nat({ max: FILES.length - 1 }),
  edits: fc.array(fc.record({ at: fc.nat(), kind: fc.nat({ max: 3 }), spare: fc.constantFrom(...SPARE) }), {
    minLength: 1,
    maxLength: 4,
  }),
});

/** A file with some of its parts replaced, taken out, doubled or exchanged. */
function mutated({ file, edits }: Change): string {
  const tokens = (FILES[file] ?? '').match(TOKEN) ?? [];
  for (const { at, kind, spare } of edits) {
    const place = at % tokens.length;
    const other = (at * 7 + 3) % tokens.length;
    if (kind === 0) tokens[place] = spare;
    else if (kind === 1) tokens.splice(place, 1);
    else if (kind === 2) tokens.splice(place, 0, tokens[other] ?? '');
    else [tokens[place], tokens[other]] = [tokens[other] ?? '', tokens[place] ?? ''];
  }
  return tokens.join('');
}

test('whatever becomes of a file, it is read to the end or refused with a place, and what is read can be analysed', () => {
  let refused = 0;
  let read = 0;
  fc.assert(
    fc.property(changes, (change) => {
      const text = mutated(change);
      const { conflict, problems } = readConflict(text, 'mutated.json');
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(conflict === undefined).toBe(errors.length > 0);
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { line, column, message, file } of problems) {
        expect(file).toBe('mutated.json');
        expect(message).not.toBe('');
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThan(0);
      }
      if (conflict === undefined) {
        refused += 1;
        return;
      }
      read += 1;
      const found = conflictStability(conflict);
      for (const state of conflict.states.keys())
        for (const verdict of verdictsOn(found, state))
          expect(verdictSentence(conflict, verdict)).not.toContain('undefined');
    }),
    { numRuns: 600 },
  );
  // The mutations are neither all harmless nor all fatal.
  expect(Math.min(refused, read)).toBeGreaterThan(20);
});
