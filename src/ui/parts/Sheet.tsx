import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../text/useText.ts';
import styles from './parts.module.css';

/** A sheet at the side of the page: Escape, the button or a tap beside it closes it, and focus returns to where it was. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const text = useText();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is a convenience for a pointer; Escape and the button do the same.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className={styles.sheetBody}>
        <div className={styles.sheetHead}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {text.basis.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
