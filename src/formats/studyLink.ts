import type { Line } from '../domain/identifier.ts';
import { lineKey, parentLine } from '../domain/line.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { MARKS } from '../domain/studyEntry.ts';
import { isStudyEntry } from '../domain/studyEntryFault.ts';
import type { OutlineChapter, OutlineStep, StudyOutline } from '../domain/studyOutline.ts';
import { deflate, fromBase64Url, inflateWithin, toBase64Url } from './compressed.ts';
import { isShallow } from './isShallow.ts';

/** The most characters of a study in a link: what mail programs and chats still carry whole. */
export const LONGEST_LINK = 4_000;
/** What a link of that length may unfold to, in bytes: anything more was made to fill a memory. */
const LARGEST_CONTENT = 200_000;
/** Steps, and moves of one line: a line is as long as what leads to it, so a short link could unfold to a very long study. */
const MOST_STEPS = 2_000;
const LONGEST_LINE = 300;
const VERSION = 1;

/** Why a link holds no study that can be shown. */
export type LinkFailure = 'damaged' | 'newer';

/**
 * An outline as a link holds it: the version, the name, the steps and the chapters. A step is the number of the step before it (0: the
 * start), its last move, its name, note and mark; a chapter is the number of the step that it leads to, its name and note. Empty texts at
 * an end are left out.
 */
type Packed = readonly [version: number, name: string, steps: readonly unknown[][], chapters: readonly unknown[][]];

function trimmed(values: readonly unknown[]): unknown[] {
  const last = values.findLastIndex((value) => value !== '');
  return values.slice(0, last + 1);
}

function packed({ name, steps, chapters }: StudyOutline): Packed {
  const numbers = new Map<string, number>([['', 0]]);
  const rows: unknown[][] = [];
  const add = ({ line, name: title, note, mark }: OutlineStep): number => {
    const key = lineKey(line);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const before = parentLine(line);
    const from = numbers.get(lineKey(before)) ?? add({ line: before, name: '', note: '', mark: undefined });
    rows.push(trimmed([from, line.at(-1), title, note, mark ?? '']));
    numbers.set(key, rows.length);
    return rows.length;
  };
  for (const step of steps) add(step);
  // A chapter may lead where steps were deleted since: it brings them along.
  const kept = chapters.map((chapter) =>
    trimmed([add({ ...chapter, name: '', note: '', mark: undefined }), chapter.name, chapter.note]),
  );
  return [VERSION, name, rows, kept];
}

const isText = (value: unknown): value is string => typeof value === 'string';

function unpackedStep(row: unknown, lines: readonly Line[]): OutlineStep | undefined {
  if (!Array.isArray(row)) return undefined;
  const [from, move, name = '', note = '', mark = ''] = row as readonly unknown[];
  const before = typeof from === 'number' ? lines[from] : undefined;
  if (before === undefined || before.length >= LONGEST_LINE || !isText(move) || !isText(name) || !isText(note))
    return undefined;
  const line = [...before, move];
  const known = MARKS.find((each) => each === mark);
  if (mark !== '' && known === undefined) return undefined;
  const entry = { type: 'added', line, stamp: { at: 1, by: 'link' } };
  return isStudyEntry(entry) ? { line, name, note, mark: known } : undefined;
}

function unpackedChapter(row: unknown, lines: readonly Line[]): OutlineChapter | undefined {
  if (!Array.isArray(row)) return undefined;
  const [to, name = '', note = ''] = row as readonly unknown[];
  const line = typeof to === 'number' ? lines[to] : undefined;
  if (line === undefined || line.length === 0 || !isText(name) || !isText(note)) return undefined;
  return { line, name, note };
}

function unpacked(value: unknown): Result<StudyOutline, LinkFailure> {
  if (!Array.isArray(value) || !isShallow(value, 4)) return fail('damaged');
  const [version, name, rows, kept] = value as readonly unknown[];
  if (typeof version === 'number' && version > VERSION) return fail('newer');
  if (version !== VERSION || !isText(name) || !Array.isArray(rows) || !Array.isArray(kept)) return fail('damaged');
  if (rows.length > MOST_STEPS || kept.length > MOST_STEPS) return fail('damaged');
  const lines: Line[] = [[]];
  const steps: OutlineStep[] = [];
  for (const row of rows) {
    const step = unpackedStep(row, lines);
    if (step === undefined) return fail('damaged');
    steps.push(step);
    lines.push(step.line);
  }
  const chapters = kept.map((row) => unpackedChapter(row, lines));
  const whole = chapters.filter((chapter) => chapter !== undefined);
  return whole.length === chapters.length ? succeed({ name, steps, chapters: whole }) : fail('damaged');
}

/** A study as it stands, packed into letters that an address may hold; undefined where it is too large for a link. */
export async function writeStudyLink(outline: StudyOutline): Promise<string | undefined> {
  const { steps, chapters } = outline;
  if (steps.length + chapters.length > MOST_STEPS / 2) return undefined;
  if ([...steps, ...chapters].some(({ line }) => line.length > LONGEST_LINE)) return undefined;
  const data = toBase64Url(await deflate(JSON.stringify(packed(outline))));
  return data.length > LONGEST_LINK ? undefined : data;
}

/** The study that a link holds, or why it holds none. */
export async function readStudyLink(data: string): Promise<Result<StudyOutline, LinkFailure>> {
  if (data.length > LONGEST_LINK) return fail('damaged');
  try {
    return unpacked(JSON.parse(await inflateWithin(fromBase64Url(data), LARGEST_CONTENT)));
  } catch {
    // Letters were lost or changed on the way: the checksum, the text or its form says so.
    return fail('damaged');
  }
}
