import { useParley } from '../app/parley.ts';
import { useText } from '../text/useText.ts';
import styles from './parts.module.css';

/** The address of a fact on the Sources screen. */
export const factAddress = (id: string): string => `#/sources/${id}`;

/** A fact's number, with its status in look and name; it leads to the fact on the Sources screen. */
export function FactChip({ id }: { readonly id: string }) {
  const { scenario } = useParley();
  const text = useText();
  const status = scenario.facts[id]?.status ?? 'not checked';
  return (
    <a
      className={styles.chip}
      data-status={status}
      href={factAddress(id)}
      aria-label={text.fact.open(id, text.fact.status[status])}
    >
      {id}
    </a>
  );
}

/** Several chips in a row. */
export function FactChips({ ids }: { readonly ids: readonly string[] | undefined }) {
  return ids?.map((id) => (
    <span key={id}>
      {' '}
      <FactChip id={id} />
    </span>
  ));
}
