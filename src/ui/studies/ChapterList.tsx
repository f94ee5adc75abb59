import { useLayoutEffect, useRef } from 'react';
import type { Chapter } from '../../domain/chapters.ts';
import { outlineOf } from '../../domain/studyOutline.ts';
import { useParley } from '../app/parley.ts';
import { ChapterItem } from './ChapterItem.tsx';
import styles from './ChapterList.module.css';
import { lineView } from './lineView.ts';
import type { StudyRow } from './useStudies.ts';
import type { Say } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** The chapters of the study that is open, in the reader's order. */
export function ChapterList({
  row,
  chapters,
  chosen,
  onChoose,
  say,
}: {
  readonly row: StudyRow;
  readonly chapters: readonly Chapter[];
  /** Those chosen for Compare; undefined where there are too few to compare. */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly say: Say;
}) {
  const parley = useParley();
  const words = useStudyWords();
  const { actor, study } = row;
  const outline = outlineOf(study);
  // A chapter that moves is put elsewhere in the page, which takes the focus from it.
  const focused = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (focused.current === undefined || document.activeElement !== document.body) return;
    document.getElementById(focused.current)?.focus();
  });
  const views = chapters.map(({ line }) => lineView(parley, outline, line));
  const nameOf = (index: number): string => chapters[index]?.name || views[index]?.place || '';
  const move = (index: number, by: 1 | -1) => {
    const chapter = chapters[index];
    if (chapter === undefined || chapters[index + by] === undefined) return;
    focused.current = document.activeElement?.id;
    actor.send({ type: 'chapter.move', chapter: chapter.id, by });
    say(words.said.moved(nameOf(index), index + by + 1, chapters.length));
  };
  const remove = (index: number) => {
    const chapter = chapters[index];
    if (chapter === undefined) return;
    focused.current = 'chapters-heading';
    say(words.said.removed(nameOf(index)));
    actor.send({ type: 'chapter.remove', chapter: chapter.id });
  };
  return (
    <>
      <ol className={styles.chapters}>
        {chapters.map((chapter, index) => {
          const view = views[index];
          return view === undefined ? null : (
            <ChapterItem
              key={chapter.id}
              actor={actor}
              chapter={chapter}
              view={view}
              number={index + 1}
              isLast={index === chapters.length - 1}
              isChosen={chosen?.has(chapter.id)}
              onChoose={(isChosen) => onChoose(chapter.id, isChosen)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          );
        })}
      </ol>
      {chapters.length < 2 ? null : <p className={styles.hint}>{words.orderHint}</p>}
    </>
  );
}
