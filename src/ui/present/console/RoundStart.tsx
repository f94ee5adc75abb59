import { movesFrom, TABLE } from '../../../domain/chart.ts';
import { shockId } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import { useConditions } from './useConditions.ts';

/** Before a round: the conditions that it begins in, and the branch. */
export function RoundStart({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const words = usePresentWords();
  const present = useConditions(view);
  const branch =
    view.next.ready && view.next.command.type === 'round.begin' ? view.next.command.branch : view.setup.branch;
  return (
    <>
      <section className={`${styles.part} ${styles.cards}`}>
        <h2>{words.inject.title}</h2>
        {Object.entries(scenario.conditions).map(([id, condition]) => (
          <div key={id}>
            <p>{condition.label}</p>
            <div className={styles.row}>
              {Object.entries(condition.states).map(([state, { label }]) => {
                const isNow = (present[id] ?? condition.initial) === state;
                return (
                  <button
                    key={state}
                    type="button"
                    className="button"
                    aria-pressed={isNow}
                    aria-label={words.inject.set(`${condition.label}: ${label}`)}
                    onClick={() => (isNow ? undefined : send({ type: 'condition.set', shock: shockId(id, state) }))}
                  >
                    {label}
                  </button>
                );
              })}
            </div>
          </div>
        ))}
      </section>
      <section className={styles.part}>
        <label className={styles.field}>
          {words.round.branch}
          <select value={branch} onChange={({ target }) => send({ type: 'branch.choose', branch: target.value })}>
            {movesFrom(scenario, TABLE).map(({ id, meta }) => (
              <option key={id} value={id}>
                {meta.label}
              </option>
            ))}
          </select>
        </label>
      </section>
    </>
  );
}
