import { expect, test } from 'vitest';
import { toCsv } from '../../src/formats/csv.ts';

test('a table leaves as RFC 4180 with a byte-order mark, its remarks above', () => {
  const csv = toCsv(
    {
      columns: ['Step', 'Ana, low'],
      rows: [
        [1, 0.123456789],
        [2, undefined],
        [3, Number.NaN],
      ],
    },
    ['Found, and said.'],
  );
  expect(csv).toBe('\ufeff"Found, and said."\r\nStep,"Ana, low"\r\n1,0.123457\r\n2,\r\n3,\r\n');
});

test.each(['=1+1', '+1', '-1', '@name', '\tx', '\rx'])('the text %j is no formula in a spreadsheet', (text) => {
  const [, row = ''] = toCsv({ columns: ['a'], rows: [[text]] }).split('\r\n');
  expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
});

test('a number stays a number, below zero too', () => {
  expect(toCsv({ columns: ['a'], rows: [[-2.5]] })).toBe('\ufeffa\r\n-2.5\r\n');
});
