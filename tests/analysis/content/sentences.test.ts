import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf, wordCount } from '../../../src/analysis/content/sentences.ts';
import { factsInProse } from '../../../src/domain/citations.ts';

const split = (text: string) => sentencesOf(text, 'en').map(({ text: said, facts }) => [said, ...facts]);

describe('a text as sentences', () => {
  test.each<[string, string, ...(readonly string[])[]]>([
    [
      'a mark behind the full stop belongs to the sentence before',
      'He said so. [F12] She did not.',
      ['He said so.', 'F12'],
      ['She did not.'],
    ],
    ['a mark before the full stop too', 'He said so [F12]. She did not.', ['He said so.', 'F12'], ['She did not.']],
    [
      'a mark in the middle stays in its sentence',
      'It stops an advance, [F40] and arms may come.',
      ['It stops an advance, and arms may come.', 'F40'],
    ],
    ['several facts in one mark', 'He has questions. [F50, X06]', ['He has questions.', 'F50', 'X06']],
    [
      'a mark on the next line',
      'He has questions.\n  [F50,\n  X06] They wait.',
      ['He has questions.', 'F50', 'X06'],
      ['They wait.'],
    ],
    ['a mark behind a question mark', 'Does it stay? [F1] It does.', ['Does it stay?', 'F1'], ['It does.']],
    [
      'a title with a full stop ends no sentence',
      'Mr. Smith and Dr. Jones met. They left.',
      ['Mr. Smith and Dr. Jones met.'],
      ['They left.'],
    ],
    ['nor does an initial', 'J. Smith of the U.S. Treasury met them.', ['J. Smith of the U.S. Treasury met them.']],
    ['nor a decimal point', 'It holds 1.5 km². Little more.', ['It holds 1.5 km².'], ['Little more.']],
    ['brackets that hold no fact stay', 'The area (see [notes]) shrinks.', ['The area (see [notes]) shrinks.']],
  ])('%s', (_claim, text, ...sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test('an empty text has none', () => {
    expect(sentencesOf(' \n ', 'en')).toEqual([]);
  });

  test('no fact that a text cites is lost, none is counted twice, and each stays with its sentence', () => {
    const word = fc.constantFrom('the', 'area', 'Kyiv', '13', 'March', 'ceasefire,', 'holds', 'km²');
    const fact = fc.nat(99).map((n) => `F${n}`);
    const sentence = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 9 }),
      end: fc.constantFrom('.', '?', '!'),
      facts: fc.array(fact, { maxLength: 3 }),
      blank: fc.constantFrom(' ', '\n    '),
    });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const text = sentences
          .map(({ words, end, facts, blank }) => {
            const mark = facts.length === 0 ? '' : `${blank}[${facts.join(', ')}]`;
            return `In ${words.join(blank)}${end}${mark}`;
          })
          .join(' ');
        const found = sentencesOf(text, 'en');
        expect(found.flatMap(({ facts }) => facts)).toEqual(factsInProse(text));
        expect(found.map(({ facts }) => facts)).toEqual(sentences.map(({ facts }) => facts));
        for (const { opening } of found) expect(text.replaceAll(/\s+/g, ' ')).toContain(opening);
      }),
    );
  });

  test('each knows the words that it begins with', () => {
    const [, second] = sentencesOf('It ends. [F1] On 13 March, [F2] somebody said that it goes on.', 'en');
    expect(second?.opening).toBe('On 13 March,');
  });
});

test.each([
  ['It holds.', 2],
  ['About 1,300 km², or 10 %: more than half.', 8],
  ["Ukraine's 30-day offer", 4],
])('a reader counts the words of: %s', (sentence, words) => {
  expect(wordCount(sentence, 'en')).toBe(words);
});
