import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { atEnd, lineReader, openMoves, standing } from '../../../machines/stepping.ts';
import { isEnd, stateAt } from '../../../src/domain/chart.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import type { StudyOutline } from '../../../src/domain/studyOutline.ts';
import type { Parley } from '../../../src/ui/app/parley.ts';
import { fileName } from '../../../src/ui/studies/fileName.ts';
import { lineView } from '../../../src/ui/studies/lineView.ts';
import { studyText } from '../../../src/ui/studies/studyText.ts';
import { studies } from '../../../src/ui/text/en/studies.ts';
import { en } from '../../../src/ui/text/en.ts';

let parley: Pick<Parley, 'scenario' | 'read' | 'stamp'>;
beforeAll(async () => {
  const scenario: Scenario = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
  parley = { scenario, read: lineReader(negotiation(scenario)), stamp: 'kursk-2025@1.0.0.a' };
});

const LINE = ['table.ceasefire', 'ceasefire.reply.stall'];
const outline: StudyOutline = {
  name: 'A # study',
  steps: [
    { line: LINE.slice(0, 1), name: '', note: '', mark: undefined },
    { line: LINE, name: 'Plan', note: 'First *line*\n\n<b>second</b>', mark: '!?' },
  ],
  chapters: [{ line: [...LINE, 'ceasefire.gone.away'], name: 'Stall [it]', note: '# No heading' }],
};

describe('a line in words', () => {
  test('tells its steps with the remarks on them, where it leads, and what no longer fits', () => {
    const view = lineView(parley, outline, [...LINE, 'ceasefire.gone.away']);
    expect(view.steps.map(({ number, label, mark }) => [number, label, mark])).toEqual([
      [1, 'The 30-day ceasefire', undefined],
      [2, 'Study it further', '!?'],
    ]);
    expect(view.dropped).toHaveLength(1);
    expect(view.ending).toBe('onTheWay');
    expect(view.place).toContain('?');
  });

  test('says of an end whether it is an agreement', () => {
    const { scenario, read } = parley;
    const found = new Map<string, boolean>();
    for (let turn = 0; turn < 60; turn += 1) {
      let line: readonly string[] = [];
      let snapshot = read(line);
      for (let moves = 0; snapshot !== undefined && !atEnd(snapshot) && moves < 40; moves += 1) {
        const open = openMoves(scenario, snapshot);
        line = [...line, open[(turn + moves * (turn % 3)) % open.length] ?? ''];
        snapshot = read(line);
      }
      const state = snapshot === undefined ? undefined : stateAt(scenario, standing(snapshot))?.state;
      if (state === undefined || !isEnd(state)) continue;
      const { place, ending } = lineView(parley, outline, line);
      expect([place, ending]).toEqual([state.meta.label, state.meta.agreement ? 'agreement' : 'noAgreement']);
      found.set(place, state.meta.agreement);
    }
    expect(new Set(found.values())).toEqual(new Set([true, false]));
  });
});

describe('a study as text', () => {
  test('has its chapters, steps, notes, marks and where it all comes from; what a reader wrote stays text', () => {
    const text = studyText(parley, outline, studies, en);
    expect(text).toContain('# A \\# study\n');
    expect(text).toContain('## 1. Stall \\[it\\]');
    expect(text).toContain('> \\# No heading');
    expect(text).toContain('1. The 30-day ceasefire\n2. Study it further **!?** (“Plan”)');
    expect(text).toContain('Note 2:\n\n> First \\*line\\*\n>\n> \\<b\\>second\\</b\\>');
    expect(text).toContain('One step no longer fits the scenario');
    expect(text).toContain('kursk-2025@1.0.0.a');
    expect(text).toContain(en.standing);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('of an empty study still says where it comes from', () => {
    const text = studyText(parley, { name: '', steps: [], chapters: [] }, studies, en);
    expect(text.startsWith('# A study without a name')).toBe(true);
    expect(text).toContain('kursk-2025@1.0.0.a');
  });
});

test.each([
  ['My lines', 'My-lines'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Курськ: план №1', 'Курськ-план-No1'],
  ['<>:"|?*', 'study'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('a study called %s is saved under a name that any computer takes', (name, expected) => {
  expect(fileName(name)).toBe(expected);
});
