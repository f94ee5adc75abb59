import { useState } from 'react';
import { chapterOf } from '../../domain/chapters.ts';
import type { Line } from '../../domain/identifier.ts';
import { stepAt } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useKeys } from '../keys/useKeys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';
import styles from './StudyHead.module.css';

/** Which study the lines belong to, and the button that keeps the present line as one of its chapters. */
export function StudyHead({ line }: { readonly line: Line }) {
  const { study } = useParley();
  const { studyHead } = useText();
  const { study: lines } = useStudyState();
  const [keptLine, setKeptLine] = useState<Line>();
  const isChapter = chapterOf(lines, line) !== undefined;
  const keep = () => {
    // Where the reader is, even while the page is still a step behind.
    const { line: at, study: now } = study.getSnapshot().context;
    if (at.length === 0 || chapterOf(now, at) !== undefined) return false;
    study.send({ type: 'chapter.keep', line: at, name: stepAt(now, at)?.name?.value ?? '' });
    setKeptLine(at);
    return true;
  };
  useKeys({ keep });
  return (
    <div className={styles.head}>
      <p className={styles.name}>
        {studyHead.of}: <a href="#/studies">{lines.name?.value || studyHead.first}</a>
      </p>
      {line.length === 0 ? null : (
        <button type="button" className="button" aria-disabled={isChapter} onClick={keep}>
          {isChapter ? studyHead.isKept : studyHead.keep} {isChapter ? null : <KeyHint>K</KeyHint>}
        </button>
      )}
      <p role="status" className="visually-hidden">
        {keptLine === line && isChapter ? studyHead.kept : ''}
      </p>
    </div>
  );
}
