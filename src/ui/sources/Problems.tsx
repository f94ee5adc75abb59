import type { SplitScenario } from '../../domain/prose.ts';
import { FactChips } from '../parts/FactChip.tsx';
import { LedgerText } from './LedgerText.tsx';
import styles from './Problems.module.css';
import { useSourcesText } from './words.ts';

/** The element of a problem, for facts that lead to it. */
export const problemId = (issue: string): string => `problem-${issue}`;

/** What is wrong or missing in the text that the scenario was drawn from, and what the scenario does about each. */
export function Problems({ id, ledger }: { readonly id: string; readonly ledger: SplitScenario['ledger'] }) {
  const { sources } = useSourcesText();
  return (
    <section className={styles.problems} aria-labelledby={id}>
      <div className={styles.margin}>
        <h2 id={id} tabIndex={-1}>
          {sources.problems}
        </h2>
        <p>{sources.problemsLead}</p>
      </div>
      <div>
        <p className={styles.columns} aria-hidden="true">
          <span className="eyebrow">{sources.problem}</span>
          <span className="eyebrow">{sources.handled}</span>
        </p>
        <ol>
          {Object.entries(ledger.issues).map(([issue, { problem, handled, facts }]) => (
            <li key={issue} id={problemId(issue)} tabIndex={-1}>
              <p className={styles.problem}>
                <span className={styles.id}>{issue}</span> <LedgerText facts={ledger.facts}>{problem}</LedgerText>
                <FactChips ids={facts} />
              </p>
              <p className={styles.handled}>
                <span className={styles.runIn}>{sources.handled}: </span>
                <LedgerText facts={ledger.facts}>{handled}</LedgerText>
              </p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
