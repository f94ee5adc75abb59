import { otherStamp } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import { formatMoment } from '../text/format.ts';
import styles from './StudyList.module.css';
import type { StudyRow } from './useStudies.ts';
import { useStudyWords } from './useStudyWords.ts';

/** The reader's studies, each a button that opens it. */
export function StudyList({
  rows,
  open,
  onOpen,
}: {
  readonly rows: readonly StudyRow[];
  readonly open: string;
  readonly onOpen: (row: StudyRow) => void;
}) {
  const { stamp } = useParley();
  const words = useStudyWords();
  const whenOf = ({ id, opened }: StudyRow): string => {
    if (id === open) return words.openNow;
    return opened === undefined ? words.neverOpened : words.opened(formatMoment(opened));
  };
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const other = otherStamp(row.study, stamp);
        return (
          <li key={row.id}>
            <button
              type="button"
              className={styles.study}
              aria-current={row.id === open ? 'true' : undefined}
              onClick={() => onOpen(row)}
            >
              <span className={styles.name}>{row.name || words.unnamed}</span>
              <span className={styles.fact}>{words.counts(row.chapters, row.steps)}</span>
              <span className={styles.fact}>{whenOf(row)}</span>
              {other === undefined ? null : <span className={styles.fact}>{words.madeWith(other)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
