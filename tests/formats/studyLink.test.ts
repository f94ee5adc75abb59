import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyStudy, foldStudy } from '../../src/domain/study.ts';
import { stamped } from '../../src/domain/studyEntry.ts';
import { outlineDeeds, outlineOf, type StudyOutline } from '../../src/domain/studyOutline.ts';
import { LONGEST_LINK, readStudyLink, writeStudyLink } from '../../src/formats/studyLink.ts';
import { anyEntries } from '../support/randomStudy.ts';

const outline: StudyOutline = {
  name: 'Штука & <b>Plan</b> 🕊',
  steps: [
    { line: ['table.ceasefire'], name: '', note: '', mark: undefined },
    { line: ['table.ceasefire', 'ceasefire.reply.stall'], name: 'Plan', note: 'Ask\nwhy?', mark: '!?' },
  ],
  chapters: [{ line: ['table.ceasefire', 'ceasefire.reply.stall'], name: 'One', note: 'Read this first' }],
};

const written = async (content: StudyOutline): Promise<string> => {
  const data = await writeStudyLink(content);
  if (data === undefined) throw new Error('too large for a link');
  return data;
};
const pack = (content: unknown): string => deflateSync(JSON.stringify(content)).toString('base64url');

describe('a link holds a small study', () => {
  test('in letters that an address may hold, and gives it back', async () => {
    const data = await written(outline);
    expect(data).toMatch(/^[\w-]+$/);
    expect(await readStudyLink(data)).toEqual({ ok: true, value: outline });
  });

  test('whatever the study holds now, without what led to it', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (list) => {
        const now = outlineOf(foldStudy(emptyStudy, list));
        const read = await readStudyLink(await written(now));
        if (!read.ok) throw new Error(read.error);
        expect({ name: read.value.name, chapters: read.value.chapters }).toEqual({
          name: now.name,
          chapters: now.chapters,
        });
        // A chapter brings steps along that were deleted since; all that are there stand as they stood.
        expect(
          read.value.steps.filter(({ line }) => now.steps.some((step) => step.line.join() === line.join())),
        ).toEqual(now.steps);
      }),
    );
  });

  test('a copy written into an empty study is the same study', () => {
    fc.assert(
      fc.property(anyEntries, (list) => {
        const now = outlineOf(foldStudy(emptyStudy, list));
        const copy = foldStudy(
          emptyStudy,
          stamped(0, 'me', [{ type: 'studyNamed', name: now.name }, ...outlineDeeds(now)]),
        );
        expect(outlineOf(copy)).toEqual(now);
      }),
    );
  });

  test('and no large one', async () => {
    const noise = fc.sample(fc.string({ minLength: 6000, maxLength: 6000 }), { numRuns: 1, seed: 1 })[0] ?? '';
    expect(await writeStudyLink({ ...outline, name: noise })).toBeUndefined();
    const many = Array.from({ length: 1500 }, (_, index) => ({
      line: [`m${index}`],
      name: '',
      note: '',
      mark: undefined,
    }));
    expect(await writeStudyLink({ ...outline, steps: many })).toBeUndefined();
    const long = Array.from({ length: 400 }, () => 'a');
    expect(await writeStudyLink({ ...outline, chapters: [{ line: long, name: '', note: '' }] })).toBeUndefined();
  });
});

describe('a link that holds no study says so', () => {
  const damaged = { ok: false, error: 'damaged' };

  test('when a letter is lost, changed or added', async () => {
    const data = await written(outline);
    for (let at = 0; at < data.length; at += 1) {
      const other = data[at] === 'A' ? 'B' : 'A';
      expect(await readStudyLink(data.slice(0, at) + data.slice(at + 1)), `without letter ${at}`).toEqual(damaged);
      const changed = await readStudyLink(data.slice(0, at) + other + data.slice(at + 1));
      // The last letter holds bits that belong to no byte.
      if (changed.ok) expect(changed.value).toEqual(outline);
      else expect(changed).toEqual(damaged);
    }
    expect(await readStudyLink('')).toEqual(damaged);
    expect(await readStudyLink('not base64!')).toEqual(damaged);
  });

  test.each<[string, unknown]>([
    ['no list', { name: 'x' }],
    ['no version', ['1', 'x', [], []]],
    ['a step after one that is not there', [1, 'x', [[4, 'a']], []]],
    ['a step after a fraction', [1, 'x', [[0.5, 'a']], []]],
    ['a move that is none', [1, 'x', [[0, '<script>']], []]],
    ['a mark that nobody has', [1, 'x', [[0, 'a', '', '', '#']], []]],
    ['a chapter of nothing', [1, 'x', [[0, 'a']], [[0, 'start']]]],
    ['a chapter that is none', [1, 'x', [[0, 'a']], ['a']]],
    ['a name that is none', [1, { toString: 'x' }, [], []]],
    ['lines without end', [1, 'x', Array.from({ length: 1999 }, (_, at) => [at, 'a']), []]],
    ['steps without end', [1, 'x', Array.from({ length: 2001 }, () => [0, 'a']), []]],
  ])('%s', async (_, content) => {
    expect(await readStudyLink(pack(content))).toEqual(damaged);
  });

  test('when it would unfold without end', async () => {
    const bomb = deflateSync(Buffer.alloc(2_000_000, 32), { level: 9 }).toString('base64url');
    expect(bomb.length).toBeLessThan(LONGEST_LINK);
    expect(await readStudyLink(bomb)).toEqual(damaged);
  });

  test('and one of a newer Parley is told apart', async () => {
    expect(await readStudyLink(pack([2, 'x', [], [], 'more']))).toEqual({ ok: false, error: 'newer' });
  });

  test('any letters whatever are answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.jsonValue().map(pack)), async (letters) => {
        const read = await readStudyLink(letters);
        expect(read.ok || read.error === 'damaged' || read.error === 'newer').toBe(true);
      }),
    );
  });
});
