import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './MarkButtons.module.css';
import type { Spot } from './placeBadges.ts';
import { useWords } from './useWords.ts';

/** A mark as somebody chooses it. */
export interface MarkChoice {
  readonly id: string;
  readonly name: string;
  readonly at: Spot;
  readonly selected: boolean;
  readonly choose: () => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** A button over each mark: one stop for Tab, arrows walk along them. Dots of the frontier are for the pointer; a list has them too. */
export function MarkButtons({
  marks,
  dots,
}: {
  readonly marks: readonly MarkChoice[];
  readonly dots: readonly Omit<MarkChoice, 'selected'>[];
}) {
  const { plot } = useWords();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [focused, setFocused] = useState<number>();
  const last = marks.length - 1;
  const chosen = marks.findIndex(({ selected }) => selected);
  const stop = Math.min(focused ?? Math.max(0, chosen), last);
  const walk = (event: KeyboardEvent) => {
    const to = STEPS[event.key]?.(stop, last);
    if (to === undefined) return;
    event.preventDefault();
    buttons.current[Math.min(last, Math.max(0, to))]?.focus();
  };
  return (
    <>
      {dots.map(({ id, name, at, choose }) => (
        <button
          key={id}
          type="button"
          className={styles.dot}
          style={{ left: at.x, top: at.y }}
          tabIndex={-1}
          aria-hidden="true"
          title={name}
          onClick={choose}
        />
      ))}
      <div role="toolbar" aria-label={plot.marks} onKeyDown={walk} onBlur={() => setFocused(undefined)}>
        {marks.map(({ id, name, at, selected, choose }, index) => (
          <button
            key={id}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            className={styles.mark}
            style={{ left: at.x, top: at.y }}
            tabIndex={index === stop ? 0 : -1}
            aria-label={name}
            aria-pressed={selected}
            title={name}
            onFocus={() => setFocused(index)}
            onClick={choose}
          />
        ))}
      </div>
    </>
  );
}
