import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';

/** Milliseconds without a key after which a text is kept. */
const PAUSE = 1000;

/** A text of the reader's that is kept when the field is left, and on every pause in between, as one thing to undo. */
export function KeptText({
  id,
  value,
  onChange,
  hint,
  rows,
  label,
  wraps,
}: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint: string;
  /** Lines of a longer text; one line without. */
  readonly rows?: number;
  /** One line that may wrap: a long name is read whole on a phone. */
  readonly wraps?: true;
  /** Names the field where no label beside it does. */
  readonly label?: string;
}) {
  const [draft, setDraft] = useState(value);
  const [kept, setKept] = useState(value);
  // What another tab or an undo wrote replaces a draft that was already kept, never one in the making. (A name is kept trimmed.)
  if (value !== kept) {
    setKept(value);
    if (draft.trim() === kept.trim()) setDraft(value);
  }
  const keep = () => {
    if (draft !== value) onChange(draft);
  };
  const keepLater = useEffectEvent(keep);
  useEffect(() => {
    if (draft === value) return;
    const pause = setTimeout(keepLater, PAUSE);
    return () => clearTimeout(pause);
  }, [draft, value]);
  useEffect(() => {
    // A page that is closed, or a step that is left, takes nothing with it.
    const leave = () => keepLater();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const shared = {
    id,
    value: draft,
    placeholder: hint,
    'aria-label': label,
    onChange: ({ target }: { target: { value: string } }) => setDraft(target.value),
    onBlur: keep,
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    keep();
  };
  if (wraps)
    return (
      <textarea
        rows={1}
        {...shared}
        onChange={({ target }) => setDraft(target.value.replaceAll(/\s*\n\s*/g, ' '))}
        onKeyDown={enter}
      />
    );
  return rows === undefined ? (
    <input type="text" {...shared} onKeyDown={enter} />
  ) : (
    <textarea rows={rows} {...shared} />
  );
}
