import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bargainingAnswer, bargainingTable, bargainingText } from '../../cli/bargainSet.ts';
import { mcdaAnswer } from '../../cli/mcdaAnswer.ts';
import { mcdaTable, mcdaText } from '../../cli/mcdaText.ts';
import { bargainingAnswers } from '../../cli/verify/bargainingFixture.ts';
import { FixtureFault, type JsonObject } from '../../cli/verify/fixture.ts';
import { mcdaExpectations } from '../../cli/verify/mcdaFixture.ts';
import { readBargainingSet } from '../../src/formats/bargainingSet.ts';
import { readMcda } from '../../src/formats/mcdaTable.ts';
import { mutatedJson } from '../support/mutatedJson.ts';

const literature = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../literature/${name}`, import.meta.url)), 'utf8');
const SET = literature('bargaining/b2-three-parties.json');
const MCDA = literature('mcda/m2-ordered-weights.json');

const told = ({ problems }: ReturnType<typeof readBargainingSet> | ReturnType<typeof readMcda>): readonly string[] =>
  problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);

/** Runs what a fixture asks for; a fault of the fixture is an answer too. */
function verified(text: string, run: (fixture: JsonObject) => unknown): void {
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) run(value);
  } catch (cause) {
    if (!(cause instanceof FixtureFault || cause instanceof SyntaxError)) throw cause;
  }
}

const isPlain = (text: string): void => {
  expect(text).not.toMatch(/\bNaN\b|undefined|Infinity/);
};

test('a bargaining set that was tampered with is read or refused in words, and never crashes', () => {
  let refused = 0;
  fc.assert(
    fc.property(mutatedJson(SET), (text) => {
      const { table, problems } = readBargainingSet(text, 'set.json');
      verified(text, bargainingAnswers);
      if (table === undefined) {
        refused += 1;
        expect(problems.length).toBeGreaterThan(0);
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
        return;
      }
      isPlain([...bargainingText(table)].join('\n'));
      isPlain(JSON.stringify(bargainingAnswer(table)));
      expect(bargainingTable(table).rows).toHaveLength(table.ids.length);
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(30);
});

test('tables of criteria and cases that were tampered with are read or refused in words, and never crash', () => {
  let refused = 0;
  const ask = { draws: 50, seed: 1, alpha: 0.5 };
  fc.assert(
    fc.property(mutatedJson(MCDA), (text) => {
      const { table, problems } = readMcda(text, 'table.json');
      if (table === undefined) {
        refused += 1;
        expect(problems.length).toBeGreaterThan(0);
        return;
      }
      verified(text, mcdaExpectations);
      const answer = mcdaAnswer(table, ask);
      if (!answer.ok) {
        expect(answer.error).not.toBe('');
        return;
      }
      isPlain([...mcdaText(table, ask)].join('\n'));
      expect(mcdaTable(table, ask).columns).toHaveLength(3);
    }),
    { seed: 2, numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(30);
});

describe('what is wrong is told with its place, and what to do', () => {
  test.each([
    [
      '{"outcomes": [{"id": "a", "u": [1, 2]}, {"id": "a", "u": [1]}]}',
      ['outcomes[1].u: expected a list of 2, found one of 1', 'outcomes[1].id: there are two outcomes called `a`'],
    ],
    [
      '{"outcomes": [{"id": "a", "u": [1, "many"]}], "reservation": [null, 0]}',
      ['outcomes[0].u[1]: expected a number, found "many"'],
    ],
    [
      '{"outcomes": [{"id": "a", "u": [1, 1e999]}], "reservation": [null, 0]}',
      ['outcomes[0].u[1]: found null, which is too large'],
    ],
    ['{"outcomes": {}, "reservation": [1]}', ['outcomes: expected a list, found an object']],
    ['{"schema": "gmcr/1", "outcomes": []}', ['schema: the schema is not `bargaining-set/1`']],
    ['{"outcomes": [{"id": "a", "u": [1], "u": [2]}]}', ['outcomes[0].u:']],
    ['[1, 2]', [': expected an object, found a list of 2']],
    ['{"outcomes": [', [': expected a value']],
  ])('%s', (text, expected) => {
    const lines = told(readBargainingSet(text, 'set.json'));
    expect(lines).toHaveLength(expected.length);
    for (const part of expected) expect(lines.join('\n')).toContain(part);
  });

  test('a place has its line', () => {
    expect(told(readBargainingSet('{\n "outcomes": [\n  {"id": "a",\n   "u": [1, true]}\n ]\n}', 'set.json'))).toEqual([
      '4:13 outcomes[0].u[1]: expected a number, found true',
    ]);
  });

  test.each([
    ['{}', 'there is neither a table `smaa` nor a table `regret`'],
    [
      '{"regret": {"alternatives": ["a"], "payoffs": [[1, 2]], "scenarioProbabilities": ["1/2", "1/3"]}}',
      'these sum to 0.8333',
    ],
    ['{"regret": {"alternatives": ["a", "b"], "payoffs": [[1, 2]]}}', 'expected a list of 2, found one of 1'],
    ['{"smaa": {"alternatives": ["a"], "criteria": [], "values": [[]]}}', 'expected at least one criterion'],
    ['{"smaa": {"alternatives": ["a"], "criteria": ["c"], "values": [[1]], "weightConstraint": 3}}', 'expected a text'],
  ])('%s', (text, expected) => {
    expect(told(readMcda(text, 'table.json')).join('\n')).toContain(expected);
  });

  test('a constraint that nobody can read is a fault of the file', () => {
    const { table } = readMcda(
      '{"smaa": {"alternatives": ["a"], "criteria": ["c", "d"], "values": [[1, 2]], "weightConstraint": "w1 rather heavy"}}',
      't.json',
    );
    const answer = table === undefined ? undefined : mcdaAnswer(table, { draws: 10, seed: 1, alpha: 0.5 });
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('neither a weight') });
  });
});

test('numbers may be written as fractions, and a party without a reservation has the least of all', () => {
  const { table } = readBargainingSet(
    '{"outcomes": [{"id": 1, "u": ["1/3", 2]}, {"id": 2, "u": [0.5, "-1.5"]}], "reservation": [null, null]}',
    's.json',
  );
  if (table === undefined) throw new Error('it cannot be read');
  expect(bargainingAnswer(table)).toMatchObject({ zopa: [1, 2], pareto: [1, 2], disagreement: [1 / 3, -1.5] });
});
