import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './charts.module.css';
import type { RowFrame } from './rowFrame.ts';

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** A row as a button says it. */
export interface RowButton {
  readonly id: string;
  /** Its place among the rows of the chart. */
  readonly at: number;
  /** The whole row in a sentence. */
  readonly says: string;
}

/** A button over each row of a chart. One stop for Tab; arrows walk along the rows, Enter opens what the row rests on. */
export function RowButtons({
  rows,
  frame,
  label,
  onPick,
}: {
  readonly rows: readonly RowButton[];
  readonly frame: RowFrame;
  /** What the buttons are, and which keys walk among them. */
  readonly label: string;
  readonly onPick: (id: string) => void;
}) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [stop, setStop] = useState(0);
  const last = rows.length - 1;
  const walk = (event: KeyboardEvent) => {
    const to = MOVES[event.key]?.(Math.min(stop, last), last);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.current[Math.min(last, Math.max(0, to))]?.focus();
  };
  return (
    <div role="toolbar" aria-label={label} aria-orientation="vertical" className={styles.rows} onKeyDown={walk}>
      {rows.map(({ id, at: row, says }, at) => (
        <button
          key={id}
          ref={(button) => {
            buttons.current[at] = button;
          }}
          type="button"
          tabIndex={at === Math.min(stop, last) ? 0 : -1}
          style={{ top: row * frame.rowHeight, height: frame.rowHeight }}
          aria-label={says}
          onFocus={() => setStop(at)}
          onClick={() => onPick(id)}
        />
      ))}
    </div>
  );
}
