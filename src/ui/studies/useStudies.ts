import { useEffect, useReducer } from 'react';
import { chapters } from '../../domain/chapters.ts';
import { isInBin, presentSteps, type Study } from '../../domain/study.ts';
import { type StudyActor, useShelf } from '../app/library.ts';

/** A study of the reader's as the list shows it. */
export interface StudyRow {
  readonly id: string;
  readonly actor: StudyActor;
  readonly study: Study;
  /** Empty where nobody named it. */
  readonly name: string;
  readonly chapters: number;
  readonly steps: number;
  readonly opened: number | undefined;
  readonly isInBin: boolean;
}

const counted = new WeakMap<Study, Pick<StudyRow, 'chapters' | 'steps'>>();

function counts(study: Study): Pick<StudyRow, 'chapters' | 'steps'> {
  const known = counted.get(study);
  if (known !== undefined) return known;
  const counts = { chapters: chapters(study).length, steps: presentSteps(study).length };
  counted.set(study, counts);
  return counts;
}

const orderOf = ({ created }: Study): number => created?.value.order ?? 0;

/** The reader's studies, the oldest first, told anew when anything in any of them changes. */
export function useStudies(): readonly StudyRow[] {
  const { studies, opened } = useShelf();
  const [, tell] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const watched = [...studies.values()].map((actor) => actor.subscribe(tell));
    return () => watched.forEach((each) => void each.unsubscribe());
  }, [studies]);
  return (
    [...studies]
      .map(([id, actor]): StudyRow => {
        const { study } = actor.getSnapshot().context;
        const name = study.name?.value ?? '';
        return { id, actor, study, name, ...counts(study), opened: opened.get(id), isInBin: isInBin(study) };
      })
      // What was made and given up before anything was written is nobody's study.
      .filter(({ study }) => study.at > 0)
      .sort((a, b) => orderOf(a.study) - orderOf(b.study) || (a.id < b.id ? -1 : 1))
  );
}
