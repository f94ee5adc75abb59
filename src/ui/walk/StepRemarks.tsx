import { useEffect, useState } from 'react';
import { isMainLine, stepAt, stepsWithin } from '../../domain/study.ts';
import { MARKS } from '../../domain/studyEntry.ts';
import { useRefused } from '../app/keeping.ts';
import { useParley } from '../app/parley.ts';
import { turnedWords } from '../app/turnedWords.ts';
import { useStudyState } from '../app/useStudy.ts';
import type { Walk } from '../app/useWalk.ts';
import { useKeys } from '../keys/useKeys.ts';
import { KeptText } from '../parts/KeptText.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';
import styles from './StepRemarks.module.css';

/** The id of the note's field, for the key that leads there. */
export const NOTE_ID = 'step-note';

/** The reader's own remarks on the present step, and what can be done with it: name, mark, promote, delete, undo, redo. */
export function StepRemarks({ walk }: { readonly walk: Walk }) {
  const { study, keeping } = useParley();
  const refused = useRefused(keeping);
  const text = useText();
  const state = useStudyState();
  const { study: lines, undoable, undone } = state;
  const [said, setSaid] = useState({ words: '', of: state });
  useEffect(() => {
    const { unsubscribe } = study.on('study.turned', (turned) => {
      const words = turnedWords(text, turned);
      if (words !== '') setSaid({ words, of: study.getSnapshot().context });
    });
    return unsubscribe;
  }, [study, text]);
  const { line } = walk;
  const step = stepAt(lines, line);
  const remove = () => {
    const words = text.walk.removed(stepsWithin(lines, line).length);
    study.send({ type: 'study.delete', line });
    setSaid({ words, of: study.getSnapshot().context });
    return true;
  };
  useKeys({ remove: () => step !== undefined && remove() });
  // Another study's step at the same line is another text.
  const key = `${study.sessionId} ${line.join('/')}`;
  return (
    <section className={styles.remarks} aria-label={text.walk.actions}>
      <div>
        <div className={styles.tools}>
          <button
            type="button"
            className="button"
            aria-disabled={undoable.length === 0}
            onClick={() => study.send({ type: 'study.undo' })}
          >
            {text.walk.undo} <KeyHint>Z</KeyHint>
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={undone.length === 0}
            onClick={() => study.send({ type: 'study.redo' })}
          >
            {text.walk.redo}
          </button>
          {step === undefined ? null : (
            <>
              <button
                type="button"
                className="button"
                aria-disabled={isMainLine(lines, line)}
                onClick={() => study.send({ type: 'study.promote', line })}
              >
                {text.walk.promote}
              </button>
              <button type="button" className="button" onClick={remove}>
                {text.walk.remove}
              </button>
            </>
          )}
        </div>
        <p role="status" className={styles.said}>
          {said.of === state ? said.words : ''}
        </p>
      </div>
      {step === undefined ? null : (
        <>
          <fieldset className={styles.marks}>
            <legend className="eyebrow">{text.walk.marks}</legend>
            {MARKS.map((mark) => {
              const pressed = step.mark?.value === mark;
              return (
                <button
                  key={mark}
                  type="button"
                  className="button"
                  aria-pressed={pressed}
                  aria-label={`${mark} ${text.walk.markNames[mark]}`}
                  title={text.walk.markNames[mark]}
                  onClick={() => study.send({ type: 'study.mark', line, mark: pressed ? undefined : mark })}
                >
                  {mark}
                </button>
              );
            })}
          </fieldset>
          <div className={styles.field}>
            <label className="eyebrow" htmlFor={`${NOTE_ID}-name`}>
              {text.walk.name}
            </label>
            <KeptText
              key={`name ${key}`}
              id={`${NOTE_ID}-name`}
              value={step.name?.value ?? ''}
              onChange={(name) => study.send({ type: 'study.rename', line, name })}
              hint={text.walk.nameHint}
            />
          </div>
          <div className={styles.field}>
            <label className="eyebrow" htmlFor={NOTE_ID}>
              {text.walk.note}
            </label>
            <KeptText
              key={`note ${key}`}
              id={NOTE_ID}
              rows={3}
              value={step.note?.value ?? ''}
              onChange={(note) => study.send({ type: 'study.note', line, note })}
              hint={text.walk.noteEmpty}
            />
          </div>
          <p className={styles.hint}>{refused ? text.walk.notKept : text.walk.noteHint}</p>
        </>
      )}
    </section>
  );
}
