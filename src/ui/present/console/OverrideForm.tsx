import { useId, useState } from 'react';
import { labelOf } from '../../../domain/chart.ts';
import type { Line } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import { OVERRIDE_ID } from './ids.ts';

/** A decision against the count, or where it is level. It needs a reason, which the room is shown. */
export function OverrideForm({ options, send }: { readonly options: Line; readonly send: Console['send'] }) {
  const { scenario } = useParley();
  const { override: words } = usePresentWords();
  const hint = useId();
  const [move, setMove] = useState(options[0] ?? '');
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: 'decision.override', move, reason });
      }}
    >
      <h2>{words.title}</h2>
      <p className={styles.note}>{words.note}</p>
      <label className={styles.field}>
        {words.move}
        <select id={OVERRIDE_ID} value={move} onChange={({ target }) => setMove(target.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {labelOf(scenario, option)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {words.reason}
        <input
          value={reason}
          maxLength={400}
          aria-describedby={hint}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p id={hint} className={styles.note}>
        {words.reasonHint}
      </p>
      <p className={styles.row}>
        <button type="submit" className="button">
          {words.button}
        </button>
      </p>
    </form>
  );
}
