import { beforeAll, describe, expect, test } from 'vitest';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import type { Parley } from '../../../src/ui/app/parley.ts';
import { clockText } from '../../../src/ui/present/clockText.ts';
import { comparisonOf } from '../../../src/ui/present/comparison.ts';
import { differenceSentence } from '../../../src/ui/present/comparisonWords.ts';
import { countsCsv, countsTable } from '../../../src/ui/present/debrief/countsCsv.ts';
import { debriefMarkdown } from '../../../src/ui/present/debrief/debriefMarkdown.ts';
import { debriefOf, linesOfRoom } from '../../../src/ui/present/debrief/debriefOf.ts';
import { withoutMarks } from '../../../src/ui/present/withoutMarks.ts';
import { presentDebrief } from '../../../src/ui/text/en/presentDebrief.ts';
import { presentStage } from '../../../src/ui/text/en/presentStage.ts';
import { en } from '../../../src/ui/text/en.ts';
import type { RoomRules } from '../../../src/workshop/rules.ts';
import { kurskRules, RoomInUse } from '../../support/rooms.ts';

const WORDS = { text: en, stage: presentStage, debrief: presentDebrief };

let rules: RoomRules;
let parley: Parley;
beforeAll(async () => {
  rules = await kurskRules();
  const draws = heldDraws(rules.scenario);
  // What a debrief reads of a page: the scenario with its machine and draws.
  parley = { ...rules, stamp: 'kursk-2025@1.0.0.abc', draws, drawsAlong: lineDraws(draws) } as unknown as Parley;
});

