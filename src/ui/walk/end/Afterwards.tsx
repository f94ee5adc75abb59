import { useState } from 'react';
import { type Parley, useParley } from '../../app/parley.ts';
import { CitedText } from '../../parts/CitedText.tsx';
import { FactChips } from '../../parts/FactChip.tsx';
import { useExplainWords } from '../../text/explainWords.ts';
import { formatDay } from '../../text/format.ts';
import styles from './EndNumbers.module.css';

type Rows = Awaited<ReturnType<Parley['loadAfterwards']>>;

type Asked = { readonly kind: 'not' | 'loading' | 'failed' } | { readonly kind: 'loaded'; readonly rows: Rows };

/** What happened after the reading date, for whoever asks. Nothing of it is on the page, or fetched, before. */
export function Afterwards() {
  const { scenario, loadAfterwards } = useParley();
  const { end: words } = useExplainWords();
  const [asked, setAsked] = useState<Asked>({ kind: 'not' });
  const ask = async () => {
    setAsked({ kind: 'loading' });
    try {
      setAsked({ kind: 'loaded', rows: await loadAfterwards() });
    } catch {
      setAsked({ kind: 'failed' });
    }
  };
  return (
    <section>
      <details
        className={styles.next}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open && asked.kind === 'not') void ask();
        }}
      >
        <summary>{words.next}</summary>
        <p className={styles.lead}>{words.nextLead(formatDay(scenario.readingDate))}</p>
        <p role="status">
          {asked.kind === 'loading' ? words.nextLoading : asked.kind === 'failed' ? words.nextFailed : ''}
        </p>
        {asked.kind === 'failed' ? (
          <button type="button" className="button" onClick={() => void ask()}>
            {words.nextRetry}
          </button>
        ) : null}
        {asked.kind === 'loaded' ? <Happened rows={asked.rows} /> : null}
      </details>
    </section>
  );
}

function Happened({ rows }: { readonly rows: Rows }) {
  const { end: words } = useExplainWords();
  if (rows.length === 0) return <p>{words.nextEmpty}</p>;
  const inOrder = rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    <ol className={styles.rows}>
      {inOrder.map(({ date, text, facts }) => (
        <li key={`${date} ${text}`}>
          <time dateTime={date}>{formatDay(date)}</time>
          <p>
            <CitedText>{text}</CitedText>
            <FactChips ids={facts} />
          </p>
        </li>
      ))}
    </ol>
  );
}
