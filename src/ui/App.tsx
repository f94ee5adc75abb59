import { Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import styles from './App.module.css';
import { formatAddress, parseAddress, type Screen } from './app/address.ts';
import { useCompareAddress } from './app/comparison.ts';
import { usePreparedLedger } from './app/loaded.ts';
import { type Parley, ParleyContext } from './app/parley.ts';
import { ShareButton } from './app/ShareButton.tsx';
import { changeSettings, useSettings } from './app/settings.ts';
import { useAddressedLine, useLine } from './app/useStudy.ts';
import { useWalk } from './app/useWalk.ts';
import { useWayBack } from './app/useWayBack.ts';
import { KeyHelp } from './keys/KeyHelp.tsx';
import { useKeys } from './keys/useKeys.ts';
import { Boundary, Failure } from './parts/Failure.tsx';
import { prepareScreens, ScreenOf } from './screens.tsx';
import type { Messages } from './text/en.ts';
import { placeLabel } from './text/sentences.ts';
import { TextContext, useText } from './text/useText.ts';

/** Screens that every page leads to, in the order of use. */
const TABS = ['walk', 'compare', 'tradeoffs', 'sources', 'studies'] as const;

/** The page: one scenario, its screens, and what stands on every screen. */
export function App({ opened, text }: { readonly opened: Omit<Parley, 'study'>; readonly text: Messages }) {
  const { library } = opened;
  const study = useSyncExternalStore(library.subscribe, library.current);
  const parley = useMemo((): Parley => ({ ...opened, study }), [opened, study]);
  return (
    <TextContext value={text}>
      <ParleyContext value={parley}>
        <Router hook={useHashLocation}>
          <Boundary fallback={<Failure kind="page" />}>
            <Page scenario={parley.scenario} stamp={parley.stamp} />
          </Boundary>
        </Router>
      </ParleyContext>
    </TextContext>
  );
}

function Page({ scenario, stamp }: Pick<Parley, 'scenario' | 'stamp'>) {
  useAddressedLine();
  const text = useText();
  const line = useLine();
  const [route, navigate] = useHashLocation();
  const [helping, setHelping] = useState(false);
  const place = useWalk().state;
  const address = parseAddress(route);
  const walkAddress = formatAddress({ screen: 'walk', line }, stamp);
  useWayBack(address);
  usePreparedLedger();
  useEffect(() => {
    prepareScreens();
  }, []);
  const open = (to: string) => {
    navigate(to);
    return true;
  };
  const to: Readonly<Record<Exclude<Screen, 'projector' | 'study'>, string>> = {
    walk: walkAddress,
    compare: useCompareAddress(address),
    tradeoffs: '/tradeoffs',
    sources: '/sources',
    studies: '/studies',
    present: '/present',
  };
  useKeys({
    help: () => {
      setHelping(true);
      return true;
    },
    walk: () => open(to.walk),
    compare: () => open(to.compare),
    tradeoffs: () => open(to.tradeoffs),
    sources: () => open(to.sources),
    studies: () => open(to.studies),
    present: () => open(to.present),
  });
  const title = address.screen === 'walk' ? placeLabel(scenario, place) : text.screens[address.screen];
  useEffect(() => {
    document.title = `${title} · ${scenario.title} · ${text.name}`;
  }, [title, scenario.title, text.name]);
  const screen = (
    <Boundary key={address.screen} fallback={<Failure kind="page" />}>
      <Suspense fallback={<p className={styles.loading}>{text.loading}</p>}>
        <ScreenOf address={address} />
      </Suspense>
    </Boundary>
  );
  // The room sees no controls.
  if (address.screen === 'projector') return screen;
  return (
    <>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {text.skip}
      </button>
      <header className={styles.bar}>
        <p className={styles.mark}>
          {text.name} <span>{scenario.title}</span>
        </p>
        <nav className={styles.tabs} aria-label={text.name}>
          {TABS.map((tab) => (
            <a
              key={tab}
              href={`#${to[tab]}`}
              aria-current={(address.screen === 'study' ? 'studies' : address.screen) === tab ? 'page' : undefined}
            >
              {text.screens[tab]}
            </a>
          ))}
        </nav>
        <p className={styles.standing}>{text.standing}</p>
        <div className={styles.tools}>
          <ShareButton />
          <SettingsMenu onHelp={() => setHelping(true)} />
          <a className="button primary" href={`#${to.present}`}>
            {text.screens.present}
          </a>
        </div>
      </header>
      {screen}
      {helping ? <KeyHelp onClose={() => setHelping(false)} /> : null}
    </>
  );
}

function SettingsMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { menu } = useText();
  const settings = useSettings();
  const popover = useRef<HTMLDivElement>(null);
  const help = () => {
    // Closed first, so that the focus is back on the button before the sheet remembers where it was.
    popover.current?.hidePopover();
    onHelp();
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
        <button type="button" className="button" onClick={help}>
          {menu.help} <kbd>?</kbd>
        </button>
      </div>
    </>
  );
}
