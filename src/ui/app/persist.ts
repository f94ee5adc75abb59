/** What a browser may refuse to do, as a private window does: then nothing happens. */
export function withoutRefusal<Value>(attempt: () => Value): Value | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

const ASKED = 'parley asked to persist';
let asked = false;

/**
 * Asks the browser, once on this device, not to clear away what was kept when it needs room. Chromium and Safari answer by themselves;
 * Firefox asks the reader.
 */
export function askToPersist(): void {
  if (asked) return;
  asked = true;
  if (withoutRefusal(() => localStorage.getItem(ASKED)) != null) return;
  withoutRefusal(() => localStorage.setItem(ASKED, 'yes'));
  withoutRefusal(() => navigator.storage?.persist?.().catch(() => false));
}
