import { describe, expect, test } from 'vitest';
import { lineName, linesToCompare } from '../../../src/ui/app/comparison.ts';
import { conditionSentences } from '../../../src/ui/compare/conditions.ts';
import { dotReach, dotRows, dotsFinding } from '../../../src/ui/compare/dotRows.ts';
import { figureLabel } from '../../../src/ui/compare/figureWords.ts';
import { lineChoices } from '../../../src/ui/compare/lineChoices.ts';
import { partingSentences } from '../../../src/ui/compare/partingWords.ts';
import { pathRows, pathsEnds, pathsTable } from '../../../src/ui/compare/pathRows.ts';
import { shorten } from '../../../src/ui/compare/shorten.ts';
import { comparisonTable, rowsBySize, rowsByTotal } from '../../../src/ui/compare/tableRows.ts';
import { comparison, FROZEN, HOLD, LEAVE, openScenario, START, studyOf, walking } from './comparison.ts';

describe('what a line is called', () => {
  test('is its first move that none of the others shares', async () => {
    const { lines } = await comparison([HOLD, LEAVE]);
    expect(lines.map(({ name }) => name)).toEqual(['Discuss them with Washington', 'Refuse the conditions']);
  });

  test('is the reader’s name for its own part, and never one for what all share', async () => {
    const { scenario } = await openScenario();
    const study = studyOf(
      ...walking(HOLD),
      { type: 'named', line: HOLD.slice(0, 4), name: 'No common answer, then' },
      { type: 'named', line: START, name: 'The beginning' },
    );
    expect(lineName(scenario, study, HOLD, [LEAVE])).toBe('No common answer, then');
    expect(lineName(scenario, study, LEAVE, [HOLD])).toBe('Refuse the conditions');
  });

  test('of a line that the others go on from is its last move', async () => {
    const { lines } = await comparison([START, HOLD]);
    expect(lines.map(({ name }) => name)).toEqual(['Accept with conditions', 'Discuss them with Washington']);
  });
});

describe('what Compare opens with', () => {
  const atEnds = studyOf(...walking(HOLD), ...walking(LEAVE));

  test('is the reader’s line and its other turn, whole where both have ended', async () => {
    expect(linesToCompare(await openScenario(), { study: atEnds, line: LEAVE })).toEqual([LEAVE, HOLD]);
    expect(linesToCompare(await openScenario(), { study: atEnds, line: HOLD })).toEqual([HOLD, LEAVE]);
  });

  test('is as many steps of each where one is still under way', async () => {
    const study = studyOf(...walking(HOLD), ...walking(LEAVE.slice(0, 3)));
    const found = linesToCompare(await openScenario(), { study, line: LEAVE.slice(0, 3) });
    expect(found).toEqual([LEAVE.slice(0, 3), HOLD.slice(0, 3)]);
  });

  test('is one line where there is no other, and none where nothing was walked', async () => {
    const parley = await openScenario();
    expect(linesToCompare(parley, { study: studyOf(...walking(HOLD)), line: [] })).toEqual([HOLD]);
    expect(linesToCompare(parley, { study: studyOf(), line: [] })).toEqual([]);
  });
});

describe('what a reader can choose from', () => {
  test('is every line as far as it was walked and every named step: named ones, ends, the rest', async () => {
    const { scenario } = await openScenario();
    const study = studyOf(...walking(FROZEN), ...walking(HOLD), ...walking(LEAVE), {
      type: 'named',
      line: HOLD.slice(0, 3),
      name: 'Through Washington',
    });
    const ended = new Set([HOLD.join(), LEAVE.join()]);
    const choices = lineChoices(scenario, study, LEAVE, (line) => ended.has(line.join()));
    expect(choices.map(({ kind, line, here }) => [kind, line, here])).toEqual([
      ['named', HOLD.slice(0, 3), false],
      ['ends', LEAVE, true],
      ['ends', HOLD, false],
      ['others', FROZEN, false],
    ]);
    expect(choices[0]?.name).toBe('Through Washington');
  });

  test('is nothing in an empty study', async () => {
    const { scenario } = await openScenario();
    expect(lineChoices(scenario, studyOf(), [], () => false)).toEqual([]);
  });
});

describe('where lines part', () => {
  test('is told with what they share, who decides and what each does then', async () => {
    const { scenario, words, parting, lines } = await comparison([HOLD, LEAVE]);
    expect(parting.shared).toEqual(START);
    const sentences = partingSentences(
      scenario,
      words,
      parting,
      lines.map(({ letter }) => letter),
    );
    expect(sentences[0]).toBe('They share 2 steps: The 30-day ceasefire → Accept with conditions.');
    expect(sentences[1]).toMatch(/^They part where Ukraine decides: “.+\?”$/);
    expect(parting.own.map((steps) => steps.map(({ number, move }) => [number, move]))).toEqual(
      [HOLD, LEAVE].map((line) => line.slice(2).map((move, index) => [index + 3, move])),
    );
    expect(parting.own[1]?.[0]?.movers.map(({ name }) => name)).toEqual(['Ukraine']);
  });

  test('says who stops there, and which lines still go together', async () => {
    const { scenario, words, parting } = await comparison([HOLD, START, HOLD.slice(0, 4), LEAVE]);
    expect(parting.stopping).toEqual([1]);
    expect(partingSentences(scenario, words, parting, ['A', 'B', 'C', 'D']).at(-1)).toBe(
      'B stops there; the others go on.',
    );
    expect(parting.own[0]?.map(({ alsoIn }) => alsoIn)).toEqual([[2], [2], [], []]);
  });

  test('of the same line is nowhere', async () => {
    const { scenario, words, parting } = await comparison([HOLD, HOLD]);
    expect(parting.at).toBeUndefined();
    expect(partingSentences(scenario, words, parting, ['A', 'B']).at(-1)).toBe('They do not part.');
  });

  test('counts a shock as a step that nobody made, and says the condition that differs', async () => {
    const { scenario, words, parting, lines } = await comparison([FROZEN, LEAVE]);
    expect(parting.own[0]?.[0]).toMatchObject({ shock: true, movers: [] });
    expect(conditionSentences(scenario, words, lines)).toEqual([
      'US military aid and intelligence: in A, Frozen again; in B, Resuming after the pause.',
    ]);
    const alike = await comparison([HOLD, LEAVE]);
    expect(conditionSentences(scenario, words, alike.lines)).toEqual([]);
  });
});

