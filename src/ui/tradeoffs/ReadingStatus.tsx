import { useSyncExternalStore } from 'react';
import { endsOf } from '../../analysis/outcomes.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber } from '../text/format.ts';
import styles from './ReadingStatus.module.css';
import type { Explored } from './useExploration.ts';
import { useWords } from './useWords.ts';

/** How far the reading has come, with a way to stop it, to go on, and to try again. */
export function ReadingStatus({ explored }: { readonly explored: Explored }) {
  const { scenario } = useParley();
  const { reading } = useWords();
  const { phase, outcomes, explorer } = explored;
  const count = outcomes.ends.length;
  // Percents are seen; a reader who listens hears the beginning and the result.
  const said = {
    reading: reading.running,
    done: count === 0 ? '' : reading.done(count, endsOf(scenario).length),
    stopped: reading.stopped(count),
    failed: reading.failed,
  }[phase];
  return (
    <div className={styles.status} data-phase={phase}>
      <p role="status">{said}</p>
      {phase === 'reading' ? (
        <div className={styles.running}>
          <Share explorer={explorer} />
          <button type="button" className="button" onClick={explorer.stop}>
            {reading.stop}
          </button>
        </div>
      ) : null}
      {phase === 'stopped' || phase === 'failed' ? (
        <button type="button" className="button" onClick={explorer.retry}>
          {phase === 'stopped' ? reading.goOn : reading.retry}
        </button>
      ) : null}
    </div>
  );
}

/** The part that is read. It changes many times a second, so it is drawn apart from the rest. */
function Share({ explorer }: Pick<Explored, 'explorer'>) {
  const { reading } = useWords();
  const share = useSyncExternalStore(explorer.subscribeShare, explorer.share);
  return (
    <>
      <progress value={share} max={1} aria-label={reading.progress} />
      <span className={styles.percent}>{reading.percent(formatNumber(100 * share))}</span>
    </>
  );
}
