import { usePresentWords } from '../words.ts';
import styles from './Start.module.css';

/** What a facilitator should know before people come in: rules, content, opting out, the law, working offline. */
export function FacilitatorNotes() {
  const { start } = usePresentWords();
  return (
    <aside className={styles.notes} aria-label={start.notesTitle}>
      <h2>{start.notesTitle}</h2>
      <dl>
        {start.notes.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <a className="button" href="#/present/print">
        {start.print}
      </a>
    </aside>
  );
}
