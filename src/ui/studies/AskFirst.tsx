import { useEffect, useRef, useState } from 'react';
import styles from './StudiesScreen.module.css';
import { useStudyWords } from './useStudyWords.ts';

/** A button whose deed cannot be undone: it asks first, with the harmless answer under the finger. */
export function AskFirst({
  button,
  label,
  question,
  onYes,
}: {
  readonly button: string;
  readonly label: string;
  readonly question: string;
  readonly onYes: () => void;
}) {
  const words = useStudyWords();
  const [asking, setAsking] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) no.current?.focus();
    else if (asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button ref={opener} type="button" className="button" aria-label={label} onClick={() => setAsking(true)}>
        {button}
      </button>
    );
  return (
    <div
      className={styles.ask}
      role="alertdialog"
      aria-label={question}
      onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}
    >
      <p>{question}</p>
      <button ref={no} type="button" className="button" onClick={() => setAsking(false)}>
        {words.deleteNo}
      </button>
      <button type="button" className="button" onClick={onYes}>
        {words.deleteYes}
      </button>
    </div>
  );
}
