import { useState } from 'react';
import { SEATINGS, type Seating } from '../../../../machines/workshopDeed.ts';
import { actorName, principals } from '../../../domain/actors.ts';
import { movesFrom, TABLE } from '../../../domain/chart.ts';
import { PLANS } from '../../../workshop/plans.ts';
import { useParley } from '../../app/parley.ts';
import { Stepper } from '../console/Stepper.tsx';
import type { RoomDesk } from '../roomDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Start.module.css';

/** A seed for the lots of a room. */
const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** Settles a room before its door opens: how long, where it begins, how many people, and how they sit. */
export function NewRoom({ desk }: { readonly desk: RoomDesk }) {
  const { scenario, stamp } = useParley();
  const words = usePresentWords();
  const { start } = words;
  const branches = movesFrom(scenario, TABLE);
  const [one, other] = principals(scenario);
  const [plan, setPlan] = useState(PLANS[0]?.id ?? '');
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const [people, setPeople] = useState(12);
  const [seating, setSeating] = useState<Seating>('tables');
  const [first, setFirst] = useState(one);
  const [predict, setPredict] = useState(true);
  const second = first === one ? other : one;
  const open = () =>
    desk.open({
      scenario: { id: scenario.id, stamp },
      plan,
      people,
      seating,
      sides: [first, second],
      branch,
      predict,
      seed: newSeed(),
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2>{start.new}</h2>
      <fieldset>
        <legend>{start.plan}</legend>
        <div className={styles.plans}>
          {PLANS.map(({ id, minutes }) => (
            <label key={id} className={styles.plan}>
              <input type="radio" name="plan" value={id} checked={plan === id} onChange={() => setPlan(id)} />
              <span>
                <b>{start.plans[id]?.name ?? words.agenda.minutes(minutes)}</b>
                <span>{start.plans[id]?.note}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.field}>
        {start.branch}
        <select value={branch} onChange={({ target }) => setBranch(target.value)}>
          {branches.map(({ id, meta }) => (
            <option key={id} value={id}>
              {meta.label}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.field}>
        <span>{start.people}</span>
        <Stepper
          label={start.people}
          value={people}
          least={1}
          more={words.hands.more(start.people)}
          fewer={words.hands.fewer(start.people)}
          onSet={setPeople}
          onStep={(by) => setPeople((before) => before + by)}
        />
      </div>
      <fieldset>
        <legend>{start.seating}</legend>
        {SEATINGS.map((kind) => (
          <label key={kind} className={styles.check}>
            <input
              type="radio"
              name="seating"
              value={kind}
              checked={seating === kind}
              onChange={() => setSeating(kind)}
            />
            {start.seatings[kind]}
          </label>
        ))}
      </fieldset>
      {seating === 'together' ? null : (
        <>
          <label className={styles.field}>
            {start.first}
            <select value={first} onChange={({ target }) => setFirst(target.value)}>
              {[one, other].map((actor) => (
                <option key={actor} value={actor}>
                  {actorName(scenario, actor)}
                </option>
              ))}
            </select>
          </label>
          <p className={styles.quiet}>
            {start.second}: {actorName(scenario, second)}
          </p>
        </>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={predict} onChange={({ target }) => setPredict(target.checked)} />
        {start.predict}
      </label>
      <button type="submit" className="button primary">
        {start.open}
      </button>
    </form>
  );
}
