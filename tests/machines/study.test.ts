import { beforeAll, describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type StudyEvent, studyMachine } from '../../machines/study.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { stepAt, variations } from '../../src/domain/study.ts';
import type { StudyEntry } from '../../src/domain/studyEntry.ts';

let machine: NegotiationMachine;
beforeAll(async () => {
  machine = negotiation(await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname));
});

/** A study in use: what it recorded, and a shorthand for reading it. */
function openStudy(entries: readonly StudyEntry[] = [], writer = 'one') {
  const actor = createActor(studyMachine, { input: { machine, entries, writer } });
  const recorded: StudyEntry[] = [];
  actor.on('study.recorded', (event) => recorded.push(...event.entries));
  actor.start();
  return {
    actor,
    recorded,
    do: (...events: readonly StudyEvent[]) => events.forEach((event) => void actor.send(event)),
    line: () => actor.getSnapshot().context.line,
    context: () => actor.getSnapshot().context,
    children: (line: Line) => variations(actor.getSnapshot().context.study, line).map((step) => step.line.at(-1)),
  };
}

const CEASEFIRE = 'table.ceasefire';
const play = (move: string): StudyEvent => ({ type: 'study.play', move });
const REPLY = [CEASEFIRE];

describe('the reader’s cursor', () => {
  test('an illegal move changes nothing and is not recorded', () => {
    const study = openStudy();
    study.do(play('ceasefire.reply.accept'), play('nowhere.at.all'));
    expect(study.line()).toEqual([]);
    expect(study.recorded).toEqual([]);
  });

  test('another move at an earlier step adds a variation and loses nothing', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), play('ceasefire.reply.stall'), { type: 'study.back' }, play('ceasefire.reply.reject'));
    expect(study.line()).toEqual([CEASEFIRE, 'ceasefire.reply.reject']);
    expect(study.children(REPLY)).toEqual(['ceasefire.reply.stall', 'ceasefire.reply.reject']);
  });

  test('going back to what was deleted shows it and keeps it deleted, until the reader goes on from it', () => {
    const study = openStudy();
    const deleted = [CEASEFIRE, 'ceasefire.reply.conditional'];
    study.do(play(CEASEFIRE), play('ceasefire.reply.conditional'), { type: 'study.delete', line: deleted });
    const written = study.recorded.length;
    study.do({ type: 'study.jump', line: deleted });
    expect(study.line()).toEqual(deleted);
    expect(study.children(REPLY)).toEqual([]);
    expect(study.recorded).toHaveLength(written);
    study.do(play('ceasefire.terms.discuss'));
    expect(study.children(REPLY)).toEqual(['ceasefire.reply.conditional']);
    expect(study.children(deleted)).toEqual(['ceasefire.terms.discuss']);
  });

  test('playing a move that is already there follows it instead of adding it again', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), { type: 'study.back' }, play(CEASEFIRE));
    expect(study.recorded).toHaveLength(1);
  });

  test('going forward returns to the variation last looked at', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), play('ceasefire.reply.stall'), { type: 'study.back' }, play('ceasefire.reply.reject'));
    study.do({ type: 'study.first' }, { type: 'study.forward' }, { type: 'study.forward' });
    expect(study.line().at(-1)).toBe('ceasefire.reply.reject');
    study.do({ type: 'study.vary', by: -1 });
    expect(study.line().at(-1)).toBe('ceasefire.reply.stall');
  });

  test('snapshots belong to the line, whatever way the reader came', () => {
    const study = openStudy();
    study.do(
      play(CEASEFIRE),
      play('ceasefire.reply.stall'),
      { type: 'study.first' },
      { type: 'study.last' },
      { type: 'study.back' },
    );
    study.do({ type: 'study.shock', shock: 'shock.usAid.frozen' });
    const { snapshots } = replay(machine, study.line());
    expect(study.context().snapshots.map(({ value, context }) => ({ value, context }))).toEqual(
      snapshots.map(({ value, context }) => ({ value, context })),
    );
  });

  test('a link beyond what the chart allows stops at its longest part and says what was dropped', () => {
    const study = openStudy();
    study.do({ type: 'study.jump', line: [CEASEFIRE, 'ceasefire.reply.stall', 'ceasefire.gone.away', 'more'] });
    expect(study.line()).toEqual([CEASEFIRE, 'ceasefire.reply.stall']);
    expect(study.context().dropped).toEqual(['ceasefire.gone.away', 'more']);
    study.do({ type: 'study.dismiss' });
    expect(study.context().dropped).toEqual([]);
  });

  test('a saved line that the chart no longer allows ends the way to the last step, and is told as dropped', () => {
    const stale = [REPLY, [CEASEFIRE, 'ceasefire.gone.away'], [CEASEFIRE, 'ceasefire.gone.away', 'more']];
    const study = openStudy(
      stale.map((line, at): StudyEntry => ({ type: 'added', line, stamp: { at, by: 'an older scenario' } })),
    );
    study.do({ type: 'study.last' });
    expect(study.line()).toEqual(REPLY);
    expect(study.context().dropped).toEqual(['ceasefire.gone.away']);
  });

  test('a remark leaves the reader at the very same place', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE));
    const { line, snapshots } = study.context();
    study.do(
      { type: 'study.note', line: REPLY, note: 'Ask why' },
      { type: 'study.rename', line: REPLY, name: 'Plan' },
      { type: 'study.mark', line: REPLY, mark: '!' },
      { type: 'study.undo' },
    );
    expect(study.context().line).toBe(line);
    expect(study.context().snapshots).toBe(snapshots);
  });

  test('a remark that says what is there already is not written again, so that undo takes back what was seen', () => {
    const study = openStudy();
    const remarks: readonly StudyEvent[] = [
      { type: 'study.note', line: REPLY, note: 'Ask why' },
      { type: 'study.rename', line: REPLY, name: 'Plan ' },
      { type: 'study.mark', line: REPLY, mark: '!' },
    ];
    study.do(play(CEASEFIRE), ...remarks, ...remarks);
    expect(study.recorded).toHaveLength(4);
  });

  test('a step that another tab deleted takes no remark, and comes back when the reader goes on from it', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE));
    study.do({
      type: 'study.merge',
      entries: [{ type: 'removed', line: REPLY, stamp: { at: 9, by: 'two' } }],
    });
    study.do({ type: 'study.note', line: REPLY, note: 'Ask why' });
    expect(study.recorded).toHaveLength(1);
    expect(study.line()).toEqual(REPLY);
    study.do(play('ceasefire.reply.stall'));
    expect(study.children([])).toEqual([CEASEFIRE]);
    expect(study.children(REPLY)).toEqual(['ceasefire.reply.stall']);
  });

  test('what was saved comes back from its entries alone', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), play('ceasefire.reply.stall'), { type: 'study.note', line: REPLY, note: 'Ask why' });
    study.do({ type: 'study.mark', line: REPLY, mark: '!?' }, { type: 'study.rename', line: REPLY, name: ' Plan ' });
    const again = openStudy(study.recorded);
    const step = stepAt(again.context().study, REPLY);
    expect([step?.note?.value, step?.mark?.value, step?.name?.value]).toEqual(['Ask why', '!?', 'Plan']);
    expect(again.children(REPLY)).toEqual(['ceasefire.reply.stall']);
  });

  test('deleting a step takes the reader to the one before it, and undo brings all of it back', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), play('ceasefire.reply.stall'), play('ceasefire.mediation.mediate'));
    study.do({ type: 'study.delete', line: [CEASEFIRE, 'ceasefire.reply.stall'] });
    expect(study.line()).toEqual(REPLY);
    expect(study.children(REPLY)).toEqual([]);
    study.do({ type: 'study.undo' });
    expect(study.line()).toHaveLength(3);
    expect(study.children([CEASEFIRE, 'ceasefire.reply.stall'])).toEqual(['ceasefire.mediation.mediate']);
    study.do({ type: 'study.redo' });
    expect(study.children(REPLY)).toEqual([]);
  });

  test('promoting makes the whole line the main one, and undo makes the old one main again', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), play('ceasefire.reply.stall'), { type: 'study.back' }, play('ceasefire.reply.reject'));
    study.do({ type: 'study.promote', line: study.line() });
    expect(study.children(REPLY)[0]).toBe('ceasefire.reply.reject');
    study.do({ type: 'study.undo' });
    expect(study.children(REPLY)[0]).toBe('ceasefire.reply.stall');
  });

  test('undo goes back through everything that was written, to the empty study', () => {
    const study = openStudy();
    study.do(
      play(CEASEFIRE),
      { type: 'study.note', line: REPLY, note: 'One' },
      { type: 'study.note', line: REPLY, note: 'Two' },
    );
    study.do({ type: 'study.undo' });
    expect(stepAt(study.context().study, REPLY)?.note?.value).toBe('One');
    study.do({ type: 'study.undo' }, { type: 'study.undo' }, { type: 'study.undo' });
    expect(study.children([])).toEqual([]);
    expect(study.line()).toEqual([]);
  });

  test('another tab’s entries join without moving the reader', () => {
    const [here, there] = [openStudy([], 'one'), openStudy([], 'two')];
    here.do(play(CEASEFIRE));
    there.do(play('table.withdrawal'));
    here.do({ type: 'study.merge', entries: there.recorded });
    there.do({ type: 'study.merge', entries: here.recorded });
    expect(here.line()).toEqual([CEASEFIRE]);
    expect(new Set(here.children([]))).toEqual(new Set([CEASEFIRE, 'table.withdrawal']));
    expect(here.children([])).toEqual(there.children([]));
  });
});
