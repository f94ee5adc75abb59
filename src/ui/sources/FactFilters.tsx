import { useRef, useState, useSyncExternalStore } from 'react';
import { useKeys } from '../keys/useKeys.ts';
import styles from './FactFilters.module.css';
import { EVERYTHING, facetCounts, isEverything, keysOf, type LedgerFilter, type LedgerRow } from './ledgerRows.ts';
import { useSourcesText } from './words.ts';

/** Where the filters have a column of their own, in step with the stylesheet. */
const WIDE = window.matchMedia('(min-width: 62rem)');
const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      WIDE.addEventListener('change', changed);
      return () => WIDE.removeEventListener('change', changed);
    },
    () => WIDE.matches,
  );

/** What to show of the ledger: a search, statuses and kinds, each with how many facts it would leave. */
export function FactFilters({
  rows,
  filter,
  onFilter,
}: {
  readonly rows: readonly LedgerRow[];
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
}) {
  const { sources, fact } = useSourcesText();
  const wide = useWide();
  const [unfolded, setUnfolded] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useKeys({
    search: () => {
      // Opened here and now, so that the field can take the focus; `onToggle` then tells the state.
      if (details.current !== null) details.current.open = true;
      search.current?.focus();
      return true;
    },
  });
  const statuses = facetCounts(rows, filter, 'status');
  const kinds = facetCounts(rows, filter, 'kind');
  return (
    <details
      ref={details}
      className={styles.filters}
      open={wide || unfolded}
      onToggle={({ currentTarget }) => {
        if (!wide) setUnfolded(currentTarget.open);
      }}
    >
      <summary>{sources.filters}</summary>
      <search className={styles.body}>
        <label className={styles.search}>
          {sources.search}
          <input
            ref={search}
            type="search"
            value={filter.words}
            placeholder={sources.searchHint}
            onChange={({ target }) => onFilter({ ...filter, words: target.value })}
          />
        </label>
        <Choices
          title={sources.status}
          options={keysOf(fact.status).map((status) => ({ value: status, label: fact.status[status] }))}
          counts={statuses}
          chosen={filter.statuses}
          onChoose={(chosen) => onFilter({ ...filter, statuses: chosen })}
        />
        <Choices
          title={sources.kind}
          options={keysOf(fact.kind).map((kind) => ({ value: kind, label: fact.kind[kind] }))}
          counts={kinds}
          chosen={filter.kinds}
          onChoose={(chosen) => onFilter({ ...filter, kinds: chosen })}
        />
        <button type="button" className="button" disabled={isEverything(filter)} onClick={() => onFilter(EVERYTHING)}>
          {sources.clear}
        </button>
      </search>
    </details>
  );
}

function Choices<Value extends string>({
  title,
  options,
  counts,
  chosen,
  onChoose,
}: {
  readonly title: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly counts: ReadonlyMap<Value, number>;
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: readonly Value[]) => void;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span>{label}</span>
          <span className={styles.count}>{counts.get(value) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
}
