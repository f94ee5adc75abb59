import { useEffect, useMemo, useState } from 'react';
import type { SplitScenario } from '../../domain/prose.ts';
import { useParley } from '../app/parley.ts';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { entryId, FactEntry } from './FactEntry.tsx';
import { FactFilters } from './FactFilters.tsx';
import styles from './Facts.module.css';
import { goToPart } from './goToPart.ts';
import { bySection, EVERYTHING, filterRows, type LedgerRow } from './ledgerRows.ts';

/** The facts known at the reading date, by section of the source, with what to show of them. */
export function Facts({
  id,
  ledger,
  known,
  later,
  fact,
}: {
  readonly id: string;
  readonly ledger: SplitScenario['ledger'];
  readonly known: readonly LedgerRow[];
  readonly later: readonly string[];
  /** The fact that the address names. */
  readonly fact: string | undefined;
}) {
  const { scenario } = useParley();
  const { sources } = useText();
  const [filter, setFilter] = useState(EVERYTHING);
  const [named, setNamed] = useState(fact);
  const shown = filterRows(known, filter);
  if (fact !== named) {
    setNamed(fact);
    // A chip may name a fact that the present filter hides.
    if (fact !== undefined && !shown.some((row) => row.id === fact)) setFilter(EVERYTHING);
  }
  useEffect(() => {
    if (fact !== undefined) goToPart(entryId(fact));
  }, [fact]);
  const problemsOf = useMemo(() => problemsByFact(ledger.issues), [ledger.issues]);
  const date = formatDay(scenario.readingDate);
  const missing = fact !== undefined && !known.some((row) => row.id === fact);
  return (
    <section className={styles.facts} aria-labelledby={id}>
      <div className={styles.margin}>
        <h2 id={id} tabIndex={-1}>
          {sources.facts}
        </h2>
        <FactFilters rows={known} filter={filter} onFilter={setFilter} />
      </div>
      <div className={styles.list}>
        {missing ? (
          <p className={styles.notice} id={entryId(fact)} tabIndex={-1}>
            {later.includes(fact) ? sources.laterAsked(fact, date) : sources.unknown(fact)}
          </p>
        ) : null}
        <p role="status" className={styles.shown}>
          {sources.shown(shown.length, known.length)}
        </p>
        {shown.length === 0 ? (
          <div className={styles.none}>
            <p>{sources.none}</p>
            <p>{sources.noneHint}</p>
            <button type="button" className="button" onClick={() => setFilter(EVERYTHING)}>
              {sources.clear}
            </button>
          </div>
        ) : null}
        {[...bySection(shown)].map(([section, rows]) => (
          <section key={section ?? ''}>
            <h3 className="eyebrow">{section ?? sources.noSection}</h3>
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <FactEntry
                    row={row}
                    ledger={ledger}
                    problems={problemsOf.get(row.id) ?? []}
                    named={row.id === fact}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {later.length === 0 ? null : <p className={styles.later}>{sources.later(later.length, date)}</p>}
      </div>
    </section>
  );
}

function problemsByFact(issues: SplitScenario['ledger']['issues']): ReadonlyMap<string, readonly string[]> {
  const problems = new Map<string, readonly string[]>();
  for (const [issue, { facts }] of Object.entries(issues)) {
    for (const fact of facts ?? []) problems.set(fact, [...(problems.get(fact) ?? []), issue]);
  }
  return problems;
}
