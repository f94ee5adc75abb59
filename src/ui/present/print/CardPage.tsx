import type { Prose } from '../../../domain/prose.ts';
import type { Ballot } from './ballots.ts';
import styles from './Print.module.css';
import { Sheet } from './Sheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

/** A decision to lay on the table: the question, what is known, and each option with its reason. */
export function CardPage({ ballot, prose }: { readonly ballot: Ballot; readonly prose: Prose }) {
  const { card } = usePrintWords();
  const { state, question, decides, options } = ballot;
  const context = prose[`${state}.context`];
  return (
    <Sheet label={`${card.eyebrow}: ${question}`}>
      <p className="eyebrow">
        {card.eyebrow} · {card.decides(decides)}
      </p>
      <h2>{question}</h2>
      {context === undefined ? null : (
        <section>
          <h3>{card.context}</h3>
          <p>{context}</p>
        </section>
      )}
      <section className={styles.card}>
        <h3>{card.options}</h3>
        <p className={styles.note}>{card.note}</p>
        <ul>
          {options.map(({ move, label }) => (
            <li key={move}>
              <b>{label}</b>
              <p>
                {[prose[`${move}.describes`], prose[`${move}.reason`]].filter((part) => part !== undefined).join(' ')}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