/** A room with a count, an override, a fork, a card and notes. */
function eventful(): RoomInUse {
  const use = new RoomInUse(rules).pressTo('vote');
  use.do(
    { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.accept', count: 5 },
    { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.reject', count: 3 },
    { type: 'hands.set', column: 'predicted', move: 'ceasefire.reply.reject', count: 4 },
    { type: 'hands.set', column: 'cannotSay', count: 2 },
    { type: 'vote.seal' },
    { type: 'vote.reveal' },
    { type: 'decision.override', move: 'ceasefire.reply.reject', reason: '=HYPERLINK("x") | <b>to see</b>' },
    { type: 'inject.open', shock: 'shock.usAid.frozen' },
    { type: 'inject.fire', shock: 'shock.usAid.frozen' },
    { type: 'inject.return' },
    { type: 'line.rewind', length: 1 },
    { type: 'line.fork' },
    { type: 'decision.play', move: 'ceasefire.reply.stall' },
    { type: 'compare.begin' },
    { type: 'debrief.begin' },
    { type: 'note.write', about: 'surprised', text: 'A yes.\n# not a heading' },
    { type: 'note.write', about: 'private', text: 'between us' },
  );
  use.now += 7 * 60_000;
  return use;
}

describe('the debrief', () => {
  test('tells the line, what was left, counts as counted in, overrides with reasons, predictions and cards', () => {
    const use = eventful();
    const told = debriefOf(parley, use.view, WORDS, use.now);
    const [round] = told.rounds;
    expect(round?.steps).toEqual(['The 30-day ceasefire', 'Study it further']);
    expect(round?.left[0]).toContain('Reject');
    expect(round?.decisions).toHaveLength(1);
    expect(round?.decisions[0]).toMatchObject({
      played: 'Played: Reject',
      how: 'Decided by the facilitator against the count',
      predicted: '4 of 4 had predicted it',
      reason: 'Reason: =HYPERLINK("x") | <b>to see</b>',
    });
    expect(round?.decisions[0]?.votes[0]).toBe(
      'Hands: Accept without conditions 5 (63 %); Reject 3 (38 %); no hand for 3 options; cannot say 2 (hands counted in by the facilitator).',
    );
    expect(told.intro.join(' ')).toContain('One decision was taken against the count.');
    expect(told.timing.at(-1)).toEqual({ part: 'Debrief', planned: 5, actual: 7 });
    expect(linesOfRoom(use.view)).toHaveLength(2);
  });

  test('as Markdown keeps what was typed as text, and private notes out unless they are asked for', () => {
    const use = eventful();
    const markdown = debriefMarkdown(parley, use.view, WORDS, false, use.now);
    expect(markdown).toContain('\\<b\\>to see\\</b\\>');
    expect(markdown).toContain('\\# not a heading');
    expect(markdown).not.toContain('between us');
    expect(debriefMarkdown(parley, use.view, WORDS, true, use.now)).toContain('between us');
    expect(markdown).toContain('kursk-2025@1.0.0.abc');
    expect(markdown).toContain('| Debrief | 5 | 7 |');
  });

  test('as a table has a row per option and one for “cannot say”, and no formula', () => {
    const use = eventful();
    const { rows, columns } = countsTable(parley, use.view, WORDS);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.map((row) => row[columns.indexOf('Hands')])).toEqual([5, 0, 0, 0, 3, 2]);
    expect(rows.map((row) => row[columns.indexOf('Line')])).toEqual(Array(6).fill('left'));
    const csv = countsCsv(parley, use.view, WORDS);
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  test('of a room that has only begun is short, and says what is missing', () => {
    const use = new RoomInUse(rules);
    const told = debriefOf(parley, use.view, WORDS, use.now);
    expect(told.rounds).toEqual([]);
    expect(told.comparison).toBeUndefined();
    expect(debriefMarkdown(parley, use.view, WORDS, false, use.now)).toContain('Nothing was written down.');
  });
});

describe('the comparison', () => {
  test('of a line with itself differs nowhere; the other way round it changes its sign', () => {
    const use = eventful().do({ type: 'step.back' });
    const [one, other] = use.view.compared;
    if (one === undefined || other === undefined) throw new Error('nothing to compare');
    expect(comparisonOf(parley, one, one)?.figures.every(({ difference }) => difference.central === 0)).toBe(true);
    const there = comparisonOf(parley, one, other);
    const back = comparisonOf(parley, other, one);
    expect(there?.shared).toBe(1);
    expect(there?.figures.length).toBeGreaterThan(2);
    for (const { figure, difference } of there?.figures ?? []) {
      const opposite = back?.figures.find((row) => row.figure.id === figure.id)?.difference;
      expect(opposite?.central).toBeCloseTo(-difference.central);
      expect(opposite?.range.low).toBeCloseTo(-difference.range.high);
    }
  });

  test('holds what came second against the same step of what was played', () => {
    const use = new RoomInUse(rules)
      .pressTo('vote')
      .do(
        { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.accept', count: 5 },
        { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.reject', count: 4 },
      );
    use.pressTo('compare');
    const [played, second] = use.view.compared;
    if (played === undefined || second === undefined) throw new Error('nothing to compare');
    expect(second).toMatchObject({ kind: 'second', line: ['table.ceasefire', 'ceasefire.reply.reject'] });
    expect(comparisonOf(parley, played, second)?.lines.map((line) => line.length)).toEqual([2, 2]);
  });

  test('says where a direction depends on judgement, and only there', () => {
    const use = new RoomInUse(rules).pressTo('compare');
    const [start, round] = use.view.compared;
    if (start === undefined || round === undefined) throw new Error('nothing to compare');
    expect(start.kind).toBe('start');
    for (const row of comparisonOf(parley, start, round)?.figures ?? []) {
      const { low, high } = row.difference.range;
      const crosses = Math.round(low) < 0 && Math.round(high) > 0;
      const sentence = differenceSentence(rules.scenario, presentStage, row);
      expect(sentence.includes('depends on judgement'), sentence).toBe(crosses);
    }
  });
});

describe('what is printed and projected', () => {
  test.each([
    ['A said so. [F50, X06] B did not. [F51]', 'A said so. B did not.'],
    ['It holds, [F40] and moves.', 'It holds, and moves.'],
    ['Nothing cited', 'Nothing cited'],
  ])('leaves out marks of facts: %s', (text, plain) => {
    expect(withoutMarks(text)).toBe(plain);
  });

  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [365_000, '6:05'],
    [-5, '0:00'],
  ])('writes %s ms as %s', (milliseconds, text) => {
    expect(clockText(milliseconds)).toBe(text);
  });
});
