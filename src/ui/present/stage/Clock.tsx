import type { Timer } from '../../../workshop/room.ts';
import { timeLeft } from '../../../workshop/timer.ts';
import { clockText } from '../clockText.ts';
import { useNow } from '../useNow.ts';
import { useStageWords } from '../words.ts';
import styles from './Stage.module.css';

/** Time left, as plain figures: no colour, no sound, no hurry. */
export function Clock({ timer }: { readonly timer: Timer }) {
  const words = useStageWords().timer;
  const left = timeLeft(timer, useNow(timer.state === 'running'));
  if (left === undefined) return null;
  return (
    <p className={styles.clock} role="timer">
      {left === 0 ? (
        <b className={styles.clockTime}>{words.up}</b>
      ) : (
        <>
          <b className={styles.clockTime}>{clockText(left)}</b>
          <span className={styles.clockWord}>{timer.state === 'paused' ? words.paused : words.left}</span>
        </>
      )}
    </p>
  );
}
