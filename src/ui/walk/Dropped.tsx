import { useState } from 'react';
import { labelOf } from '../../domain/chart.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useText } from '../text/useText.ts';
import styles from './Dropped.module.css';

/** Says when a link was made with another state of the scenario, and which steps of a line the chart no longer allows. */
export function Dropped() {
  const { scenario, study, openedWith } = useParley();
  const { dropped } = useStudyState();
  const [read, setRead] = useState(false);
  const text = useText();
  const otherVersion = read ? undefined : openedWith;
  if (dropped.length === 0 && otherVersion === undefined) return null;
  const dismiss = () => {
    setRead(true);
    study.send({ type: 'study.dismiss' });
  };
  return (
    <div className={styles.dropped} role="alert">
      <div>
        {otherVersion === undefined ? null : <p>{text.walk.otherVersion(otherVersion)}</p>}
        {dropped.length === 0 ? null : <p>{text.walk.dropped(dropped.map((move) => labelOf(scenario, move)))}</p>}
      </div>
      <button type="button" className="button" onClick={dismiss}>
        {text.walk.dismiss}
      </button>
    </div>
  );
}
