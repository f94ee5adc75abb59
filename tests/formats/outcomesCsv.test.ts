import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { unfold } from '../../machines/unfold.ts';
import { isEnd, stateAt } from '../../src/domain/chart.ts';
import { payoff } from '../../src/domain/stakes.ts';
import { csvPieces, toCsv } from '../../src/formats/csv.ts';
import { drawsCsv } from '../../src/formats/drawsCsv.ts';
import { type EfgGame, readEfg } from '../../src/formats/efg/readEfg.ts';
import { gameOutcomesCsv, outcomesCsv } from '../../src/formats/outcomesCsv.ts';
import { EFG_FOLDER, efgTexts } from '../support/efgTexts.ts';
import { templateWith } from '../support/template.ts';

/** The table of a game's ends, which is not refused. */
function endsOf({ tree, labels }: Pick<EfgGame, 'tree' | 'labels'>): string {
  const table = gameOutcomesCsv(tree, labels);
  if (!table.ok) throw new Error(table.error);
  return [...table.value].join('');
}

interface Answers {
  readonly expected: { readonly terminals: readonly { readonly id: string; readonly payoffs: readonly number[] }[] };
}

const answersOf = (name: string): Answers =>
  JSON.parse(readFileSync(join(EFG_FOLDER, name.replace('.efg', '.json')), 'utf8')) as Answers;

/** The cells of a CSV text without line breaks in its cells, its byte-order mark taken off. */
const cells = (csv: string): readonly (readonly string[])[] =>
  csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

test('a table in pieces is the table at once', () => {
  const rows = Array.from({ length: 1_234 }, (_, row) => [row, row / 7, row % 3 === 0 ? undefined : `=${row}, "x"`]);
  const columns = ['=a', 'b', 'c'];
  const pieces = [...csvPieces(columns, rows, ['-remark'])];
  expect(pieces.join('')).toBe(toCsv({ columns, rows }, ['-remark']));
  expect(pieces.length).toBeGreaterThan(2);
  expect([...csvPieces(columns, [])].join('')).toBe(toCsv({ columns, rows: [] }));
});

test('draws are a row each, counted from 1, and a column per number', () => {
  const columns = [
    { name: 'Leverage, Ukraine', values: Float64Array.of(41.25, 40) },
    { name: 'Δ', values: [-1, Number.NaN] },
  ];
  expect(cells([...drawsCsv(columns, ['seed 7'])].join(''))).toEqual([
    ['seed 7'],
    ['draw', 'Leverage, Ukraine', 'Δ'],
    ['1', '41.25', '-1'],
    ['2', '40', ''],
  ]);
  expect(cells([...drawsCsv([])].join(''))).toEqual([['draw']]);
});

describe('the outcomes of a scenario', () => {
  test('are a row per line that ends: its moves, its end, everybody’s points and every value there', async () => {
    const scenario = await templateWith();
    const positions = [...unfold(scenario, negotiation(scenario))];
    const [remark, head = [], ...rows] = cells([...outcomesCsv(scenario, positions, ['made of a template'])].join(''));
    expect(remark).toEqual(['made of a template']);
    expect(head.slice(0, 7)).toEqual([
      'line',
      'moves',
      'end',
      'end label',
      'agreement',
      'payoff: Library [LIBRARY]',
      'payoff: Café [CAFE]',
    ]);
    const ends = positions.filter(({ end }) => end);
    expect(rows).toHaveLength(ends.length);
    for (const [index, { line, state, snapshot }] of ends.entries()) {
      const row = rows[index] ?? [];
      const placed = stateAt(scenario, state)?.state;
      expect(row[0]).toBe(line.join(' → '));
      expect(row.slice(2, 4)).toEqual([state, placed !== undefined && isEnd(placed) ? placed.meta.label : '']);
      expect(row[4]).toBe(placed !== undefined && isEnd(placed) && placed.meta.agreement ? 'yes' : 'no');
      const { values } = snapshot.context;
      expect(Number(row[6])).toBeCloseTo(payoff(scenario, 'CAFE', values).payoff, 3);
      for (const [address, value] of Object.entries(values)) {
        const column = head.findIndex((name) => name.endsWith(`[${address}]`));
        expect(Number(row[column])).toBeCloseTo(value, 3);
      }
    }
  });
});

