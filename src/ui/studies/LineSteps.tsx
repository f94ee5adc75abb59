import { useText } from '../text/useText.ts';
import styles from './ChapterList.module.css';
import { isRemarked, type LineView } from './lineView.ts';
import { useStudyWords } from './useStudyWords.ts';

/** A line in words: its steps in a row, where it leads, what no longer fits, and the reader's remarks on its steps. */
export function LineSteps({ view, name }: { readonly view: LineView; readonly name: string }) {
  const words = useStudyWords();
  const { walk } = useText();
  const remarked = view.steps.filter(isRemarked);
  return (
    <>
      <ol className={styles.steps} aria-label={words.stepsOf(name)}>
        {view.steps.map(({ number, label, isShock, mark }) => (
          <li key={number}>
            {isShock ? (
              <>
                <span aria-hidden="true">⚡ </span>
                <span className="visually-hidden">{words.shock}: </span>
              </>
            ) : null}
            {label}
            {mark === undefined ? null : (
              <b className={styles.mark}>
                {' '}
                {mark}
                <span className="visually-hidden"> ({walk.markNames[mark]})</span>
              </b>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.ending}>
        {name === view.place
          ? ''
          : `${view.ending === 'onTheWay' ? words.stopsAt(view.place) : words.leadsTo(view.place)} · `}
        {words[view.ending]}
      </p>
      {view.dropped.length === 0 ? null : <p className={styles.dropped}>{words.dropped(view.dropped)}</p>}
      {remarked.length === 0 ? null : (
        <ul className={styles.remarks} aria-label={words.remarks}>
          {remarked.map(({ number, label, name: title, note, mark }) => (
            <li key={number}>
              <span className={styles.of}>
                {number}. {label}
                {mark === undefined ? null : <b className={styles.mark}> {mark}</b>}
                {title === '' ? null : <b> “{title}”</b>}
              </span>
              {note === '' ? null : <span className={styles.told}>{note}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
