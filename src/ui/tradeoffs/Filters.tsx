import { TABLE } from '../../domain/chart.ts';
import { sameLine } from '../../domain/line.ts';
import { type LineReading, useLineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { useLine } from '../app/useStudy.ts';
import { placeLabel } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { branchLabel } from './branchLabel.ts';
import styles from './Filters.module.css';
import { branchIds, type TradeoffsView } from './tradeoffsView.ts';
import { useWords } from './useWords.ts';

/** What to show: where lines begin, through which branches, under which conditions. */
export function Filters({
  view,
  from,
  onView,
}: {
  readonly view: TradeoffsView;
  readonly from: LineReading;
  readonly onView: (change: Partial<TradeoffsView>) => void;
}) {
  const { scenario } = useParley();
  const { filters } = useWords();
  const atTable = from.state === TABLE;
  const conditions = from.positions.at(-1)?.conditions ?? {};
  const all = branchIds(scenario);
  const shown = view.branches.length === 0 ? all : view.branches;
  const choose = (branch: string, checked: boolean) => {
    const chosen = all.filter((each) => (each === branch ? checked : shown.includes(each)));
    // None would show nothing: the last one stays until another is chosen.
    if (chosen.length > 0) onView({ branches: chosen.length === all.length ? [] : chosen });
  };
  const touched = view.branches.length > 0 || view.from.length > 0 || Object.keys(view.conditions).length > 0;
  return (
    <search className={styles.filters} aria-label={filters.title}>
      <Beginnings view={view} from={from} onView={onView} />
      {atTable ? (
        <fieldset className={styles.group}>
          <legend>{filters.branches}</legend>
          {all.map((branch) => (
            <label key={branch} className={styles.choice}>
              <input
                type="checkbox"
                checked={shown.includes(branch)}
                aria-disabled={shown.length === 1 && shown[0] === branch}
                onChange={({ target }) => choose(branch, target.checked)}
              />
              {branchLabel(scenario, branch)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {from.ended ? null : (
        <fieldset className={styles.conditions}>
          <legend>{filters.conditions}</legend>
          <p className={styles.note}>{filters.conditionsNote}</p>
          {Object.entries(scenario.conditions).map(([id, condition]) => {
            const here = conditions[id] ?? condition.initial;
            return (
              <label key={id} className={styles.condition}>
                {condition.label}
                <select
                  value={view.conditions[id] ?? here}
                  onChange={({ target }) => {
                    const { [id]: _, ...others } = view.conditions;
                    onView({ conditions: target.value === here ? others : { ...others, [id]: target.value } });
                  }}
                >
                  {Object.entries(condition.states).map(([state, { label }]) => (
                    <option key={state} value={state}>
                      {state === here ? filters.asHere(label) : label}
                    </option>
                  ))}
                </select>
              </label>
            );
          })}
        </fieldset>
      )}
      <button
        type="button"
        className="button"
        aria-disabled={!touched}
        onClick={() => touched && onView({ branches: [], conditions: {}, from: [] })}
      >
        {filters.reset}
      </button>
    </search>
  );
}

/** From the table, from a line that the address names, or from where the reader stands on Walk. */
function Beginnings({
  view,
  from,
  onView,
}: {
  readonly view: TradeoffsView;
  readonly from: LineReading;
  readonly onView: (change: Partial<TradeoffsView>) => void;
}) {
  const { scenario } = useParley();
  const { walk } = useText();
  const { filters } = useWords();
  const line = useLine();
  const here = useLineReading(line);
  const place = (reading: LineReading) => placeLabel(scenario, reading.state);
  const isHere = sameLine(line, view.from);
  return (
    <fieldset className={styles.group}>
      <legend>{filters.from}</legend>
      <label className={styles.choice}>
        <input
          type="radio"
          name="from"
          checked={view.from.length === 0}
          onChange={() => onView({ from: [], conditions: {} })}
        />
        {filters.fromTable}
      </label>
      {view.from.length === 0 || isHere ? null : (
        <label className={styles.choice}>
          <input type="radio" name="from" checked readOnly />
          {filters.fromLine(place(from), walk.step(from.line.length))}
        </label>
      )}
      {line.length === 0 ? null : here.ended && !isHere ? (
        <p className={styles.note}>{filters.fromEnded}</p>
      ) : (
        <label className={styles.choice}>
          <input
            type="radio"
            name="from"
            checked={isHere}
            onChange={() => onView({ from: line, branches: [], conditions: {} })}
          />
          {filters.fromHere(place(here), walk.step(line.length))}
        </label>
      )}
    </fieldset>
  );
}
