import { timeLeft } from '../../../workshop/timer.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { clockText } from '../clockText.ts';
import type { Console } from '../useDesk.ts';
import { useNow } from '../useNow.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** Minutes that are offered where no time is set. */
const STARTS = [1, 2, 3, 5, 10] as const;

/** A timer that can be paused, extended, hidden and ended at any time. Nothing happens by itself when it is up. */
export function TimerPanel({ console: { view, send } }: { readonly console: Console }) {
  const { timer: words } = usePresentWords();
  const { timer } = view;
  const left = timeLeft(timer, useNow(timer.state === 'running'));
  return (
    <section className={styles.cards}>
      <h2>{words.title}</h2>
      {left === undefined ? (
        <>
          <p>{words.off}</p>
          <div className={styles.row}>
            {STARTS.map((minutes) => (
              <button
                key={minutes}
                type="button"
                className="button"
                onClick={() => send({ type: 'timer.start', minutes })}
              >
                {words.start(minutes)}
              </button>
            ))}
          </div>
        </>
      ) : (
        <>
          <span role="timer" className={styles.clock}>
            {left === 0 ? words.up : words.left(clockText(left))}
            {timer.state === 'paused' ? ` · ${words.paused}` : ''}
          </span>
          <div className={styles.row}>
            <button
              type="button"
              className="button"
              onClick={() => send({ type: timer.state === 'paused' ? 'timer.resume' : 'timer.pause' })}
            >
              {timer.state === 'paused' ? words.resume : words.pause} <KeyHint>P</KeyHint>
            </button>
            <button type="button" className="button" onClick={() => send({ type: 'timer.extend', minutes: 1 })}>
              {words.plus(1)} <KeyHint>+</KeyHint>
            </button>
            <button type="button" className="button" onClick={() => send({ type: 'timer.extend', minutes: 5 })}>
              {words.plus(5)} <KeyHint>F</KeyHint>
            </button>
            <button type="button" className="button" onClick={() => send({ type: 'timer.end' })}>
              {words.end} <KeyHint>E</KeyHint>
            </button>
          </div>
        </>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={view.timerHidden}
          onChange={({ target }) => send({ type: 'timer.hide', hidden: target.checked })}
        />
        {words.hide}
      </label>
    </section>
  );
}