describe('the ends of a game', () => {
  test('are a row each: the line, the odds of chance on it, and what everybody is paid along it', () => {
    const text =
      'EFG 2 R "g" { "A" "=B" } p "" 1 1 "" { "l" "r" } 1 "s" { 1 0.5 } c "" 1 "" { "x" 1/4 "y" 3/4 } 0 t "" 2 "o" { 2 2 } t "" 0 t "" 2';
    const { game } = readEfg(text, 'g.efg');
    if (game === undefined) throw new Error('the game was refused');
    expect(cells(endsOf(game))).toEqual([
      ['node', 'line', 'end', 'odds of chance on the line', 'payoff: A', 'payoff: =B'],
      ['n2', 'l → x', 'o', '0.25', '3', '2.5'],
      ['n3', 'l → y', 'null outcome', '0.75', '1', '0.5'],
      ['n4', 'r', 'o', '1', '3', '2.5'],
    ]);
  });

  test('are read back exactly: payoffs, their sums as decimals, and odds', () => {
    const text =
      'EFG 2 R "g" { "A" "B" } p "" 1 1 "" { "on" } 1 "s" { 0.1 0 } c "" 1 "" { "x" 1/3 "y" 2/3 } 0 t "" 2 "o" { 0.2 123456789.25 } t "" 3 "q" { 1/3 -1e-20 }';
    const { game } = readEfg(text, 'g.efg');
    if (game === undefined) throw new Error('the game was refused');
    const [, ...rows] = cells(endsOf(game));
    expect(rows.map((row) => row.slice(3).map(Number))).toEqual([
      [1 / 3, 0.3, 123_456_789.25],
      [2 / 3, 0.4333333333333333, -1e-20],
    ]);
  });

  test('of a long line that may end at any move are too much for a table, and that is said before anything is made', () => {
    const nodes = 50_000;
    const text = `EFG 2 R "g" { "A" } ${Array.from({ length: nodes }, (_, node) => `p "" 1 ${node} "" { "stop" "on" } 0 t "" 0`).join(' ')} t "" 0`;
    const { game } = readEfg(text, 'g.efg');
    if (game === undefined) throw new Error('the game was refused');
    // Of k moves, k − 1 say “on”, the last one “stop”, and an arrow stands between.
    const letters = Array.from({ length: nodes }, (_, index) => 5 * index + 4).reduce((so, length) => so + length, 0);
    expect(gameOutcomesCsv(game.tree, game.labels)).toEqual({
      ok: false,
      error: `the table would tell 50,001 lines of up to 50,000 moves, ${(letters + 5 * nodes - 3).toLocaleString('en')} letters in all; at most 500,000,000 are written. Write the game instead, which names each move once: --format efg`,
    });
  });

  test.each(efgTexts().filter(({ text }) => text.length < 10_000))(
    '$name: as the literature has them',
    async ({ name, text }) => {
      const known = answersOf(name);
      const { game } = readEfg(text, name);
      if (game === undefined) throw new Error('the game was refused');
      const [, ...rows] = cells(endsOf(game));
      expect(rows.map(([node]) => node)).toEqual(known.expected.terminals.map(({ id }) => id));
      for (const [index, { payoffs }] of known.expected.terminals.entries()) {
        const told = (rows[index] ?? []).slice(4).map(Number);
        for (const [player, expected] of payoffs.entries())
          expect(Math.abs((told[player] ?? Number.NaN) - expected)).toBeLessThanOrEqual(
            1e-12 * Math.max(1, Math.abs(expected)),
          );
      }
    },
  );
});
