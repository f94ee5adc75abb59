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
        <b>{words.up}</b>
      ) : (
        <>
          <b>{clockText(left)}</b>
          <span>{timer.state === 'paused' ? words.paused : words.left}</span>
        </>
      )}
    </p>
  );
}
