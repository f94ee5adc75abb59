import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pieces, searchable } from '../../../src/ui/palette/matching.ts';

const score = (query: string, title: string, beside = ''): number => searchable(title, beside)(query)?.score ?? 0;
const marked = (query: string, title: string): readonly string[] =>
  pieces(title, searchable(title)(query)?.stretches ?? []).flatMap((piece) => (piece.marked ? [piece.text] : []));

describe('a search', () => {
  test.each([
    ['whole words', 'answer', 'How does Russia answer the offer?'],
    ['how words begin', 'rus ans', 'How does Russia answer the offer?'],
    ['words in any order', 'offer russia', 'How does Russia answer the offer?'],
    ['a part inside a word', 'fire', 'The 30-day ceasefire'],
    ['numbers', '30', 'The 30-day ceasefire'],
    ['words without their accents', 'zelensky', 'Zelenský said'],
    ['a slip of one letter', 'ceasfire', 'The 30-day ceasefire'],
    ['a slip at the beginning of a longer word', 'withdrwa', 'The withdrawal of troops'],
    ['two letters swapped in a long word', 'surrednering', 'Surrendering in groups'],
    ['what is not finished yet and has a slip', 'surender', 'The surrender demand'],
  ])('finds %s', (_, query, title) => {
    expect(score(query, title)).toBeGreaterThan(0);
  });

  test.each([
    ['a word of its own that is missing', 'russia withdraw', 'How does Russia answer the offer?'],
    ['short words with a slip', 'act', 'The aid stops'],
    ['another word that only ends alike', 'rejection', 'An election'],
  ])('does not find %s', (_, query, title) => {
    expect(score(query, title)).toBe(0);
  });

  test('ranks a whole word over its beginning, over a part inside, over a slip', () => {
    const scores = ['troops', 'troop', 'roop', 'troups'].map((query) => score(query, 'The troops'));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  test('counts what stands beside a title for less', () => {
    expect(score('f51', 'A claim', 'F51 · Contested')).toBeGreaterThan(0);
    expect(score('f51', 'A claim', 'F51 · Contested')).toBeLessThan(score('f51', 'F51'));
  });

  test('marks what was typed, in the letters of the title', () => {
    expect(marked('rus ans', 'How does Russia answer?')).toEqual(['Rus', 'ans']);
    expect(marked('zelensky', 'Zelenský said')).toEqual(['Zelenský']);
    expect(marked('ceasfire', 'The ceasefire')).toEqual(['ceasefire']);
  });

  test('without a word is answered by everything alike', () => {
    expect(searchable('Anything')('  ? ')).toEqual({ score: 0, stretches: [] });
  });

  test('finds every title by any of its words, and its pieces put it together again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), (title, at) => {
        // An apostrophe inside belongs to its word, as it does for whoever types it.
        const words = title.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
        const word = words[at % Math.max(1, words.length)] ?? '';
        const match = searchable(title)(word);
        expect(match).toBeDefined();
        expect(
          pieces(title, match?.stretches ?? [])
            .map(({ text }) => text)
            .join(''),
        ).toBe(title);
      }),
    );
  });
});
