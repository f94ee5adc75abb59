import { KeyHint } from '../../parts/KeyHint.tsx';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** What can be done in every phase. A button with nothing left to do keeps the focus. */
export function StandingControls({
  console: { view, send },
  onHelp,
  onLeave,
}: {
  readonly console: Console;
  readonly onHelp: () => void;
  readonly onLeave: () => void;
}) {
  const { controls } = usePresentWords();
  const buttons = [
    { label: controls.back, key: '←', can: view.can['step.back'], command: { type: 'step.back' } },
    { label: controls.skip, key: 'K', can: view.can['part.skip'], command: { type: 'part.skip' } },
    { label: controls.undo, key: 'Z', can: view.canUndo, command: { type: 'undo' } },
    { label: controls.redo, key: '⇧Z', can: view.canRedo, command: { type: 'redo' } },
  ] as const;
  return (
    <div className={styles.standing}>
      {buttons.map(({ label, key, can, command }) => (
        <button
          key={label}
          type="button"
          className="button"
          aria-disabled={!can}
          onClick={() => (can ? send(command) : undefined)}
        >
          {label} <KeyHint>{key}</KeyHint>
        </button>
      ))}
      <button type="button" className="button" onClick={onHelp}>
        {controls.keys} <KeyHint>?</KeyHint>
      </button>
      <button type="button" className="button" onClick={onLeave}>
        {controls.leave}
      </button>
    </div>
  );
}
