import type { PrintedDecision } from './decisionsToPrint.ts';
import styles from './Print.module.css';
import { usePrintWords } from './usePrintWords.ts';

/** Two rounds side by side, to be filled in by hand; legible when enlarged to A3. */
export function ComparisonSheet({ decisions }: { readonly decisions: readonly PrintedDecision[] }) {
  const { comparison: words } = usePrintWords();
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h2>{words.title}</h2>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{words.decision}</th>
            <th scope="col">{words.round(1)}</th>
            <th scope="col">{words.round(2)}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ state, ask }) => (
            <tr key={state}>
              <th scope="row">{ask}</th>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {[words.surprised, words.differs, words.number, words.change].map((prompt) => (
        <div key={prompt}>
          <h3>{prompt}</h3>
          <div className={styles.lines} />
        </div>
      ))}
    </section>
  );
}
