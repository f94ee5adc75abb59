import { useState } from 'react';
import type { RoomEvent } from '../../../workshop/room.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';
import { download, textFile } from '../../parts/download.ts';
import { useText } from '../../text/useText.ts';
import { countsCsv } from '../debrief/countsCsv.ts';
import { debriefMarkdown } from '../debrief/debriefMarkdown.ts';
import { linesOfRoom } from '../debrief/debriefOf.ts';
import { useDebriefWords } from '../debrief/useDebriefWords.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';

/** What leaves with the facilitator: the debrief, the counts, the log, a sheet to print, and the lines for Walk. */
export function ExportPanel({ view, log }: { readonly view: FacilitatorView; readonly log: readonly RoomEvent[] }) {
  const parley = useParley();
  const text = useText();
  const { debrief: words } = usePresentWords();
  const all = { text, stage: useStageWords(), debrief: useDebriefWords() };
  const [withNotes, setWithNotes] = useState(false);
  const [said, setSaid] = useState('');
  const name = `${parley.scenario.id}-workshop`;
  const walk = () => {
    const lines = linesOfRoom(view);
    for (const line of lines) parley.study.send({ type: 'study.jump', line });
    setSaid(words.walked(lines.length));
  };
  return (
    <section className={styles.part}>
      <h2>{words.export}</h2>
      <label className={styles.check}>
        <input type="checkbox" checked={withNotes} onChange={({ target }) => setWithNotes(target.checked)} />
        {words.withNotes}
      </label>
      <p className={styles.row}>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(`${name}.md`, textFile(debriefMarkdown(parley, view, all, withNotes), 'text/markdown'))
          }
        >
          {words.markdown}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download(`${name}.csv`, textFile(countsCsv(parley, view, all), 'text/csv'))}
        >
          {words.csv}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download(`${name}-log.json`, textFile(JSON.stringify(log, null, 1), 'application/json'))}
        >
          {words.log}
        </button>
        <a className="button" href="#/present/debrief">
          {words.print}
        </a>
        <button type="button" className="button" onClick={walk}>
          {words.walk}
        </button>
      </p>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}
