import { assign, enqueueActions, setup } from 'xstate';
import { chapterOf } from '../src/domain/chapters.ts';
import type { Line, MoveId } from '../src/domain/identifier.ts';
import { lineKey, parentLine, sameLine } from '../src/domain/line.ts';
import { emptyStudy, foldStudy, isDeleted, isInBin, type Study, stepAt, variations } from '../src/domain/study.ts';
import { type ChapterId, isOfWhole, type StudyEntry, stamped } from '../src/domain/studyEntry.ts';
import { type Changes, changesOf, type Restorations, takeBack } from '../src/domain/studyUndo.ts';
import type { NegotiationMachine, NegotiationSnapshot } from './negotiation.ts';
import { openingSnapshot, play } from './stepping.ts';
import { actOf, additions, type StudyAct } from './studyAct.ts';

/** What the reader did in one go, with what takes it back. */
interface Undoable {
  readonly what: StudyAct['type'];
  readonly changes: Changes;
  /** Where the reader stood before and after. */
  readonly before: Line;
  readonly after: Line;
}

/** The reader's cursor over a tree of lines. */
export interface StudyContext {
  readonly machine: NegotiationMachine;
  readonly study: Study;
  /** Where the reader stands. */
  readonly line: Line;
  /** The opening, then one snapshot per move of `line`. */
  readonly snapshots: readonly NegotiationSnapshot[];
  /** Moves of a link or a saved line that the chart no longer allows, from the first such move on. */
  readonly dropped: Line;
  /** Line key → the variation last looked at from there, so that going forward returns to it. */
  readonly lastChoice: Readonly<Record<string, MoveId>>;
  readonly undone: readonly Undoable[];
  readonly undoable: readonly Undoable[];
  readonly restorations: Restorations;
  /** Names this writer in stamps. */
  readonly writer: string;
}

export type StudyEvent =
  | StudyAct
  | { readonly type: 'study.back' }
  | { readonly type: 'study.forward' }
  | { readonly type: 'study.first' }
  | { readonly type: 'study.last' }
  | { readonly type: 'study.jump'; readonly line: Line }
  | { readonly type: 'study.vary'; readonly by: 1 | -1 }
  | { readonly type: 'study.undo' }
  | { readonly type: 'study.redo' }
  | { readonly type: 'study.merge'; readonly entries: readonly StudyEntry[] }
  | { readonly type: 'study.dismiss' };

/** What the machine tells whoever saves: entries that are new. */
export interface StudyRecorded {
  readonly type: 'study.recorded';
  readonly entries: readonly StudyEntry[];
}

/** What the machine tells whoever speaks of it: an act was done, taken back, or done again. */
export interface StudyTurned {
  readonly type: 'study.turned';
  readonly way: 'done' | 'undone' | 'redone';
  readonly what: StudyAct['type'];
  /** How many values stayed as they are, because another writer has written them since. */
  readonly kept: number;
}

export interface StudyInput {
  readonly machine: NegotiationMachine;
  readonly entries: readonly StudyEntry[];
  readonly writer: string;
}

type Place = Pick<StudyContext, 'line' | 'snapshots' | 'dropped'>;

/** Stands at a line, or at its longest part that the chart still allows. Snapshots of the shared part are kept. */
function stand(context: Pick<StudyContext, 'machine' | 'line' | 'snapshots'>, line: Line): Place {
  // The same place stays the same object: whoever watches it must not take a remark for a step.
  if (sameLine(line, context.line)) return { line: context.line, snapshots: context.snapshots, dropped: [] };
  const shared = context.line.findIndex((move, index) => move !== line[index]);
  const kept = Math.min(shared === -1 ? context.line.length : shared, line.length);
  const snapshots = context.snapshots.slice(0, kept + 1);
  for (const move of line.slice(kept)) {
    const from = snapshots.at(-1);
    const next = from === undefined ? undefined : play(context.machine, from, move);
    if (next === undefined) break;
    snapshots.push(next);
  }
  const played = snapshots.length - 1;
  return { line: line.slice(0, played), snapshots, dropped: line.slice(played) };
}

const remembered = (context: StudyContext, line: Line): StudyContext['lastChoice'] => {
  const choices = { ...context.lastChoice };
  line.forEach((move, index) => {
    choices[lineKey(line.slice(0, index))] = move;
  });
  return choices;
};

const goTo = (context: StudyContext, line: Line): Partial<StudyContext> => {
  const place = stand(context, line);
  return { ...place, lastChoice: remembered(context, place.line) };
};

const siblings = (context: StudyContext): readonly Line[] =>
  variations(context.study, parentLine(context.line)).map(({ line }) => line);

