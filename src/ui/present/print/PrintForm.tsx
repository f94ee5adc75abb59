import { actorName } from '../../../domain/actors.ts';
import { movesFrom, TABLE } from '../../../domain/chart.ts';
import { PLANS } from '../../../workshop/plans.ts';
import { useParley } from '../../app/parley.ts';
import { Stepper } from '../console/Stepper.tsx';
import { usePresentWords } from '../words.ts';
import { PACK_PARTS, type PrintChoices, toggled } from './choices.ts';
import styles from './PrintScreen.module.css';
import { vantagePoints } from './roles.ts';
import { usePrintWords } from './usePrintWords.ts';

/** What is to be printed, and for which plan. */
export function PrintForm({
  choices,
  onChange,
}: {
  readonly choices: PrintChoices;
  readonly onChange: (choices: PrintChoices) => void;
}) {
  const { scenario } = useParley();
  const words = usePrintWords();
  const { start, agenda } = usePresentWords();
  const { plan, branch, actors, copies, parts } = choices;
  const setCopies = (next: number) => onChange({ ...choices, copies: Math.min(Math.max(1, next), MOST_COPIES) });
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <label>
        {words.plan}
        <select value={plan} onChange={({ target }) => onChange({ ...choices, plan: target.value })}>
          {PLANS.map(({ id, minutes }) => (
            <option key={id} value={id}>
              {start.plans[id]?.name ?? agenda.minutes(minutes)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.branch}
        <select value={branch} onChange={({ target }) => onChange({ ...choices, branch: target.value })}>
          {movesFrom(scenario, TABLE).map(({ id, meta }) => (
            <option key={id} value={id}>
              {meta.label}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.copies}>
        <span>{words.copies}</span>
        <Stepper
          label={words.copies}
          value={copies}
          least={1}
          more={words.moreCopies}
          fewer={words.fewerCopies}
          onSet={setCopies}
          onStep={(by) => setCopies(copies + by)}
        />
      </div>
      <fieldset>
        <legend>{words.what}</legend>
        {PACK_PARTS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={() => onChange({ ...choices, parts: toggled(PACK_PARTS, parts, part) })}
            />
            {words.parts[part]}
          </label>
        ))}
      </fieldset>
      <fieldset disabled={!parts.includes('roles')}>
        <legend>{words.vantage}</legend>
        {vantagePoints(scenario).map((actor) => (
          <label key={actor}>
            <input
              type="checkbox"
              checked={actors.includes(actor)}
              onChange={() => onChange({ ...choices, actors: toggled(vantagePoints(scenario), actors, actor) })}
            />
            {actorName(scenario, actor)}
          </label>
        ))}
      </fieldset>
    </form>
  );
}

/** More ballots than this come from a copier: the preview would only grow heavy. */
const MOST_COPIES = 200;
