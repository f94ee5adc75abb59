import { useRef } from 'react';
import { useText } from '../text/useText.ts';
import styles from './SettingsMenu.module.css';
import { changeSettings, useSettings } from './settings.ts';

/** How this reader has the page, and what there is to read about it. */
export function SettingsMenu({ onHelp, onAbout }: { readonly onHelp: () => void; readonly onAbout: () => void }) {
  const { menu } = useText();
  const settings = useSettings();
  const popover = useRef<HTMLDivElement>(null);
  const opening = (open: () => void) => () => {
    // Closed first, so that the focus is back on the button before the sheet remembers where it was.
    popover.current?.hidePopover();
    open();
  };
  const switches = [
    { name: 'dark', label: menu.theme },
    { name: 'projector', label: menu.projector },
    { name: 'shortcuts', label: menu.shortcuts },
  ] as const;
  return (
    <>
      <button type="button" className="button" popoverTarget="settings">
        {menu.open}
      </button>
      <div ref={popover} id="settings" popover="auto" className={styles.menu}>
        {switches.map(({ name, label }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={settings[name]}
              onChange={({ target }) => changeSettings({ [name]: target.checked })}
            />{' '}
            {label}
          </label>
        ))}
        <button type="button" className="button" onClick={opening(onHelp)}>
          {menu.help} <kbd>?</kbd>
        </button>
        <button type="button" className="button" onClick={opening(onAbout)}>
          {menu.about}
        </button>
      </div>
    </>
  );
}
