import { useEffect, useId, useRef, useState } from 'react';
import styles from './Console.module.css';

/** Milliseconds without a key after which a note is kept. */
const PAUSE = 600;

/** A text that is kept as it is written: after a pause, and when the field is left. */
export function NoteField({
  id,
  label,
  hint,
  value,
  onWrite,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const hintId = useId();
  const latest = useRef({ text, value, onWrite });
  latest.current = { text, value, onWrite };
  const keep = () => {
    const now = latest.current;
    if (now.text !== now.value) now.onWrite(now.text);
  };
  // An undo, or another window, may change what was kept; what is being written stays.
  useEffect(() => {
    if (document.activeElement?.id !== id) setText(value);
  }, [value, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew.
  useEffect(() => {
    const waiting = setTimeout(keep, PAUSE);
    return () => clearTimeout(waiting);
  }, [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written is kept when the field goes away.
  useEffect(() => keep, []);
  return (
    <div className={styles.field}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        value={text}
        aria-describedby={hintId}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
      />
      <p id={hintId} className={styles.note}>
        {hint}
      </p>
    </div>
  );
}
