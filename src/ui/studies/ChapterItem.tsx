import type { KeyboardEvent } from 'react';
import type { Chapter } from '../../domain/chapters.ts';
import { formatAddress } from '../app/address.ts';
import type { StudyActor } from '../app/library.ts';
import { useParley } from '../app/parley.ts';
import { KeptText } from '../parts/KeptText.tsx';
import styles from './ChapterList.module.css';
import { LineSteps } from './LineSteps.tsx';
import type { LineView } from './lineView.ts';
import { useStudyWords } from './useStudyWords.ts';

/** A chapter: its name, its line in words with the reader's remarks, its note, and what can be done with it. */
export function ChapterItem({
  actor,
  chapter,
  view,
  number,
  isLast,
  isChosen,
  onChoose,
  onMove,
  onRemove,
}: {
  readonly actor: StudyActor;
  readonly chapter: Chapter;
  readonly view: LineView;
  readonly number: number;
  readonly isLast: boolean;
  /** Undefined where there is nothing to compare it with. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { stamp } = useParley();
  const words = useStudyWords();
  const { id, line, note } = chapter;
  const name = chapter.name || view.place;
  const hearKeys = (event: KeyboardEvent) => {
    // In a longer text these keys move the caret.
    if (!event.altKey || (event.target as Element).id === `note-${id}`) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.chapter} onKeyDown={hearKeys}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <h4 className="visually-hidden">{`${number}. ${name}`}</h4>
        <div className={styles.name}>
          <KeptText
            id={`name-${id}`}
            wraps
            label={words.chapterName}
            value={chapter.name}
            hint={view.place}
            onChange={(text) => actor.send({ type: 'chapter.rename', chapter: id, name: text })}
          />
        </div>
        <LineSteps view={view} name={name} />
        <div className={styles.note}>
          <KeptText
            id={`note-${id}`}
            label={words.chapterNote}
            rows={2}
            value={note}
            hint={words.chapterNoteHint}
            onChange={(text) => actor.send({ type: 'chapter.note', chapter: id, note: text })}
          />
          {note === '' ? null : <p className={styles.printed}>{note}</p>}
        </div>
        <div className={styles.tools}>
          <a
            className="button"
            href={`#${formatAddress({ screen: 'walk', line }, stamp)}`}
            aria-label={words.walkOf(name)}
          >
            {words.walk}
          </a>
          {isChosen === undefined ? null : (
            <label className={styles.choose}>
              <input
                type="checkbox"
                checked={isChosen}
                aria-label={words.chooseOf(name)}
                onChange={({ target }) => onChoose(target.checked)}
              />
              {words.choose}
            </label>
          )}
          <button
            type="button"
            id={`up-${id}`}
            className="button"
            aria-label={words.moveUp(name)}
            aria-disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            ↑ {words.up}
          </button>
          <button
            type="button"
            id={`down-${id}`}
            className="button"
            aria-label={words.moveDown(name)}
            aria-disabled={isLast}
            onClick={() => onMove(1)}
          >
            ↓ {words.down}
          </button>
          <button type="button" className="button" aria-label={words.removeOf(name)} onClick={onRemove}>
            {words.remove}
          </button>
        </div>
      </div>
    </li>
  );
}
