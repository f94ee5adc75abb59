import type { Path } from './problem.ts';
import { MARKS, type StudyEntry } from './studyEntry.ts';

/** Why something is no entry of a study: where in it, and what was expected there. */
export interface EntryFault {
  readonly path: Path;
  readonly expected: string;
}

interface Field {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
}

/** A move id as a chart writes it: segments of letters, digits, `_` and `-`, with dots between them. */
const MOVE_ID = /^[A-Za-z][\w-]*(\.[\w-]+)*$/;

const text: Field = { fits: (value) => typeof value === 'string', expected: 'a text' };
const id: Field = { fits: (value) => typeof value === 'string' && value !== '', expected: 'a text that is not empty' };
const number: Field = { fits: Number.isFinite, expected: 'a number' };
const mark: Field = {
  fits: (value) => value === undefined || (MARKS as readonly unknown[]).includes(value),
  expected: `one of ${MARKS.join(' ')}, or nothing`,
};

const FIELDS: Readonly<Record<StudyEntry['type'], Readonly<Record<string, Field | 'line'>>>> = {
  added: { line: 'line' },
  removed: { line: 'line' },
  promoted: { line: 'line' },
  named: { line: 'line', name: text },
  noted: { line: 'line', note: text },
  marked: { line: 'line', mark },
  chapterAdded: { chapter: id, line: 'line', place: number },
  chapterRemoved: { chapter: id },
  chapterRestored: { chapter: id },
  chapterNamed: { chapter: id, name: text },
  chapterNoted: { chapter: id, note: text },
  chapterPlaced: { chapter: id, place: number },
  studyCreated: { scenario: id, order: number },
  studyNamed: { name: text },
  studyRemoved: {},
  studyRestored: {},
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lineFault(value: unknown): EntryFault | undefined {
  if (!Array.isArray(value) || value.length === 0)
    return { path: ['line'], expected: 'a list of moves with at least one' };
  const wrong = value.findIndex((move) => typeof move !== 'string' || !MOVE_ID.test(move));
  return wrong === -1 ? undefined : { path: ['line', wrong], expected: 'a move’s id, such as `table.ceasefire`' };
}

function stampFault(value: unknown): EntryFault | undefined {
  if (!isRecord(value)) return { path: ['stamp'], expected: 'who wrote it and when, as { "at": 1, "by": "…" }' };
  if (!Number.isSafeInteger(value.at) || Number(value.at) < 1)
    return { path: ['stamp', 'at'], expected: 'a whole number, 1 or more' };
  return id.fits(value.by) ? undefined : { path: ['stamp', 'by'], expected: id.expected };
}

/**
 * What is wrong with something that was saved or sent as an entry; undefined where it may join a study. An entry of a type that only a
 * newer Parley knows has a stamp and a type, and is as it should be.
 */
export function entryFault(value: unknown): EntryFault | undefined {
  if (!isRecord(value)) return { path: [], expected: 'an entry, as { "type": "added", … }' };
  const { type } = value;
  if (typeof type !== 'string') return { path: ['type'], expected: 'the entry’s type, such as "added"' };
  const stamp = stampFault(value.stamp);
  if (stamp !== undefined) return stamp;
  if (!Object.hasOwn(FIELDS, type)) return undefined;
  for (const [name, field] of Object.entries(FIELDS[type as StudyEntry['type']])) {
    if (field === 'line') {
      const fault = lineFault(value.line);
      if (fault !== undefined) return fault;
    } else if (!field.fits(value[name])) return { path: [name], expected: field.expected };
  }
  return undefined;
}

/** Whether something that was saved or sent may join a study. */
export const isStudyEntry = (value: unknown): value is StudyEntry => entryFault(value) === undefined;

/** Whether this Parley knows what an entry of this type does. */
export const isKnownType = (type: string): type is StudyEntry['type'] => Object.hasOwn(FIELDS, type);
