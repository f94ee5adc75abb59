import { TABLE } from '../../domain/chart.ts';
import type { LineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import styles from './ConditionChoice.module.css';
import { Group, type OnView } from './Filters.tsx';
import type { TradeoffsView } from './tradeoffsView.ts';
import { useWords } from './useWords.ts';

/** The conditions that hold before the lines begin: what differs is told, and all can be chosen. */
export function ConditionChoice({
  view,
  from,
  onView,
}: {
  readonly view: TradeoffsView;
  readonly from: LineReading;
  readonly onView: OnView;
}) {
  const { scenario } = useParley();
  const { filters } = useWords();
  const here = from.positions.at(-1)?.conditions ?? {};
  const changed = Object.entries(scenario.conditions).flatMap(([id, { label, states }]) => {
    const state = view.conditions[id];
    return state === undefined || state === here[id] ? [] : [filters.condition(label, states[state]?.label ?? state)];
  });
  return (
    <Group label={filters.conditions}>
      <details className={styles.conditions}>
        <summary>
          {changed.length === 0 ? filters.asThere[from.state === TABLE ? 'table' : 'line'] : changed.join('; ')}
        </summary>
        <p>{filters.conditionsNote}</p>
        <div className={styles.grid}>
          {Object.entries(scenario.conditions).map(([id, condition]) => {
            const present = here[id] ?? condition.initial;
            return (
              <label key={id}>
                {condition.label}
                <select
                  value={view.conditions[id] ?? present}
                  onChange={({ target }) => {
                    const { [id]: _, ...others } = view.conditions;
                    onView({ conditions: target.value === present ? others : { ...others, [id]: target.value } });
                  }}
                >
                  {Object.entries(condition.states).map(([state, { label }]) => (
                    <option key={state} value={state}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            );
          })}
        </div>
      </details>
    </Group>
  );
}
