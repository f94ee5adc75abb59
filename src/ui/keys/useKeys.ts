import { useEffect, useRef } from 'react';
import { useSettings } from '../app/settings.ts';
import { KEY_TABLE, type KeyDeed } from './keyTable.ts';

/** What to do for each deed; `key` is the key that was pressed. False says that there was nothing to do. */
export type KeyHandlers = Partial<Record<KeyDeed, (key: string) => boolean | undefined>>;

const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';
/** Widgets in which arrow keys already mean something. */
const OWN_ARROWS = '[role="application"], [role="slider"]';

/** The deed that a key event asks for; none while a sheet is open, nor for a single key while somebody types or has switched them off. */
function deedOf(event: KeyboardEvent, singleKeys: boolean): KeyDeed | undefined {
  if (event.altKey || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return undefined;
    return KEY_TABLE.find(({ keys, withControl }) => withControl === true && keys.includes(event.key.toLowerCase()))
      ?.deed;
  }
  const target = event.target instanceof Element ? event.target : undefined;
  if (!singleKeys || target?.closest(TYPING) != null) return undefined;
  if (event.key.startsWith('Arrow') && target?.closest(OWN_ARROWS) != null) return undefined;
  return KEY_TABLE.find(({ keys, withControl }) => withControl === undefined && keys.includes(event.key))?.deed;
}

/** Listens for the keys of the table. A handled key does nothing else; an unhandled one is the browser's. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const { shortcuts } = useSettings();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const deed = deedOf(event, shortcuts);
      if (deed !== undefined && latest.current[deed]?.(event.key) === true) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [shortcuts]);
}
