import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import styles from './charts.module.css';
import type { ChartActor, LeverageRow } from './leverageRows.ts';
import type { PlotFrame } from './plotFrame.ts';
import { valuesSentence } from './words.ts';

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** A button over each step of a plot: a click or Enter picks the step. One stop for Tab; arrows walk along the steps. */
export function StepButtons({
  rows,
  actors,
  current,
  onPick,
  frame,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly current: number;
  readonly onPick: (step: number) => void;
  readonly frame: PlotFrame;
}) {
  const { charts } = useText();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [focused, setFocused] = useState<number>();
  const last = rows.length - 1;
  const stop = Math.min(focused ?? current, last);
  const walk = (event: KeyboardEvent) => {
    const to = MOVES[event.key]?.(stop, last);
    if (to === undefined) return;
    event.preventDefault();
    buttons.current[Math.min(last, Math.max(0, to))]?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={charts.steps}
      className={styles.steps}
      style={{ top: frame.top, right: frame.right, bottom: frame.bottom, left: frame.left }}
      onKeyDown={walk}
      onBlur={() => setFocused(undefined)}
    >
      {rows.map((row, at) => (
        <button
          key={row.step}
          ref={(button) => {
            buttons.current[at] = button;
          }}
          type="button"
          tabIndex={at === stop ? 0 : -1}
          aria-current={row.step === current ? 'step' : undefined}
          aria-label={valuesSentence(charts, row, actors)}
          onFocus={() => setFocused(at)}
          onClick={() => onPick(row.step)}
        />
      ))}
    </div>
  );
}
