import { useHashLocation } from 'wouter/use-hash-location';
import { formatAddress } from '../app/address.ts';
import type { BarScreen } from '../app/Bar.tsx';
import { useParley } from '../app/parley.ts';
import { changeSettings } from '../app/settings.ts';
import type { Action, EntryDeed } from './entries.ts';

/** Does what an entry says: the same events, addresses and settings that the page's own buttons use. */
export function useDeeds({
  to,
  onCopy,
  onShow,
}: {
  readonly to: Readonly<Record<BarScreen, string>>;
  readonly onCopy: () => void;
  readonly onShow: (sheet: 'keys' | 'about') => void;
}): (deed: EntryDeed) => void {
  const { study, stamp } = useParley();
  const [, navigate] = useHashLocation();
  const actions: Readonly<Record<Action, () => void>> = {
    copy: onCopy,
    dark: () => changeSettings({ dark: true }),
    light: () => changeSettings({ dark: false }),
    large: () => changeSettings({ projector: true }),
    normal: () => changeSettings({ projector: false }),
    undo: () => study.send({ type: 'study.undo' }),
    redo: () => study.send({ type: 'study.redo' }),
    first: () => study.send({ type: 'study.first' }),
    keys: () => onShow('keys'),
    about: () => onShow('about'),
  };
  const go = (route: string) => {
    // The focus goes to the heading of the screen that comes, not to the button that opened the palette.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    navigate(route);
  };
  return (deed) => {
    switch (deed.kind) {
      case 'screen':
        return go(to[deed.screen]);
      case 'open':
        return go(formatAddress(deed.address, stamp));
      case 'play':
        study.send({ type: 'study.play', move: deed.move });
        return go(formatAddress({ screen: 'walk', line: study.getSnapshot().context.line }, stamp));
      case 'act':
        return actions[deed.action]();
      default:
        return deed satisfies never;
    }
  };
}
