import type { Outcome } from '../../analysis/outcomes.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey, sameLine } from '../../domain/line.ts';
import { useParley } from '../app/parley.ts';
import { EndBadge } from './EndBadge.tsx';
import styles from './FrontierList.module.css';
import { endWords } from './outcomeRows.ts';
import { useWords } from './useWords.ts';

/** The outcomes on the frontier in its order, from the least to the most for the first principal: each leads to its line. */
export function FrontierList({
  outcomes,
  payoffs,
  selected,
  onSelect,
}: {
  readonly outcomes: readonly Outcome[];
  readonly payoffs: (outcome: Outcome) => readonly string[];
  readonly selected: Line | undefined;
  readonly onSelect: (line: Line) => void;
}) {
  const { scenario } = useParley();
  const { frontier } = useWords();
  if (outcomes.length === 0) return null;
  return (
    <details className={styles.list}>
      <summary>{frontier.title(outcomes.length)}</summary>
      <ol>
        {outcomes.map((outcome) => {
          const { number, label, agreement } = endWords(scenario, outcome.end);
          return (
            <li key={`${outcome.end} ${lineKey(outcome.line)}`}>
              <button
                type="button"
                aria-pressed={selected !== undefined && sameLine(selected, outcome.line)}
                onClick={() => onSelect(outcome.line)}
              >
                <EndBadge number={number} agreement={agreement} />
                <span>
                  {label}
                  <small>{payoffs(outcome).join(' · ')}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