function sibling(context: StudyContext, by: 1 | -1): Line | undefined {
  const lines = siblings(context);
  const index = lines.findIndex((line) => sameLine(line, context.line));
  return index === -1 ? undefined : lines[index + by];
}

function ahead(context: StudyContext): Line | undefined {
  const lines = variations(context.study, context.line).map(({ line }) => line);
  const last = context.lastChoice[lineKey(context.line)];
  return lines.find((line) => line.at(-1) === last) ?? lines[0];
}

const taken = ({ study, writer, restorations }: StudyContext, { changes }: Undoable) =>
  takeBack(study, changes, writer, restorations);

/** Where an act on steps was done, unless nothing of it could be turned; other acts leave the reader in place. */
const goBackTo = (
  context: StudyContext,
  { what, changes }: Undoable,
  kept: number,
  line: Line,
): Partial<StudyContext> => (kept === changes.length || !what.startsWith('study.') ? {} : goTo(context, line));

const here = (context: StudyContext): NegotiationSnapshot => {
  const snapshot = context.snapshots.at(-1);
  if (snapshot === undefined) throw new TypeError('a study always stands somewhere');
  return snapshot;
};

const chart = setup({
  types: {
    context: {} as StudyContext,
    events: {} as StudyEvent,
    input: {} as StudyInput,
    emitted: {} as StudyRecorded | StudyTurned,
  },
  guards: {
    isOpenMove: ({ context }, { move }: { move: MoveId }) => here(context).can({ type: move }),
    hasStepBefore: ({ context }) => context.line.length > 0,
    hasStepAhead: ({ context }) => ahead(context) !== undefined,
    hasSibling: ({ context }, { by }: { by: 1 | -1 }) => sibling(context, by) !== undefined,
    isInStudy: ({ context }, { line }: { line: Line }) => stepAt(context.study, line) !== undefined,
    isChapter: ({ context }, { chapter }: { chapter: ChapterId }) =>
      context.study.chapters.get(chapter)?.present.value === true,
    isNoChapter: ({ context }, { line }: { line: Line }) =>
      line.length > 0 && chapterOf(context.study, line) === undefined,
    isUnwritten: ({ context }) => context.study.at === 0,
    isKept: ({ context }) => !isInBin(context.study),
    isRemoved: ({ context }) => isInBin(context.study),
    canUndo: ({ context }) => context.undoable.length > 0,
    canRedo: ({ context }) => context.undone.length > 0,
  },
  actions: {
    /** Does what the event says, remembers how to take it back, and tells whoever saves. */
    record: enqueueActions(({ context, event, enqueue }) => {
      const act = actOf(context, event as StudyAct);
      if (act === undefined) return;
      const entries = [...act.given, ...stamped(Math.max(context.study.at, act.at), context.writer, act.deeds)];
      // What is brought whole, or made, goes to the bin whole.
      const undone = changesOf(context.study, act.whole ? entries.filter(isOfWhole) : entries);
      const what = event.type as StudyAct['type'];
      enqueue.assign({
        ...goTo(context, act.line),
        study: foldStudy(context.study, entries),
        ...(undone.length === 0
          ? {}
          : {
              undoable: [...context.undoable, { what, changes: undone, before: context.line, after: act.line }],
              undone: [],
            }),
      });
      if (entries.length > 0) enqueue.emit({ type: 'study.recorded', entries });
      if (undone.length > 0) enqueue.emit({ type: 'study.turned', way: 'done', what, kept: 0 });
    }),
    takeBack: enqueueActions(({ context, enqueue }) => {
      const last = context.undoable.at(-1);
      if (last === undefined) return;
      const { entries, changes, restorations, kept } = taken(context, last);
      enqueue.assign({
        ...goBackTo(context, last, kept, last.before),
        study: foldStudy(context.study, entries),
        restorations,
        undoable: context.undoable.slice(0, -1),
        undone: [...context.undone, { ...last, changes }],
      });
      if (entries.length > 0) enqueue.emit({ type: 'study.recorded', entries });
      enqueue.emit({ type: 'study.turned', way: 'undone', what: last.what, kept });
    }),
    doAgain: enqueueActions(({ context, enqueue }) => {
      const next = context.undone.at(-1);
      if (next === undefined) return;
      const { entries, changes, restorations, kept } = taken(context, next);
      enqueue.assign({
        ...goBackTo(context, next, kept, next.after),
        study: foldStudy(context.study, entries),
        restorations,
        undoable: [...context.undoable, { ...next, changes }],
        undone: context.undone.slice(0, -1),
      });
      if (entries.length > 0) enqueue.emit({ type: 'study.recorded', entries });
      enqueue.emit({ type: 'study.turned', way: 'redone', what: next.what, kept });
    }),
    /** A link may lead where this reader has not been: its line joins the study. What was deleted stays so: it is shown, not kept. */
    visit: enqueueActions(({ context, enqueue }, { line }: { line: Line }) => {
      const place = goTo(context, line);
      const deeds = isDeleted(context.study, place.line ?? []) ? [] : additions(context.study, place.line ?? []);
      const entries = stamped(context.study.at, context.writer, deeds);
      enqueue.assign({ ...place, study: foldStudy(context.study, entries) });
      if (entries.length > 0) enqueue.emit({ type: 'study.recorded', entries });
    }),
    goBack: assign(({ context }) => goTo(context, parentLine(context.line))),
    goAhead: assign(({ context }) => goTo(context, ahead(context) ?? context.line)),
    goFirst: assign(({ context }) => goTo(context, [])),
    goLast: assign(({ context }) => {
      let at = context;
      // A saved line that the chart no longer allows ends the way: standing there says what was dropped.
      for (let next = ahead(at); next !== undefined && at.dropped.length === 0; next = ahead(at))
        at = { ...at, ...goTo(at, next) };
      return { line: at.line, snapshots: at.snapshots, dropped: at.dropped, lastChoice: at.lastChoice };
    }),
    goAside: assign(({ context }, { by }: { by: 1 | -1 }) => goTo(context, sibling(context, by) ?? context.line)),
    merge: assign(({ context }, { entries }: { entries: readonly StudyEntry[] }) => ({
      study: foldStudy(context.study, entries),
    })),
    dismiss: assign({ dropped: [] }),
  },
});