describe('the table', () => {
  test('under totals holds every figure that differs, the total first and its parts by points', async () => {
    const { scenario, words, rows } = await comparison([HOLD, FROZEN]);
    const { shown, more } = rowsByTotal(scenario, words, rows);
    expect(shown.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Ukraine: payoff and stakes', 'Russia: payoff and stakes', 'Indicators']),
    );
    expect(more.length).toBeGreaterThan(0);
    for (const { rows: group } of [...shown, ...more].filter(({ title }) => title !== 'Indicators')) {
      const [total, ...parts] = group;
      expect(['payoff', 'leverage']).toContain(total?.figure.subject.kind);
      const points = parts.map(({ difference }) => Math.abs(difference.central));
      expect(points).toEqual(points.toSorted((a, b) => b - a));
    }
    const bySize = rowsBySize(rows);
    const all = (table: typeof bySize) =>
      new Set([...table.shown, ...table.more].flatMap((group) => group.rows.map(({ figure }) => figure.id)));
    const under = all({ shown, more });
    expect([...all(bySize)].filter((id) => !under.has(id))).toEqual([]);
    expect(bySize.shown[0]?.rows).toHaveLength(15);
  });

  test('leaves with every figure, its unit, its numbers on each line and the draws behind the difference', async () => {
    const { scenario, words, rows, letters, lines } = await comparison([HOLD, LEAVE, FROZEN]);
    const names = lines.map(({ letter }) => letter);
    const table = comparisonTable(scenario, words, rows, names, letters);
    expect(table.rows).toHaveLength(rows.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(table.columns).toEqual(
      expect.arrayContaining(['C, high', 'B − A, central value', 'Draws in which B is higher']),
    );
    const area = table.rows.find(([label]) => label === 'Kursk area held by Ukraine');
    expect(area?.[1]).toBe('km²');
    for (const { figure, values, difference } of rows) {
      const row = table.rows.find(([label]) => label === figureLabel(scenario, words, figure.subject));
      expect(row?.slice(2, 5)).toEqual([values[0]?.central, values[0]?.range.low, values[0]?.range.high]);
      expect(row?.slice(-5, -2)).toEqual([difference.central, difference.range.low, difference.range.high]);
    }
  });
});

describe('the charts', () => {
  test('leverage has a row for each step of the longest line, and nothing where a line has stopped', async () => {
    const { scenario, words, lines } = await comparison([HOLD, LEAVE]);
    const rows = pathRows(scenario, lines, 'UKR');
    expect(rows).toHaveLength(HOLD.length + 1);
    expect(rows.map(({ values }) => values[1] === undefined)).toEqual([false, false, false, false, false, true, true]);
    expect(rows[2]?.values[0]).toEqual(rows[2]?.values[1]);
    expect(rows[1]?.labels).toEqual(['The 30-day ceasefire', 'The 30-day ceasefire']);
    expect(pathsEnds(words, rows, ['A', 'B'])).toMatch(
      /^A ends at \d+ \(\d+ to \d+\); B ends at \d+ \(\d+ to \d+\)\.$/,
    );
    const table = pathsTable(words, rows, ['A', 'B']);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test('differences are the largest of totals and indicators, at most twelve, and the rest is told', async () => {
    const { scenario, words, rows, letters } = await comparison([HOLD, FROZEN]);
    const { rows: dots, others } = dotRows(scenario, words, rows);
    expect(dots).toHaveLength(12);
    expect(others).toBeGreaterThan(0);
    const sizes = dots.map(({ at }) => Math.abs(at));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(dots.some(({ id }) => /^(stake|driver)\//.test(id))).toBe(false);
    expect(dotsFinding(words, letters, dots)).toContain(`${dots[0]?.label}, ${dots[0]?.value}`);
    const reach = dotReach(dots);
    for (const { range } of dots) expect(Math.max(-range.low, range.high)).toBeLessThanOrEqual(reach);
    const same = await comparison([HOLD, HOLD]);
    expect(dotRows(scenario, words, same.rows)).toEqual({ rows: [], others: 0 });
    expect(dotsFinding(words, letters, [])).toBe('No figure differs by a whole point');
    expect(dotReach([])).toBe(0.25);
  });
});

describe('a reason in short', () => {
  test.each([
    ['Lives first [F55]. Then support.', 'Lives first [F55].'],
    ['Lives first. [F55] Then support.', 'Lives first. [F55]'],
    ['No stop', 'No stop'],
    ['One two three four five.', 'One two…', 12],
    ['One two [F55, X34] three.', 'One two…', 14],
  ])('of %j is %j', (text, short, longest?: number) => expect(shorten(text, longest)).toBe(short));
});
