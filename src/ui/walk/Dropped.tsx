import { useState } from 'react';
import { labelOf } from '../../domain/chart.ts';
import { otherStamp } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useText } from '../text/useText.ts';
import styles from './Dropped.module.css';

/** Says when a link or the study was made with another state of the scenario, and which steps of a line the chart no longer allows. */
export function Dropped() {
  const { scenario, study, stamp, openedWith } = useParley();
  const { dropped, study: lines } = useStudyState();
  const [read, setRead] = useState(false);
  const [readOf, setReadOf] = useState<unknown>();
  const text = useText();
  const otherVersion = read ? undefined : openedWith;
  const madeWith = readOf === study ? undefined : otherStamp(lines, stamp);
  if (dropped.length === 0 && otherVersion === undefined && madeWith === undefined) return null;
  const dismiss = () => {
    setRead(true);
    setReadOf(study);
    study.send({ type: 'study.dismiss' });
  };
  return (
    <div className={styles.dropped} role="alert">
      <div>
        {otherVersion === undefined ? null : <p>{text.walk.otherVersion(otherVersion)}</p>}
        {madeWith === undefined ? null : <p>{text.studyHead.otherVersion(madeWith)}</p>}
        {dropped.length === 0 ? null : <p>{text.walk.dropped(dropped.map((move) => labelOf(scenario, move)))}</p>}
      </div>
      <button type="button" className="button" onClick={dismiss}>
        {text.walk.dismiss}
      </button>
    </div>
  );
}