/**
 * The reader's cursor: playing another move adds a variation and loses nothing; names, notes and marks hang on lines; everything
 * that was written can be taken back. Legality is asked of the negotiation's own machine.
 */
export const studyMachine = chart.createMachine({
  id: 'study',
  context: ({ input }) => {
    const study = foldStudy(emptyStudy, input.entries);
    const opening = { machine: input.machine, line: [], snapshots: [openingSnapshot(input.machine)] };
    return {
      ...opening,
      study,
      dropped: [],
      lastChoice: {},
      undoable: [],
      undone: [],
      restorations: new Map(),
      writer: input.writer,
    };
  },
  initial: 'reading',
  states: {
    reading: {
      on: {
        'study.play': {
          guard: { type: 'isOpenMove', params: ({ event }) => ({ move: event.move }) },
          actions: 'record',
        },
        'study.shock': {
          guard: { type: 'isOpenMove', params: ({ event }) => ({ move: event.shock }) },
          actions: 'record',
        },
        'study.back': { guard: 'hasStepBefore', actions: 'goBack' },
        'study.forward': { guard: 'hasStepAhead', actions: 'goAhead' },
        'study.first': { actions: 'goFirst' },
        'study.last': { actions: 'goLast' },
        'study.jump': { actions: { type: 'visit', params: ({ event }) => ({ line: event.line }) } },
        'study.vary': {
          guard: { type: 'hasSibling', params: ({ event }) => ({ by: event.by }) },
          actions: { type: 'goAside', params: ({ event }) => ({ by: event.by }) },
        },
        'study.rename': {
          guard: { type: 'isInStudy', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'study.promote': {
          guard: { type: 'isInStudy', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'study.delete': {
          guard: { type: 'isInStudy', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'study.note': {
          guard: { type: 'isInStudy', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'study.mark': {
          guard: { type: 'isInStudy', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'chapter.keep': {
          guard: { type: 'isNoChapter', params: ({ event }) => ({ line: event.line }) },
          actions: 'record',
        },
        'chapter.rename': {
          guard: { type: 'isChapter', params: ({ event }) => ({ chapter: event.chapter }) },
          actions: 'record',
        },
        'chapter.note': {
          guard: { type: 'isChapter', params: ({ event }) => ({ chapter: event.chapter }) },
          actions: 'record',
        },
        'chapter.move': {
          guard: { type: 'isChapter', params: ({ event }) => ({ chapter: event.chapter }) },
          actions: 'record',
        },
        'chapter.remove': {
          guard: { type: 'isChapter', params: ({ event }) => ({ chapter: event.chapter }) },
          actions: 'record',
        },
        'whole.create': { guard: 'isUnwritten', actions: 'record' },
        'whole.rename': { actions: 'record' },
        'whole.remove': { guard: 'isKept', actions: 'record' },
        'whole.restore': { guard: 'isRemoved', actions: 'record' },
        'whole.bring': { actions: 'record' },
        'study.undo': { guard: 'canUndo', actions: 'takeBack' },
        'study.redo': { guard: 'canRedo', actions: 'doAgain' },
        'study.merge': { actions: { type: 'merge', params: ({ event }) => ({ entries: event.entries }) } },
        'study.dismiss': { actions: 'dismiss' },
      },
    },
  },
});
