import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionTreeAnswers } from '../../../cli/verify/decisionTreeFixture.ts';
import { FixtureFault, type JsonObject } from '../../../cli/verify/fixture.ts';
import { decisionTreeModel } from '../../../src/analysis/sensitivity/decisionTreeModel.ts';
import { treeReport } from '../../../src/analysis/sensitivity/treeReport.ts';
import { decisionTreeText } from '../../../src/formats/decisionTree/decisionTreeText.ts';

const FIXTURE = readFileSync(
  fileURLToPath(new URL('../../literature/decision-tree/t2-strike-fund.json', import.meta.url)),
  'utf8',
);
const SMALL = JSON.stringify(
  {
    ...JSON.parse(FIXTURE),
    expected: {},
    parameters: JSON.parse(FIXTURE).parameters.map((each: object) => ({ ...each, steps: 3 })),
  },
  null,
  1,
);

/** What is told of a tree whose text is changed. */
const told = (change: (text: string) => string) =>
  decisionTreeText(change(SMALL), 'tree.json').problems.map(
    ({ line, path, message, suggestion }) =>
      `${line} ${path}: ${message}${suggestion === undefined ? '' : `; ${suggestion}`}`,
  );

describe('a decision tree that is written wrongly is refused with its place and what was expected', () => {
  test('the tree itself is sound', () => expect(told((text) => text)).toEqual([]));

  test.each([
    [
      'an unknown name',
      '"gain*0.7"',
      '"gian*0.7"',
      /^\d+ root\.branches\[1\]\.to\.branches\[0\]\.payoff: no parameter is called `gian`; did you mean `gain`\?$/,
    ],
    ['a parameter without base', '"base": 90,', '', /^\d+ parameters\[1\]\.base: expected a number, found nothing$/],
    [
      'a number that is no number',
      '"base": 90',
      '"base": "90"',
      /parameters\[1\]\.base: expected a number, found the text `90`/,
    ],
    ['a range upside down', '"min": 30', '"min": 300', /parameters\[1\]\.min: `min` is above `max`; exchange them/],
    [
      'one step',
      '"steps": 3',
      '"steps": 1',
      /parameters\[0\]\.steps: expected a whole number from 2 to 1000, found `1`/,
    ],
    [
      'a name that no expression can use',
      '"name": "loss"',
      '"name": "the loss"',
      /parameters\[2\]\.name: expected a name that an expression can use/,
    ],
    ['a parameter named twice', '"name": "loss"', '"name": "gain"', /parameters\[2\]\.name: `gain` is named twice/],
    [
      'an unknown type',
      '"type": "chance"',
      '"type": "luck"',
      /type: expected `decision`, `chance` or `terminal`, found the text `luck`/,
    ],
    ['a decision without a name', '"name": "next",', '', /a decision needs a name/],
    [
      'two decisions of one name that one policy reaches',
      '"name": "next"',
      '"name": "root"',
      /two decisions that one policy reaches are called `root`/,
    ],
    [
      'a payoff where nothing is read',
      '"type": "terminal"',
      '"type": "terminal", "payoff": 3',
      /payoff: nothing is read from `payoff` here/,
    ],
    [
      'a missing probability',
      '"probability": "pHold",',
      '',
      /probability: expected how likely it is as a number or an expression, found nothing/,
    ],
    ['no branches', /"branches": \[[\s\S]*\]\n/, '"branches": []\n', /root\.branches: expected a list of branches/],
    [
      'another schema',
      'decision-tree-fixture/1',
      'efg-fixture/1',
      /expected a decision tree, whose `schema` is `decision-tree-fixture\/1`, found `efg-fixture\/1`/,
    ],
    ['a comma that is missing', '"base": 90,', '"base": 90', /expected a comma or }, found/],
  ] as const)('%s', (_, from, to, expected) => {
    expect(told((text) => text.replace(from, to))[0]).toMatch(expected);
  });

  test('the line is that of the place', () => {
    const lines = SMALL.split('\n');
    const line = lines.findIndex((each) => each.includes('"gain*0.7"')) + 1;
    expect(told((text) => text.replace('"gain*0.7"', '"gain*"'))[0]).toMatch(new RegExp(`^${line} `));
  });
});

/** A change of one place of a JSON value: another value, a part gone, a part twice. */
function mutated(value: unknown, pick: () => number): unknown {
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const copy = structuredClone(value);
  const waiting: unknown[] = [copy];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, part] of Object.entries(next)) {
      places.push({ holder: next as Record<string, unknown>, key });
      waiting.push(part);
    }
  }
  const { holder, key } = places[pick() % places.length] as (typeof places)[number];
  const others = [null, true, -1, 0, 1e308, 0.3, '', '1/0', '((', 'gain', 'pHold*9', [], {}, [[]], { to: {} }, copy];
  const choice = pick() % (others.length + 2);
  if (choice === others.length) delete holder[key];
  else if (choice === others.length + 1) holder[`${key}x`] = holder[key];
  else holder[key] = structuredClone(others[choice]);
  return copy;
}

test('a tree changed anywhere is read and valued, or refused in words; nothing throws or hangs', () => {
  const fixture = JSON.parse(SMALL);
  const seen = { valued: 0, refused: 0 };
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 3 }), (numbers, times) => {
      const pick = () => numbers.next().value as number;
      let value: unknown = fixture;
      for (let time = 0; time < times; time += 1) value = mutated(value, pick);
      const { tree, problems } = decisionTreeText(JSON.stringify(value) ?? 'null', 'tree.json');
      expect(tree === undefined).toBe(problems.length > 0);
      if (tree === undefined) {
        for (const { message, line } of problems) expect(message.length > 0 && line >= 1).toBe(true);
        seen.refused += 1;
        return;
      }
      const report = treeReport(decisionTreeModel(tree));
      if (!report.ok) expect(report.error.message).not.toBe('');
      else expect(Number.isFinite(report.value.base.ev)).toBe(true);
      seen.valued += 1;
    }),
    { numRuns: 200 },
  );
  expect(seen.valued).toBeGreaterThan(20);
  expect(seen.refused).toBeGreaterThan(20);
});

test('a fixture changed anywhere is answered or refused as a fault of the fixture', () => {
  const fixture = JSON.parse(FIXTURE);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const value = mutated(fixture, () => numbers.next().value as number) as JsonObject;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      try {
        expect(decisionTreeAnswers(value)).toBeDefined();
      } catch (cause) {
        expect(cause).toBeInstanceOf(FixtureFault);
      }
    }),
    { numRuns: 60 },
  );
});

test('a text cut off or with another sign anywhere is refused in words or read', () => {
  fc.assert(
    fc.property(fc.nat(SMALL.length), fc.string({ maxLength: 3 }), fc.boolean(), (at, sign, isCut) => {
      const text = isCut ? SMALL.slice(0, at) : SMALL.slice(0, at) + sign + SMALL.slice(at + 1);
      const { tree, problems } = decisionTreeText(text, 'tree.json');
      expect(tree === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 300 },
  );
});
