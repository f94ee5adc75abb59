import { beforeAll, describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type StudyEvent, type StudyTurned, studyMachine } from '../../machines/study.ts';
import { chapters } from '../../src/domain/chapters.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { isInBin, stepAt, variations } from '../../src/domain/study.ts';
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

describe('chapters', () => {
  test('a line is kept once, with its steps, and not the opening', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE));
    study.do(
      { type: 'chapter.keep', line: REPLY, name: ' Plan ' },
      { type: 'chapter.keep', line: REPLY, name: 'Again' },
    );
    study.do({ type: 'chapter.keep', line: [], name: 'Nothing' });
    expect(chapters(study.context().study).map(({ name, line }) => [name, line])).toEqual([['Plan', REPLY]]);
    study.do({ type: 'chapter.keep', line: ['table.withdrawal'], name: '' });
    expect(study.children([])).toEqual([CEASEFIRE, 'table.withdrawal']);
  });

  test('each act on a chapter is taken back and done again, and leaves the reader where they stand', () => {
    const study = openStudy();
    study.do(play(CEASEFIRE), { type: 'chapter.keep', line: REPLY, name: '' });
    study.do({ type: 'chapter.keep', line: ['table.withdrawal'], name: 'Second' });
    const [first, second] = chapters(study.context().study);
    const acts: readonly StudyEvent[] = [
      { type: 'chapter.rename', chapter: first?.id ?? '', name: 'First' },
      { type: 'chapter.note', chapter: first?.id ?? '', note: 'Ask why' },
      { type: 'chapter.move', chapter: second?.id ?? '', by: -1 },
      { type: 'chapter.remove', chapter: first?.id ?? '' },
    ];
    const seen = () => chapters(study.context().study).map(({ name, note }) => `${name}:${note}`);
    const shown = [seen()];
    for (const act of acts) {
      study.do(act);
      shown.push(seen());
    }
    expect(shown.at(-1)).toEqual(['Second:']);
    study.do({ type: 'study.first' });
    for (let at = acts.length - 1; at >= 0; at -= 1) {
      study.do({ type: 'study.undo' });
      expect(seen()).toEqual(shown[at]);
    }
    for (let at = 1; at <= acts.length; at += 1) {
      study.do({ type: 'study.redo' });
      expect(seen()).toEqual(shown[at]);
    }
    expect(study.line()).toEqual([]);
  });

  test('an act on a chapter that is not there, or that changes nothing, is not recorded', () => {
    const study = openStudy();
    study.do({ type: 'chapter.keep', line: REPLY, name: 'Plan' });
    const [chapter = { id: '' }] = chapters(study.context().study);
    const { length } = study.recorded;
    study.do({ type: 'chapter.rename', chapter: chapter.id, name: ' Plan ' });
    study.do({ type: 'chapter.note', chapter: chapter.id, note: '' });
    study.do({ type: 'chapter.move', chapter: chapter.id, by: 1 });
    study.do({ type: 'chapter.remove', chapter: 'another' }, { type: 'chapter.rename', chapter: 'another', name: 'x' });
    expect(study.recorded).toHaveLength(length);
  });
});

describe('a study as a whole', () => {
  const create: StudyEvent = {
    type: 'whole.create',
    name: ' Plan ',
    scenario: 'kursk-2025@1.0.0.a',
    order: 2,
    content: [],
  };

  test('is made once, renamed, put into the bin and taken out; each is taken back', () => {
    const study = openStudy();
    study.do(create, create, { type: 'whole.rename', name: '  ' }, { type: 'whole.rename', name: 'Other' });
    expect(study.context().study.name?.value).toBe('Other');
    expect(study.context().study.created?.value).toEqual({ scenario: 'kursk-2025@1.0.0.a', order: 2 });
    study.do({ type: 'whole.remove' });
    expect(isInBin(study.context().study)).toBe(true);
    study.do({ type: 'whole.remove' }, { type: 'study.undo' });
    expect(isInBin(study.context().study)).toBe(false);
    study.do({ type: 'study.undo' });
    expect(study.context().study.name?.value).toBe('Plan');
    study.do({ type: 'study.undo' });
    expect(isInBin(study.context().study)).toBe(true);
    study.do({ type: 'study.redo' });
    expect(isInBin(study.context().study)).toBe(false);
    expect(study.context().study.name?.value).toBe('Plan');
  });

  test('what a file brings is one act: a study that was here gets its own words back, a new one goes to the bin whole', () => {
    const mine = openStudy();
    mine.do(play(CEASEFIRE), { type: 'study.note', line: REPLY, note: 'Mine' });
    const theirs = openStudy(mine.recorded, 'two');
    theirs.do({ type: 'study.note', line: REPLY, note: 'Theirs' }, play('table.withdrawal'));
    mine.do({ type: 'whole.bring', entries: theirs.recorded });
    expect(stepAt(mine.context().study, REPLY)?.note?.value).toBe('Theirs');
    mine.do({ type: 'study.undo' });
    expect(stepAt(mine.context().study, REPLY)?.note?.value).toBe('Mine');
    expect(mine.children([])).toEqual([CEASEFIRE]);

    const copy = openStudy([], 'three');
    const whole = openStudy([], 'four');
    whole.do(create, play(CEASEFIRE));
    copy.do({ type: 'whole.bring', entries: whole.recorded });
    copy.do({ type: 'study.undo' });
    expect(isInBin(copy.context().study)).toBe(true);
    expect(copy.children([])).toEqual([CEASEFIRE]);
    copy.do({
      type: 'whole.bring',
      entries: [{ type: 'added', line: ['table.withdrawal'], stamp: { at: 9, by: 'five' } }],
    });
    expect(isInBin(copy.context().study)).toBe(false);
  });
});

describe('what is told', () => {
  test('of every act, undo and redo, with how much stayed because another tab wrote it since', () => {
    const study = openStudy();
    const told: StudyTurned[] = [];
    study.actor.on('study.turned', (event) => told.push(event));
    study.do(play(CEASEFIRE), { type: 'study.note', line: REPLY, note: 'Mine' });
    study.do({
      type: 'study.merge',
      entries: [{ type: 'noted', line: REPLY, note: 'Theirs', stamp: { at: 9, by: 'two' } }],
    });
    study.do({ type: 'study.undo' }, { type: 'study.undo' }, { type: 'study.redo' });
    expect(told.map(({ way, what, kept }) => [way, what, kept])).toEqual([
      ['done', 'study.play', 0],
      ['done', 'study.note', 0],
      ['undone', 'study.note', 1],
      ['undone', 'study.play', 1],
      ['redone', 'study.play', 0],
    ]);
    expect(stepAt(study.context().study, REPLY)?.note?.value).toBe('Theirs');
    expect(study.line()).toEqual(REPLY);
  });
});
