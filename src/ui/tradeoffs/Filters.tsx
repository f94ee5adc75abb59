import { type ReactNode, useId } from 'react';
import { actorName, principals } from '../../domain/actors.ts';
import { TABLE } from '../../domain/chart.ts';
import type { LineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { Beginnings } from './Beginnings.tsx';
import { branchLabel } from './branchLabel.ts';
import { ConditionChoice } from './ConditionChoice.tsx';
import styles from './Filters.module.css';
import { branchIds, REPRESENTATIVES, type Representative, type TradeoffsView } from './tradeoffsView.ts';
import { useWords } from './useWords.ts';

/** How a choice changes the view. */
export type OnView = (change: Partial<TradeoffsView>) => void;

/** What to show: lines through which branches, from where, under which conditions, and which line stands for an end. */
export function Filters({
  view,
  from,
  onView,
}: {
  readonly view: TradeoffsView;
  readonly from: LineReading;
  readonly onView: OnView;
}) {
  const { scenario } = useParley();
  const { filters, by } = useWords();
  const touched = view.branches.length > 0 || view.from.length > 0 || Object.keys(view.conditions).length > 0;
  const name = (each: Representative) =>
    each === 'shortest' ? by.shortest : by.best(actorName(scenario, principals(scenario)[each === 'first' ? 0 : 1]));
  return (
    <search className={styles.filters} aria-label={filters.title}>
      {from.state === TABLE ? <Branches view={view} onView={onView} /> : null}
      <Beginnings view={view} from={from} onView={onView} />
      {from.ended || Object.keys(scenario.conditions).length === 0 ? null : (
        <ConditionChoice view={view} from={from} onView={onView} />
      )}
      <Group label={by.label}>
        {REPRESENTATIVES.map((each) => (
          <label key={each}>
            <input type="radio" name="by" checked={view.by === each} onChange={() => onView({ by: each })} />
            {name(each)}
          </label>
        ))}
      </Group>
      {touched ? (
        <button
          type="button"
          className={`button ${styles.reset}`}
          onClick={() => onView({ branches: [], conditions: {}, from: [] })}
        >
          {filters.reset}
        </button>
      ) : null}
    </search>
  );
}

/** One choice of the filters, its name beside it. */
export function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset cannot stand beside its choices.
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id}>{label}</p>
      <div className={styles.choices}>{children}</div>
    </div>
  );
}

function Branches({ view, onView }: { readonly view: TradeoffsView; readonly onView: OnView }) {
  const { scenario } = useParley();
  const { filters } = useWords();
  const all = branchIds(scenario);
  const shown = view.branches.length === 0 ? all : view.branches;
  const choose = (branch: string, checked: boolean) => {
    const chosen = all.filter((each) => (each === branch ? checked : shown.includes(each)));
    // None would show nothing: the last one stays until another is chosen.
    if (chosen.length > 0) onView({ branches: chosen.length === all.length ? [] : chosen });
  };
  return (
    <Group label={filters.branches}>
      {all.map((branch) => (
        <label key={branch}>
          <input
            type="checkbox"
            checked={shown.includes(branch)}
            aria-disabled={shown.length === 1 && shown[0] === branch}
            onChange={({ target }) => choose(branch, target.checked)}
          />
          {branchLabel(scenario, branch)}
        </label>
      ))}
    </Group>
  );
}
