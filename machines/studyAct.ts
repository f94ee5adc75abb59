import { lastPlace, moved } from '../src/domain/chapters.ts';
import type { Line, MoveId } from '../src/domain/identifier.ts';
import { beginsWith, lineKey, parentLine } from '../src/domain/line.ts';
import { isInBin, type Study, stepAt, variations } from '../src/domain/study.ts';
import type { ChapterId, Mark, StudyDeed, StudyEntry } from '../src/domain/studyEntry.ts';

/** What a reader does to a study, and can take back. */
export type StudyAct =
  | { readonly type: 'study.play'; readonly move: MoveId }
  | { readonly type: 'study.shock'; readonly shock: MoveId }
  | { readonly type: 'study.rename'; readonly line: Line; readonly name: string }
  | { readonly type: 'study.promote'; readonly line: Line }
  | { readonly type: 'study.delete'; readonly line: Line }
  | { readonly type: 'study.note'; readonly line: Line; readonly note: string }
  | { readonly type: 'study.mark'; readonly line: Line; readonly mark: Mark | undefined }
  /** Keeps a line as a chapter, after the others. */
  | { readonly type: 'chapter.keep'; readonly line: Line; readonly name: string }
  | { readonly type: 'chapter.rename'; readonly chapter: ChapterId; readonly name: string }
  | { readonly type: 'chapter.note'; readonly chapter: ChapterId; readonly note: string }
  | { readonly type: 'chapter.move'; readonly chapter: ChapterId; readonly by: 1 | -1 }
  | { readonly type: 'chapter.remove'; readonly chapter: ChapterId }
  /** Makes a study that nobody has written to: empty, or with what `content` writes into it. */
  | {
      readonly type: 'whole.create';
      readonly name: string;
      readonly scenario: string;
      readonly order: number;
      readonly content: readonly StudyDeed[];
    }
  | { readonly type: 'whole.rename'; readonly name: string }
  /** To the bin, and back. */
  | { readonly type: 'whole.remove' }
  | { readonly type: 'whole.restore' }
  /** Joins entries of a file to the study, which leaves the bin if it lies there. */
  | { readonly type: 'whole.bring'; readonly entries: readonly StudyEntry[] };

/** What an act writes and where it leaves the reader. */
interface Writing {
  readonly deeds: readonly StudyDeed[];
  /** Entries that somebody stamped before. */
  readonly given: readonly StudyEntry[];
  /** The highest counter in `given`. */
  readonly at: number;
  readonly line: Line;
  /** Whether the act brings a study that was not there: taking it back bins it, whole. */
  readonly whole: boolean;
}

/** The deeds that put a line into a study: every step of it that is not there. */
export const additions = (study: Study, line: Line): readonly StudyDeed[] =>
  line
    .map((_, index) => line.slice(0, index + 1))
    .flatMap((step) => (stepAt(study, step) === undefined ? [{ type: 'added' as const, line: step }] : []));

/** The deeds that make every step of a line the main one; none where it is already. */
function promotions(study: Study, line: Line): readonly StudyDeed[] {
  const steps = line.map((_, index) => line.slice(0, index + 1));
  return steps
    .filter((step) => lineKey(variations(study, parentLine(step))[0]?.line ?? []) !== lineKey(step))
    .map((step) => ({ type: 'promoted', line: step }));
}

/** What an act does to the study and where it leaves the reader; undefined where it changes nothing. */
export function actOf(
  { study, line, writer }: { readonly study: Study; readonly line: Line; readonly writer: string },
  act: StudyAct,
): Writing | undefined {
  const none = { given: [], at: 0, line, whole: false };
  const changed = (isOther: boolean, deed: StudyDeed): Writing | undefined =>
    isOther ? { ...none, deeds: [deed] } : undefined;
  const played = (to: Line): Writing => ({ ...none, deeds: additions(study, to), line: to });
  switch (act.type) {
    case 'study.play':
      return played([...line, act.move]);
    case 'study.shock':
      return played([...line, act.shock]);
    case 'study.rename': {
      const name = act.name.trim();
      return changed(name !== (stepAt(study, act.line)?.name?.value ?? ''), { type: 'named', line: act.line, name });
    }
    case 'study.note': {
      const { note } = act;
      return changed(note !== (stepAt(study, act.line)?.note?.value ?? ''), { type: 'noted', line: act.line, note });
    }
    case 'study.mark': {
      const { mark } = act;
      return changed(mark !== stepAt(study, act.line)?.mark?.value, { type: 'marked', line: act.line, mark });
    }
    case 'study.promote': {
      const deeds = promotions(study, act.line);
      return deeds.length === 0 ? undefined : { ...none, deeds };
    }
    case 'study.delete': {
      const stays = beginsWith(line, act.line) ? parentLine(act.line) : line;
      return { ...none, deeds: [{ type: 'removed', line: act.line }], line: stays };
    }
    case 'chapter.keep': {
      // The stamp of the entry that adds a chapter is its own: so the chapter's id needs no chance.
      const chapter = `${study.at + 1}-${writer}`;
      const name = act.name.trim();
      const kept: StudyDeed = { type: 'chapterAdded', chapter, line: act.line, place: lastPlace(study) };
      const named: readonly StudyDeed[] = name === '' ? [] : [{ type: 'chapterNamed', chapter, name }];
      return { ...none, deeds: [kept, ...named, ...additions(study, act.line)] };
    }
    case 'chapter.rename': {
      const name = act.name.trim();
      const { chapter } = act;
      return changed(name !== (study.chapters.get(chapter)?.name?.value ?? ''), {
        type: 'chapterNamed',
        chapter,
        name,
      });
    }
    case 'chapter.note': {
      const { chapter, note } = act;
      return changed(note !== (study.chapters.get(chapter)?.note?.value ?? ''), {
        type: 'chapterNoted',
        chapter,
        note,
      });
    }
    case 'chapter.move': {
      const deeds = moved(study, act.chapter, act.by);
      return deeds.length === 0 ? undefined : { ...none, deeds };
    }
    case 'chapter.remove':
      return { ...none, deeds: [{ type: 'chapterRemoved', chapter: act.chapter }] };
    case 'whole.create': {
      const { name, scenario, order, content } = act;
      const made: readonly StudyDeed[] = [
        { type: 'studyCreated', scenario, order },
        { type: 'studyNamed', name: name.trim() },
      ];
      return { ...none, deeds: [...made, ...content], whole: true };
    }
    case 'whole.rename': {
      const name = act.name.trim();
      return changed(name !== '' && name !== (study.name?.value ?? ''), { type: 'studyNamed', name });
    }
    case 'whole.remove':
      return { ...none, deeds: [{ type: 'studyRemoved' }] };
    case 'whole.restore':
      return { ...none, deeds: [{ type: 'studyRestored' }] };
    case 'whole.bring': {
      const given = act.entries;
      const at = given.reduce((highest, { stamp }) => Math.max(highest, stamp.at), 0);
      const isNew = study.at === 0;
      return {
        ...none,
        deeds: isInBin(study) ? [{ type: 'studyRestored' }] : [],
        given,
        at,
        whole: isNew || isInBin(study),
      };
    }
    default:
      return act satisfies never;
  }
}
