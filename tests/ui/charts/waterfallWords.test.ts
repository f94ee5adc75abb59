import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import {
  groupedBelow,
  type Waterfall,
  type WaterfallPart,
  type WaterfallSubject,
} from '../../../src/analysis/waterfall.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { waterfallRows, waterfallTicks } from '../../../src/ui/charts/waterfallRows.ts';
import {
  type WaterfallLanguage,
  waterfallLabels,
  waterfallPick,
  waterfallSentence,
  waterfallValue,
} from '../../../src/ui/charts/waterfallWords.ts';
import { explain } from '../../../src/ui/text/en/explain.ts';
import { en } from '../../../src/ui/text/en.ts';

let language: WaterfallLanguage;
beforeAll(async () => {
  const scenario: Scenario = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
  language = { scenario, text: en, words: explain.waterfall };
});

const part = (subject: WaterfallSubject, central: number, reach = 1): WaterfallPart => ({
  subject,
  central,
  range: { low: central - reach, high: central + reach },
  drawn: [central - reach, central + reach],
});
const driver = (name: string, central: number) =>
  part({ kind: 'driver', driver: name, address: `UKR.${name}` }, central);
const step = (at: number, move: string, central: number) => part({ kind: 'step', step: at, move }, central);

function waterfall(parts: readonly WaterfallPart[], reach = 2): Waterfall {
  const change = parts.reduce((sum, { central }) => sum + central, 0);
  const level = (central: number) => ({ central, range: { low: central - 8, high: central + 8 } });
  return {
    actor: 'UKR',
    start: level(40),
    end: level(40 + change),
    change: { central: change, range: { low: change - reach, high: change + reach } },
    parts,
  };
}

const LINE = { kind: 'line', steps: 5 } as const;
const STEP = { kind: 'step', move: 'ceasefire.terms.refuse' } as const;
const steps = (...changes: readonly number[]) =>
  ['table.ceasefire', 'ceasefire.reply.conditional', 'ceasefire.terms.refuse', 'ceasefire.mediation.deadline'].flatMap(
    (move, at) => (changes[at] === undefined ? [] : [step(at + 1, move, changes[at])]),
  );

describe('the sentence over a waterfall', () => {
  test('says how far, over what, with its range, and where most of it came from', () => {
    expect(waterfallSentence(language, waterfall(steps(0, 2, -1, 5)), LINE)).toBe(
      'Ukraine’s leverage rose 6 points over 5 steps (+4 to +8), most of it at “Set a date and a price for Russia” (+5).',
    );
  });

  test('says the largest part where no part is most of it', () => {
    expect(waterfallSentence(language, waterfall(steps(0, -3, -3.4, -2.9)), LINE)).toMatch(
      /^Ukraine’s leverage fell 9 points over 5 steps \(−11 to −7\), the largest part at “Refuse the conditions” \(−3\)\.$/,
    );
  });

  test('gives a step’s reason by its driver', () => {
    const found = waterfall([driver('chip', -7), driver('credibility', 2)]);
    expect(waterfallSentence(language, found, STEP)).toBe(
      'Ukraine’s leverage fell 5 points at “Refuse the conditions” (−7 to −3), most of it because it has less to give (−7).',
    );
  });

  test('leaves the direction open where the range does', () => {
    expect(waterfallSentence(language, waterfall(steps(0, 1), 3), LINE)).toMatch(
      /^Ukraine’s leverage rose 1 point over 5 steps \(−2 to \+4\), .+: whether it rose or fell depends on judgement\.$/,
    );
  });

  test('says what cancels out, and what never moved', () => {
    expect(waterfallSentence(language, waterfall(steps(0, 3, -3)), LINE)).toBe(
      'Ukraine’s leverage stands where it stood over 5 steps (−2 to +2): “Accept with conditions” (+3) and “Refuse the conditions” (−3) about cancel out.',
    );
    expect(waterfallSentence(language, waterfall([driver('time', -1), driver('credibility', 1)]), STEP)).toBe(
      'Ukraine’s leverage stands where it stood at “Refuse the conditions” (−2 to +2): it is believed more (+1) and is hurt more by delay (−1).',
    );
    expect(waterfallSentence(language, waterfall(steps(0, 0.2)), LINE)).toBe(
      'Ukraine’s leverage did not move over 5 steps.',
    );
  });
});

describe('the rows', () => {
  test('go from the first level to the last, each where the one before ended', () => {
    const rows = waterfallRows(waterfall(steps(0.2, 2, -1, 5)), waterfallLabels(language, LINE));
    expect(rows.map(({ kind }) => kind)).toEqual(['start', 'part', 'part', 'part', 'part', 'end']);
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before !== undefined) expect(row.from).toBeCloseTo(before.to, 9);
    }
    expect(rows.map(({ label }) => label)).toEqual([
      'At the start',
      '1. The 30-day ceasefire',
      '2. Accept with conditions',
      '3. Refuse the conditions',
      '4. Set a date and a price for Russia',
      'Now',
    ]);
  });

  test('show a level with its range and a change with its sign', () => {
    const rows = waterfallRows(waterfall(steps(0.2, 2, -1, 5)), waterfallLabels(language, LINE));
    expect(rows.map(waterfallValue)).toEqual([
      '40 (32 to 48)',
      '0 (−1 to +1)',
      '+2 (+1 to +3)',
      '−1 (−2 to 0)',
      '+5 (+4 to +6)',
      '46 (38 to 54)',
    ]);
  });

  test('open where their number comes from: a step its own effects, a level the score, the others nothing', () => {
    const grouped = groupedBelow(waterfall(steps(0.2, 2, 0.1, 5)), 1);
    const rows = waterfallRows(grouped, waterfallLabels(language, LINE));
    expect(rows.map((row) => waterfallPick('UKR', row))).toEqual([
      { kind: 'score', actor: 'UKR' },
      { kind: 'move', move: 'ceasefire.reply.conditional', step: 2 },
      { kind: 'move', move: 'ceasefire.mediation.deadline', step: 4 },
      undefined,
      { kind: 'score', actor: 'UKR' },
    ]);
    expect(rows.at(-2)?.label).toBe('2 other steps, under 1 point each');
  });

  test('stand on a scale that holds every level and range', () => {
    const rows = waterfallRows(waterfall(steps(0, 12, -3)), waterfallLabels(language, LINE));
    const ticks = waterfallTicks(rows);
    expect(ticks[0]).toBeLessThanOrEqual(32);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(57);
  });
});
