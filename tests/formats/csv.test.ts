import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/formats/csv.ts';

const BOM = '\uFEFF';
const lines = (csv: string): readonly string[] => csv.replace(BOM, '').trimEnd().split('\r\n');

describe('a table as CSV', () => {
  test('begins with a byte-order mark, its remarks and the names of its columns', () => {
    const csv = toCsv({ columns: ['End', 'Ukraine'], rows: [['Agreed', 41.5]] }, ['Made with “Kursk”, 2025']);
    expect(csv.startsWith(BOM)).toBe(true);
    expect(lines(csv)).toEqual(['"Made with “Kursk”, 2025"', 'End,Ukraine', 'Agreed,41.5']);
  });

  test.each(['=1+1', '+41', '-2', '@cmd', '\tx', '\rx', '\nx', '＝1+1', '＋41', '－2', '＠cmd'])(
    '%j is marked as text, so that no spreadsheet runs it',
    (text) => expect(toCsv({ columns: ['a'], rows: [[text]] })).toContain(`'${text}`),
  );

  test('a number is a number, negative ones too; what is no number is empty', () =>
    expect(lines(toCsv({ columns: ['a', 'b', 'c'], rows: [[-2, Number.NaN, undefined]] }))[1]).toBe('-2,,'));

  test('a judgement keeps six digits', () =>
    expect(lines(toCsv({ columns: ['a'], rows: [[1 / 3], [12_345_678]] })).slice(1)).toEqual(['0.333333', '12345700']));

  test('a number of a game is read back as it is', () => {
    const numbers = [1 / 3, 12_345_678, 0.1 + 0.2, 5e-324, -1.5e300, Number.MAX_SAFE_INTEGER];
    const written = lines(
      toCsv({ columns: ['a'], rows: [Number.NaN, ...numbers].map((number) => [number]), isExact: true }),
    );
    expect(written.slice(2).map(Number)).toEqual(numbers);
    expect(written[1]).toBe('');
  });

  test('quotes, commas and line breaks stay in their cell', () =>
    expect(toCsv({ columns: ['a'], rows: [['say "yes", or\nno']] })).toContain('"say ""yes"", or\nno"'));
});
