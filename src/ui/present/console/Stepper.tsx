import { useEffect, useState } from 'react';
import styles from './Hands.module.css';

/** A whole number that is typed, or stepped with two buttons. Typed figures count once the field is left or Enter is pressed. */
export function Stepper({
  id,
  label,
  value,
  least = 0,
  more,
  fewer,
  onSet,
  onStep,
}: {
  readonly id?: string;
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly more: string;
  readonly fewer: string;
  readonly onSet: (value: number) => void;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const commit = () => {
    const next = Number(typed);
    if (typed.trim() === '' || !Number.isSafeInteger(next) || next < least) setTyped(String(value));
    else if (next !== value) onSet(next);
  };
  return (
    <span className={styles.stepper}>
      <button type="button" aria-label={fewer} disabled={value <= least} onClick={() => onStep(-1)}>
        −
      </button>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        step={1}
        aria-label={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
        onFocus={({ target }) => target.select()}
      />
      <button type="button" aria-label={more} onClick={() => onStep(1)}>
        +
      </button>
    </span>
  );
}
