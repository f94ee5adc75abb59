import { labelOf } from '../../../domain/chart.ts';
import { isShock } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** The line of the present round. A step leads back to the decision before it. */
export function LinePanel({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const words = usePresentWords();
  const round = view.rounds.at(-1);
  const canRewind = view.can['compare.begin'] || view.phase === 'compare';
  const put = new Set(round?.decisions.filter(({ votes }) => votes.length > 0).map(({ line }) => line.length));
  return (
    <section>
      <h2>{words.line.title}</h2>
      {round === undefined ? (
        <p className={styles.note}>{words.line.empty}</p>
      ) : (
        <ol className={styles.line}>
          {round.line.map((move, index) => {
            const label = labelOf(scenario, move);
            const leads = index >= round.start && canRewind && view.phase !== 'rewound';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the line.
              <li key={index}>
                <button
                  type="button"
                  disabled={!leads}
                  aria-label={leads ? words.line.rewind(label) : label}
                  aria-current={view.rewound === index ? 'step' : undefined}
                  onClick={() => send({ type: 'line.rewind', length: index })}
                >
                  <span>{index + 1}</span>
                  <span>
                    {label}
                    {isShock(move) ? ` · ${words.line.shock}` : put.has(index) ? ` · ${words.line.put}` : ''}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {view.phase === 'rewound' ? (
        <button type="button" className="button" onClick={() => send({ type: 'line.keep' })}>
          {words.line.keep}
        </button>
      ) : null}
    </section>
  );
}
