import type { PrintedDecision } from './decisionsToPrint.ts';
import styles from './Print.module.css';
import { usePrintWords } from './usePrintWords.ts';

/** Slips on a page. */
const SLIPS = ['a', 'b', 'c', 'd'] as const;

/** Ballots of one decision: four slips to cut out, with every option, “cannot say”, and a line for a prediction. */
export function BallotPage({ decision, people }: { readonly decision: PrintedDecision; readonly people: number }) {
  const { ballot } = usePrintWords();
  return (
    <section className={styles.sheet} aria-label={decision.ask}>
      <p className={styles.small}>{ballot.copies(Math.ceil(people / SLIPS.length), people)}</p>
      <div className={styles.slips}>
        {SLIPS.map((slip) => (
          <div key={slip} className={styles.slip}>
            <h2>{decision.ask}</h2>
            {decision.options.map(({ id, label }) => (
              <span key={id} className={styles.box}>
                {label}
              </span>
            ))}
            <span className={styles.box}>{ballot.cannotSay}</span>
            <span className={styles.rule}>{ballot.predict}</span>
            <span className={styles.small}>{ballot.note}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
