import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LARGEST_FILE } from '../../formats/studyFile.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber } from '../text/format.ts';
import { bringStudies } from './bringStudies.ts';
import styles from './StudiesScreen.module.css';
import type { Say } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** A file that was not imported, and all that is wrong with it. */
export interface Refusal {
  readonly file: string;
  readonly why: readonly string[];
}

/** Imports study files: by the picker, or dropped anywhere on the page. A file with a problem changes nothing. */
export function ImportStudies({
  say,
  onRefused,
}: {
  readonly say: Say;
  /** Hears why a file was refused, and of every further file first that none is. */
  readonly onRefused: (refusal: Refusal | undefined) => void;
}) {
  const parley = useParley();
  const words = useStudyWords();
  const [dragging, setDragging] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const bring = async (file: File): Promise<void> => {
    onRefused(undefined);
    say('');
    const refuse = (...why: readonly string[]) => onRefused({ file: file.name, why });
    if (file.size > LARGEST_FILE) return refuse(words.tooLarge(formatNumber(LARGEST_FILE / 1_000_000)));
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return refuse(words.unreadable);
    const brought = await bringStudies(parley, text);
    switch (brought.type) {
      case 'problems':
        return refuse(...brought.problems.map(({ path, message }) => words.problem(path, message)));
      case 'otherScenario':
        return refuse(words.otherScenario(brought.theirs, parley.scenario.id));
      case 'brought': {
        const parts = brought.studies.map(({ name, fresh }) => words.said.broughtPart(name || words.unnamed, fresh));
        if (parts.length === 0) return say(words.said.exists);
        const other = brought.otherStamp === undefined ? [] : [words.said.broughtOther(brought.otherStamp)];
        return say([words.said.brought(parts), ...other, words.said.importUndone].join(' '));
      }
      default:
        return brought satisfies never;
    }
  };
  const drop = useEffectEvent((event: DragEvent) => {
    setDragging(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void bring(file);
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Without this, the browser would open the file in place of the page.
      event.preventDefault();
      setDragging(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setDragging(false);
    };
    const dropped = (event: DragEvent) => drop(event);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', dropped);
    };
  }, []);
  return (
    <>
      <button type="button" className="button" title={words.importHint} onClick={() => input.current?.click()}>
        {words.import}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void bring(file);
          // The same file may be chosen again, once it was mended.
          target.value = '';
        }}
      />
      {dragging ? <p className={styles.drop}>{words.dropHere}</p> : null}
    </>
  );
}
