import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import styles from './App.module.css';
import { Arrival, useWay } from './app/Arrival.tsx';
import { formatAddress, parseAddress } from './app/address.ts';
import { Bar, type BarScreen } from './app/Bar.tsx';
import { useCompareAddress } from './app/comparison.ts';
import { usePreparedLedger } from './app/loaded.ts';
import { type Parley, ParleyContext } from './app/parley.ts';
import { SettingsMenu } from './app/SettingsMenu.tsx';
import { ShareButton } from './app/ShareButton.tsx';
import { useShare } from './app/useShare.ts';
import { useAddressedLine, useLine } from './app/useStudy.ts';
import { useWalk } from './app/useWalk.ts';
import { useKeys } from './keys/useKeys.ts';
import { Boundary, Failure } from './parts/Failure.tsx';
import { prepareScreens, ScreenOf } from './screens.tsx';
import { prepareSheets, type SheetName, SheetOf } from './sheets.tsx';
import type { Messages } from './text/en.ts';
import { placeLabel } from './text/sentences.ts';
import { TextContext, useText } from './text/useText.ts';

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
  const [sheet, setSheet] = useState<SheetName>();
  const share = useShare();
  const way = useWay();
  const place = useWalk().state;
  const address = parseAddress(route);
  const walkAddress = formatAddress({ screen: 'walk', line }, stamp);
  usePreparedLedger();
  useEffect(() => {
    prepareScreens();
    prepareSheets();
  }, []);
  const open = (to: string) => {
    navigate(to);
    return true;
  };
  const show = (name: SheetName) => {
    setSheet(name);
    return true;
  };
  const close = () => setSheet(undefined);
  const to: Readonly<Record<BarScreen, string>> = {
    walk: walkAddress,
    compare: useCompareAddress(address),
    tradeoffs: '/tradeoffs',
    sources: '/sources',
    studies: '/studies',
    present: '/present',
  };
  useKeys({
    help: () => show('keys'),
    find: () => show('palette'),
    // Sources has a search of its own.
    search: () => address.screen !== 'sources' && show('palette'),
    copy: () => {
      share.copy();
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
        <Arrival address={address} way={way} />
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
      <Bar at={address.screen === 'study' ? 'studies' : address.screen} to={to}>
        <button type="button" className="button" onClick={() => show('palette')}>
          {text.find}
        </button>
        <ShareButton share={share} />
        <SettingsMenu onHelp={() => show('keys')} onAbout={() => show('about')} />
      </Bar>
      {screen}
      {sheet === undefined ? null : <SheetOf name={sheet} onClose={close} onShow={show} onCopy={share.copy} to={to} />}
    </>
  );
}
