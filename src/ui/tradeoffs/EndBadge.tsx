import { formatNumber } from '../text/format.ts';
import styles from './EndBadge.module.css';

/** An end's number as it stands on the chart: filled for an agreement, open for none. The words stand beside it. */
export function EndBadge({ number, agreement }: { readonly number: number; readonly agreement: boolean }) {
  return (
    <span className={styles.badge} data-agreement={agreement}>
      {formatNumber(number)}
    </span>
  );
}
