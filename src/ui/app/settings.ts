import { useSyncExternalStore } from 'react';

/** How this reader has the page: kept on this device. */
export interface Settings {
  readonly dark: boolean;
  /** Everything larger, for a room. */
  readonly projector: boolean;
  /** Single-key shortcuts are on. */
  readonly shortcuts: boolean;
  /** Options show what they would do to leverage before anybody plays them. */
  readonly preview: boolean;
}

const KEY = 'parley settings';
const prefersDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;
const defaults = (): Settings => ({ dark: prefersDark(), projector: false, shortcuts: true, preview: true });

let current: Settings | undefined;
const listeners = new Set<() => void>();

function read(): Settings {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const known = Object.entries(saved as object).filter(
      ([key, value]) => key in defaults() && typeof value === 'boolean',
    );
    return { ...defaults(), ...Object.fromEntries(known) };
  } catch {
    // A browser that keeps nothing, or a damaged entry: the defaults serve.
    return defaults();
  }
}

function show({ dark, projector }: Settings): void {
  const { dataset } = document.documentElement;
  dataset.theme = dark ? 'dark' : 'light';
  dataset.size = projector ? 'projector' : 'page';
}

/** Shows the page as this reader had it, before anything is drawn. */
export function restoreSettings(): void {
  current = read();
  show(current);
}

/** Changes some settings and keeps them. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...(current ?? read()), ...change };
  show(current);
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

/** The settings, re-read when they change. */
export const useSettings = (): Settings =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => {
      current ??= read();
      return current;
    },
  );
