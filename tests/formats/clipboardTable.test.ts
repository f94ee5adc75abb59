import { expect, test } from 'vitest';
import { toHtmlTable, toTsv } from '../../src/formats/clipboardTable.ts';

const TABLE = {
  columns: ['Step', 'Played', 'Ana'],
  rows: [
    [0, 'Start', 50.123456789],
    [1, 'Asks\tfor\nmore', undefined],
    [2, '=SUM(A1)', -3],
  ],
};

test('a table on the clipboard has tabs between cells and one line a row, whatever a cell holds', () => {
  expect(toTsv(TABLE, ['The finding.', 'Where it\tcomes from.'])).toBe(
    [
      'The finding.',
      'Where it comes from.',
      'Step\tPlayed\tAna',
      '0\tStart\t50.1235',
      '1\tAsks for more\t',
      "2\t'=SUM(A1)\t-3",
    ].join('\n'),
  );
});

test('for a document it is a table with its caption above and where it comes from below, and no cell is markup', () => {
  const html = toHtmlTable({ columns: ['A & B'], rows: [['<i>"x"</i>']] }, 'Found <this>', ['From here.']);
  expect(html).toBe(
    '<p><b>Found &lt;this&gt;</b></p><table><thead><tr><th>A &amp; B</th></tr></thead>' +
      '<tbody><tr><td>&lt;i&gt;&quot;x&quot;&lt;/i&gt;</td></tr></tbody></table><p>From here.</p>',
  );
});
