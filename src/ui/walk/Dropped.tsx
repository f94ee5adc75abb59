import { labelOf } from '../../domain/chart.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useText } from '../text/useText.ts';
import styles from './Dropped.module.css';

/** Says which steps of a link or a saved line the chart no longer allows. */
export function Dropped() {
  const { scenario, study } = useParley();
  const { dropped } = useStudyState();
  const text = useText();
  if (dropped.length === 0) return null;
  return (
    <div className={styles.dropped} role="alert">
      <p>{text.walk.dropped(dropped.map((move) => labelOf(scenario, move)))}</p>
      <button type="button" className="button" onClick={() => study.send({ type: 'study.dismiss' })}>
        {text.walk.dismiss}
      </button>
    </div>
  );
}
