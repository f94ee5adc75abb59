import type { ReactNode } from 'react';
import { useParley } from '../../app/parley.ts';
import { provenance } from '../../app/provenance.ts';
import { useText } from '../../text/useText.ts';
import styles from './Print.module.css';

/** One sheet of paper: what it says, and at its foot where that comes from. */
export function Sheet({
  label,
  landscape = false,
  children,
}: {
  readonly label: string;
  readonly landscape?: boolean;
  readonly children: ReactNode;
}) {
  const parley = useParley();
  const text = useText();
  return (
    <article className={styles.sheet} data-landscape={landscape} aria-label={label}>
      <div className={styles.body}>{children}</div>
      <footer className={styles.foot}>{provenance(parley, text).join(' ')}</footer>
    </article>
  );
}
