import { useCallback, useMemo } from 'react';
import { outlineDeeds, outlineOf, type StudyOutline } from '../../domain/studyOutline.ts';
import { STUDY_FILE_ENDING, type StudyFile, writeStudyFile } from '../../formats/studyFile.ts';
import { useParley } from '../app/parley.ts';
import { turnedWords } from '../app/turnedWords.ts';
import { download, textFile } from '../parts/download.ts';
import { useText } from '../text/useText.ts';
import { fileName } from './fileName.ts';
import type { StudyRow } from './useStudies.ts';
import { useStudyWords } from './useStudyWords.ts';

/** Tells the reader what was done, in the screen's live region. */
export type Say = (words: string) => void;

/** What can be done with whole studies. Each act says what it did. */
export function useStudyActs(rows: readonly StudyRow[], say: Say) {
  const { library, stamp } = useParley();
  const words = useStudyWords();
  const text = useText();
  const order = rows.reduce((highest, { study }) => Math.max(highest, study.created?.value.order ?? 0), 0) + 1;

  const make = useCallback(
    async (name: string, scenario: string, outline: StudyOutline | undefined) => {
      const { id, study } = library.make();
      study.send({
        type: 'whole.create',
        name,
        scenario,
        order,
        content: outline === undefined ? [] : outlineDeeds(outline),
      });
      await library.show(id);
      say(words.said.created(name));
    },
    [library, order, say, words],
  );

  return useMemo(() => {
    const nameOf = ({ name }: StudyRow) => name || words.unnamed;
    const exported = (chosen: readonly StudyRow[], name: string) => {
      const file: StudyFile = {
        scenario: stamp,
        studies: chosen.map((row) => ({ id: row.id, name: row.name, entries: library.entries(row.id) })),
      };
      const as = `${fileName(name)}${STUDY_FILE_ENDING}`;
      download(as, textFile(writeStudyFile(file), 'application/json'));
      say(words.said.exported(as));
    };
    const turn = (turnBack: () => void) => {
      const before = library.shelf().turned;
      turnBack();
      const { turned } = library.shelf();
      if (turned !== undefined && turned !== before) say(turnedWords(text, turned));
      return turned !== before;
    };
    return {
      keepCopy: make,
      create: () => void make(words.newName(order), stamp, undefined),
      duplicate: (row: StudyRow) =>
        void make(words.copyName(nameOf(row)), row.study.created?.value.scenario ?? stamp, outlineOf(row.study)),
      open: (row: StudyRow) => void library.show(row.id).then(() => say(words.said.opened(nameOf(row)))),
      toBin: (row: StudyRow) => {
        row.actor.send({ type: 'whole.remove' });
        say(words.said.binned(nameOf(row)));
      },
      restore: (row: StudyRow) => {
        row.actor.send({ type: 'whole.restore' });
        say(words.said.restored(nameOf(row)));
      },
      forget: (row: StudyRow) =>
        void library.forget(row.id).then(
          () => say(words.said.deleted(nameOf(row))),
          () => say(words.said.failed),
        ),
      exportOne: (row: StudyRow) => exported([row], nameOf(row)),
      exportAll: () => exported(rows, words.title),
      undo: () => turn(library.undo),
      redo: () => turn(library.redo),
    };
  }, [library, make, order, rows, say, stamp, text, words]);
}

/** What can be done with whole studies. */
export type StudyActs = ReturnType<typeof useStudyActs>;
