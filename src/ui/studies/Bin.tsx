import { AskFirst } from './AskFirst.tsx';
import styles from './StudiesScreen.module.css';
import type { StudyRow } from './useStudies.ts';
import type { StudyActs } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** The studies in the bin: back from there, or away for good. */
export function Bin({ rows, acts }: { readonly rows: readonly StudyRow[]; readonly acts: StudyActs }) {
  const words = useStudyWords();
  if (rows.length === 0) return null;
  return (
    <details className={styles.bin}>
      <summary>{words.bin(rows.length)}</summary>
      <p className={styles.quiet}>{words.binLead}</p>
      <ul>
        {rows.map((row) => {
          const name = row.name || words.unnamed;
          return (
            <li key={row.id}>
              <p>{name}</p>
              <p className={styles.quiet}>{words.counts(row.chapters, row.steps)}</p>
              <div className={styles.tools}>
                <button
                  type="button"
                  className="button"
                  aria-label={words.restoreOf(name)}
                  onClick={() => acts.restore(row)}
                >
                  {words.restore}
                </button>
                <AskFirst
                  button={words.deleteForGood}
                  label={words.deleteOf(name)}
                  question={words.deleteAsk(name)}
                  onYes={() => acts.forget(row)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
