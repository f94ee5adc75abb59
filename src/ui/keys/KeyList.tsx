import styles from './KeyHelp.module.css';

/** A key, or several, and what they do. */
export interface KeyRow {
  readonly deed: string;
  /** How a list writes the keys. */
  readonly shown: readonly string[];
  readonly says: string;
  /** Whether `shown` are the ends of a range rather than keys held together. */
  readonly isRange: boolean;
}

/** Keys under a heading. */
export function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  return (
    <section>
      <h3 className="eyebrow">{title}</h3>
      <dl className={styles.keys}>
        {rows.map(({ deed, shown, says, isRange }) => (
          <div key={deed}>
            <dt>
              {shown.map((key, index) => (
                <span key={key}>
                  {index > 0 ? (isRange ? '–' : ' + ') : ''}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
