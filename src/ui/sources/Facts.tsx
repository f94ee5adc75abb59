import { useEffect, useMemo, useState } from 'react';
import type { SplitScenario } from '../../domain/prose.ts';
import { useParley } from '../app/parley.ts';
import { formatDay } from '../text/format.ts';
import { entryId, FactEntry } from './FactEntry.tsx';
import { FactFilters } from './FactFilters.tsx';
import styles from './Facts.module.css';
import { goToPart } from './goToPart.ts';
import { LaterFact } from './LaterFact.tsx';
import { bySection, EVERYTHING, filterRows, type LedgerRow } from './ledgerRows.ts';
import { loadReliances } from './loadReliances.ts';
import { useSourcesText } from './words.ts';

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
  const parley = useParley();
  const { sources } = useSourcesText();
  const [filter, setFilter] = useState(EVERYTHING);
  const [named, setNamed] = useState(fact);
  const [reliances] = useState(() => loadReliances(parley));
  const shown = new Set(filterRows(known, filter).map((row) => row.id));
  const sections = useMemo(() => [...bySection(known)], [known]);
  if (fact !== named) {
    setNamed(fact);
    // A chip may name a fact that the present filter hides.
    if (fact !== undefined && !shown.has(fact)) setFilter(EVERYTHING);
  }
  useEffect(() => {
    if (fact !== undefined) goToPart(entryId(fact));
  }, [fact]);
  const problemsOf = useMemo(() => problemsByFact(ledger.issues), [ledger.issues]);
  const date = formatDay(parley.scenario.readingDate);
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
        {missing && later.includes(fact) ? (
          <LaterFact key={fact} id={fact} ledger={ledger} reliances={reliances} />
        ) : null}
        {missing && !later.includes(fact) ? (
          <p className={styles.notice} id={entryId(fact)} tabIndex={-1}>
            {sources.unknown(fact)}
          </p>
        ) : null}
        <p role="status" className={styles.shown}>
          {sources.shown(shown.size, known.length)}
        </p>
        {shown.size === 0 ? (
          <div className={styles.none}>
            <p>{sources.none}</p>
            <p>{sources.noneHint}</p>
            <button type="button" className="button" onClick={() => setFilter(EVERYTHING)}>
              {sources.clear}
            </button>
          </div>
        ) : null}
        {sections.map(([section, rows]) => (
          // What a filter leaves out is hidden and not taken away: typing stays quick, and what was unfolded stays so.
          <section key={section ?? ''} hidden={!rows.some((row) => shown.has(row.id))}>
            <h3 className="eyebrow">{section ?? sources.noSection}</h3>
            <ul>
              {rows.map((row) => (
                <li key={row.id} hidden={!shown.has(row.id)}>
                  <FactEntry
                    row={row}
                    ledger={ledger}
                    problems={problemsOf.get(row.id) ?? NONE}
                    reliances={reliances}
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

const NONE: readonly string[] = [];

function problemsByFact(issues: SplitScenario['ledger']['issues']): ReadonlyMap<string, readonly string[]> {
  const problems = new Map<string, readonly string[]>();
  for (const [issue, { facts }] of Object.entries(issues)) {
    for (const fact of facts ?? []) problems.set(fact, [...(problems.get(fact) ?? []), issue]);
  }
  return problems;
}
