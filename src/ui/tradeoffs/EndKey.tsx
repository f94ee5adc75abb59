import { useParley } from '../app/parley.ts';
import { useText } from '../text/useText.ts';
import { branchLabel } from './branchLabel.ts';
import { EndBadge } from './EndBadge.tsx';
import styles from './EndKey.module.css';
import { endWords, type OutcomeRow } from './outcomeRows.ts';
import { useWords } from './useWords.ts';

/** The ends by number, under the branch that they belong to: the key of the chart, and another way to choose. */
export function EndKey({
  rows,
  unreached,
  selected,
  onSelect,
}: {
  readonly rows: readonly OutcomeRow[];
  /** Ends that no line reaches; empty until all lines are read. */
  readonly unreached: readonly string[];
  readonly selected: string | undefined;
  readonly onSelect: (end: string) => void;
}) {
  const { scenario } = useParley();
  const { walk } = useText();
  const { key } = useWords();
  const branches = [...new Set(rows.map(({ branch }) => branch))];
  return (
    <section className={styles.key} aria-labelledby="end-key">
      <h3 id="end-key" className="eyebrow">
        {key.title}
      </h3>
      {branches.map((branch) => (
        <div key={branch} className={styles.group}>
          <h4>{branchLabel(scenario, branch)}</h4>
          <ul>
            {rows
              .filter((row) => row.branch === branch)
              .map(({ number, end, label, agreement }) => (
                <li key={end}>
                  <button type="button" aria-pressed={end === selected} onClick={() => onSelect(end)}>
                    <EndBadge number={number} agreement={agreement} />
                    <span>
                      {label}
                      <span className="visually-hidden">, {agreement ? walk.agreement : walk.noAgreement}</span>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {unreached.length === 0 ? null : (
        <div className={styles.group}>
          <h4>{key.unreached}</h4>
          <ul className={styles.unreached}>
            {unreached.map((end) => {
              const { number, label, agreement } = endWords(scenario, end);
              return (
                <li key={end}>
                  <EndBadge number={number} agreement={agreement} /> {label}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
