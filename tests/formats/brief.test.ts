import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Brief, escapeMarkdown, toMarkdown } from '../../src/formats/brief.ts';

/** What a reader of Markdown sees: backslashes before punctuation are gone. */
const read = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The characters of a line that Markdown would still take for its own. */
const meant = (markdown: string): string => markdown.replace(/\\[!-/:-@[-`{-~]/g, '');

describe('plain text in Markdown', () => {
  test.each([
    ['a*b_c', 'a\\*b\\_c'],
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['+5 is no list', '\\+5 is no list'],
    ['3. is no list', '3\\. is no list'],
    ['12) nor this', '12\\) nor this'],
    ['= no underline', '\\= no underline'],
    ['> no quote', '\\> no quote'],
    ['a | b', 'a \\| b'],
    ['<script>', '\\<script\\>'],
    ['[F51]', '\\[F51\\]'],
    ['R&D &amp; more', 'R\\&D \\&amp; more'],
    ['two\nlines\t here', 'two lines here'],
    ['14.5 stays', '14\\.5 stays'],
    ['−5 with a true minus', '−5 with a true minus'],
  ])('%j is written %j', (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  test('reads back as itself, on one line, with nothing left that means something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const markdown = escapeMarkdown(text);
        expect(read(markdown)).toBe(text.replace(/\s+/g, ' ').trim());
        expect(markdown).not.toMatch(/[\n\r]/);
        expect(meant(markdown)).not.toMatch(/[\\`*_{}[\]<>#|~]/);
        expect(markdown).not.toMatch(/^[-+=]/);
      }),
    );
  });
});

const BRIEF: Brief = {
  title: 'B leaves City’s payoff 6 points higher than A.',
  lead: [
    { kind: 'paragraph', text: 'Harbour lease, as of 14 March 2025.' },
    { kind: 'list', items: ['A: Accept.', 'B: Raise_the price.'] },
  ],
  sections: [
    {
      heading: 'What differs',
      notes: false,
      blocks: [
        {
          kind: 'table',
          columns: ['Figure', 'A', 'B − A'],
          rows: [
            ['Access | summer', '45 (41 to 49)', '+6 (−1 to +9)'],
            ['Days', '80'],
          ],
          numeric: [1, 2],
        },
      ],
    },
    {
      heading: 'Link',
      notes: true,
      blocks: [{ kind: 'link', label: 'This comparison', href: 'https://example.org/#/a_b;c d' }],
    },
  ],
};

describe('a brief in Markdown', () => {
  test('is a title, paragraphs, lists, headings, a table and a link, with an empty line between', () => {
    expect(toMarkdown(BRIEF)).toBe(
      [
        '# B leaves City’s payoff 6 points higher than A.',
        '',
        'Harbour lease, as of 14 March 2025.',
        '',
        '- A: Accept.',
        '- B: Raise\\_the price.',
        '',
        '## What differs',
        '',
        '| Figure | A | B − A |',
        '| --- | ---: | ---: |',
        '| Access \\| summer | 45 (41 to 49) | +6 (−1 to +9) |',
        '| Days | 80 |  |',
        '',
        '## Link',
        '',
        '[This comparison](<https://example.org/#/a_b;c%20d>)',
        '',
      ].join('\n'),
    );
  });

  test('gives every row of a table as many cells as it has columns, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const table = { kind: 'table', columns: ['a', 'b', 'c'], rows, numeric: [1] } as const;
        const written = toMarkdown({ title: 't', lead: [table], sections: [] })
          .split('\n')
          .filter((line) => line.startsWith('|'));
        expect(written).toHaveLength(rows.length + 2);
        for (const line of written) expect(meant(line).split('|')).toHaveLength(5);
      }),
    );
  });
});
