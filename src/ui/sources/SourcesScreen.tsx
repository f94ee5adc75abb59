import { useEffect, useId, useMemo, useRef } from 'react';
import { useLedger } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { Boundary } from '../parts/Failure.tsx';
import parts from '../parts/parts.module.css';
import { formatDay } from '../text/format.ts';
import { Facts } from './Facts.tsx';
import { goToPart } from './goToPart.ts';
import { EVERYTHING, facetCounts, keysOf, ledgerRows } from './ledgerRows.ts';
import { Problems } from './Problems.tsx';
import styles from './SourcesScreen.module.css';
import { useSourcesText } from './words.ts';

/** Sources: what the scenario takes as known, what is wrong with its own source, and what rests on each fact. */
export function SourcesScreen({ fact }: { readonly fact: string | undefined }) {
  return (
    <Boundary fallback={<SourcesFailed />}>
      <Ledger fact={fact} />
    </Boundary>
  );
}

function Ledger({ fact }: { readonly fact: string | undefined }) {
  const { scenario } = useParley();
  const ledger = useLedger();
  const text = useSourcesText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { known, later } = useMemo(
    () => ledgerRows(ledger, scenario.actors, scenario.readingDate),
    [ledger, scenario.actors, scenario.readingDate],
  );
  const counts = facetCounts(known, EVERYTHING, 'status');
  const statuses = keysOf(text.fact.status).filter((status) => counts.has(status));
  useEffect(() => {
    if (fact !== undefined) return;
    window.scrollTo({ top: 0 });
    // A key that opened this screen leaves the focus nowhere; a tab that was pressed keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [fact]);
  const ids = { problems: useId(), facts: useId() };
  const problems = Object.keys(ledger.issues).length;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <header className={styles.head}>
        <p className="eyebrow">
          {text.stamp(formatDay(scenario.readingDate))} · {scenario.title}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {text.sources.title}
        </h1>
        <p className={styles.lead}>{text.sources.lead}</p>
        {known.length === 0 ? (
          <p>{text.sources.empty}</p>
        ) : (
          <>
            <p>
              {text.sources.summary(
                known.length,
                statuses.map((status) => text.sources.summaryPart(counts.get(status) ?? 0, text.fact.status[status])),
              )}
            </p>
            <dl className={styles.statuses}>
              {statuses.map((status) => (
                <div key={status}>
                  <dt>
                    <span className={parts.chip} data-status={status}>
                      {text.fact.status[status]}
                    </span>
                  </dt>
                  <dd>{text.sources.statusMeans[status]}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {problems === 0 || known.length === 0 ? null : (
          <nav className={styles.contents} aria-label={text.sources.onThisPage}>
            <button type="button" className="button" onClick={() => goToPart(ids.problems)}>
              {text.sources.problems} <span>{problems}</span>
            </button>
            <button type="button" className="button" onClick={() => goToPart(ids.facts)}>
              {text.sources.facts} <span>{known.length}</span>
            </button>
          </nav>
        )}
      </header>
      {problems === 0 ? null : <Problems id={ids.problems} ledger={ledger} />}
      {known.length === 0 ? null : <Facts id={ids.facts} ledger={ledger} known={known} later={later} fact={fact} />}
    </main>
  );
}

function SourcesFailed() {
  const { sources } = useSourcesText();
  return (
    <main className={styles.failed} id="main" tabIndex={-1} role="alert">
      <h1>{sources.failedTitle}</h1>
      <p>{sources.failed}</p>
      <p className={styles.contents}>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {sources.retry}
        </button>
        <button type="button" className="button" onClick={() => window.history.back()}>
          {sources.back}
        </button>
      </p>
    </main>
  );
}
