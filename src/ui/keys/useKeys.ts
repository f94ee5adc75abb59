import { useEffect, useRef } from 'react';
import { useSettings } from '../app/settings.ts';
import { KEY_TABLE, type KeyDeed } from './keyTable.ts';

/** What to do for each deed of a table; `key` is the key that was pressed. False says that there was nothing to do. */
export type KeyHandlersOf<Deed extends string> = Partial<Record<Deed, (key: string) => boolean | undefined>>;

/** What to do for each deed of the page's own table. */
export type KeyHandlers = KeyHandlersOf<KeyDeed>;

const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';
/** Widgets in which arrow keys already mean something. */
const OWN_ARROWS = '[role="application"], [role="slider"], input[type="radio"]';
/** What Space and Enter press by themselves. */
const PRESSED = 'a[href], button, summary, input, label';

/** What a table says of a key: the deed, the keys that ask for it, and whether they are held with the control key. */
interface Binding<Deed extends string> {
  readonly deed: Deed;
  readonly keys: readonly string[];
  readonly withControl?: true;
}

/** The deed that a key event asks for; none while a sheet is open, nor for a single key while somebody types or has switched them off. */
function deedOf<Deed extends string>(
  event: KeyboardEvent,
  table: readonly Binding<Deed>[],
  singleKeys: boolean,
  pointed: Element | undefined,
): Deed | undefined {
  if (event.altKey || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return undefined;
    return table.find(({ keys, withControl }) => withControl === true && keys.includes(event.key.toLowerCase()))?.deed;
  }
  const target = event.target instanceof Element ? event.target : undefined;
  if (!singleKeys || target?.closest(TYPING) != null) return undefined;
  if (event.key.startsWith('Arrow') && target?.closest(OWN_ARROWS) != null) return undefined;
  // A button that a pointer has pressed keeps the focus, and whoever pressed it does not think of it any more.
  const button = target?.closest(PRESSED) ?? undefined;
  if ((event.key === ' ' || event.key === 'Enter') && button !== undefined && button !== pointed) return undefined;
  return table.find(({ keys, withControl }) => withControl === undefined && keys.includes(event.key))?.deed;
}

/**
 * Listens for the keys of a table. A handled key does nothing else; an unhandled one is the browser's. A screen's own table is asked before
 * the page's (`first`), so that it may give a key of the page another meaning.
 */
export function useKeyTable<Deed extends string>(
  table: readonly Binding<Deed>[],
  handlers: KeyHandlersOf<Deed>,
  first = false,
): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const { shortcuts } = useSettings();
  useEffect(() => {
    let pointed: Element | undefined;
    const point = ({ target }: PointerEvent) => {
      pointed = target instanceof Element ? (target.closest(PRESSED) ?? undefined) : undefined;
    };
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Tab') pointed = undefined;
      const deed = deedOf(event, table, shortcuts, pointed);
      if (deed !== undefined && latest.current[deed]?.(event.key) === true) event.preventDefault();
    };
    window.addEventListener('pointerdown', point, { capture: true });
    window.addEventListener('keydown', hear, { capture: first });
    return () => {
      window.removeEventListener('pointerdown', point, { capture: true });
      window.removeEventListener('keydown', hear, { capture: first });
    };
  }, [shortcuts, table, first]);
}

/** Listens for the page's own keys. */
export const useKeys = (handlers: KeyHandlers): void => useKeyTable(KEY_TABLE, handlers);
