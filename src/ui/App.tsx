import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import styles from './App.module.css';
import { formatAddress, parseAddress } from './app/address.ts';
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
import type { Messages } from './text/en.ts';
import { placeLabel } from './text/sentences.ts';
import { TextContext, useText } from './text/useText.ts';
import { WalkScreen } from './walk/WalkScreen.tsx';

const loadSources = async () => ({ default: (await import('./sources/SourcesScreen.tsx')).SourcesScreen });
const SourcesScreen = lazy(loadSources);

/** The page: one scenario, its screens, and what stands on every screen. */
export function App({ parley, text }: { readonly parley: Parley; readonly text: Messages }) {
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
    // Fetched before it is asked for: Sources opens at once, and without a connection. A failure is told when it is opened.
    loadSources().catch(() => undefined);
  }, []);
  const open = (to: string) => {
    navigate(to);
    return true;
  };
  useKeys({
    help: () => {
      setHelping(true);
      return true;
    },
    sources: () => open('/sources'),
    walk: () => open(walkAddress),
  });
  const title = address.screen === 'walk' ? placeLabel(scenario, place) : text.screens.sources;
  useEffect(() => {
    document.title = `${title} · ${scenario.title} · ${text.name}`;
  }, [title, scenario.title, text.name]);
  const tabs = [
    { screen: 'walk', to: walkAddress, label: text.screens.walk },
    { screen: 'sources', to: '/sources', label: text.screens.sources },
  ] as const;
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
          {tabs.map(({ screen, to, label }) => (
            <a key={screen} href={`#${to}`} aria-current={address.screen === screen ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <p className={styles.standing}>{text.standing}</p>
        <div className={styles.tools}>
          <ShareButton />
          <SettingsMenu onHelp={() => setHelping(true)} />
        </div>
      </header>
      <Boundary key={address.screen} fallback={<Failure kind="page" />}>
        <Suspense fallback={<p className={styles.loading}>{text.loading}</p>}>
          {address.screen === 'walk' ? <WalkScreen /> : <SourcesScreen fact={address.fact} />}
        </Suspense>
      </Boundary>
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
