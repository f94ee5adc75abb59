import { useProse } from '../../app/loaded.ts';
import { withoutMarks } from '../withoutMarks.ts';
import type { PrintedDecision } from './decisionsToPrint.ts';
import styles from './Print.module.css';
import { usePrintWords } from './usePrintWords.ts';

/** Decision cards: a question with what each move means, two to a page. */
export function CardPage({ decisions }: { readonly decisions: readonly PrintedDecision[] }) {
  return (
    <section className={styles.sheet}>
      <div className={styles.cards}>
        {decisions.map((decision) => (
          <Card key={decision.state} decision={decision} />
        ))}
      </div>
    </section>
  );
}

function Card({ decision }: { readonly decision: PrintedDecision }) {
  const prose = useProse(decision.branch);
  const { card } = usePrintWords();
  return (
    <div className={styles.card}>
      <p className={styles.eyebrow}>{card.options}</p>
      <h2>{decision.ask}</h2>
      <dl>
        {decision.options.map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{withoutMarks(prose[`${id}.describes`] ?? '')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
