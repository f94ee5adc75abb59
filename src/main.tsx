import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/app/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createActor } from 'xstate';
import { negotiation } from '../machines/negotiation.ts';
import { lineReader } from '../machines/stepping.ts';
import { studyMachine } from '../machines/study.ts';
import { scenarios } from '../scenarios/index.ts';
import { heldDraws } from './analysis/heldDraws.ts';
import { lineDraws } from './analysis/lineDraws.ts';
import { App } from './ui/App.tsx';
import { parseAddress, stampOf } from './ui/app/address.ts';
import { createKeeping } from './ui/app/keeping.ts';
import { openLibrary } from './ui/app/library.ts';
import type { Parley } from './ui/app/parley.ts';
import { askToPersist, withoutRefusal } from './ui/app/persist.ts';
import { restoreSettings } from './ui/app/settings.ts';
import { studyStore } from './ui/app/studyStore.ts';
import { Failure } from './ui/parts/Failure.tsx';
import { en } from './ui/text/en.ts';

/** A name that nobody else has. (`randomUUID` is missing where a page comes over plain http.) */
const newId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');

/** The study that this tab showed last. A browser that keeps nothing forgets it, as it does the study. */
const session = (scenario: string) => ({
  read: () => withoutRefusal(() => sessionStorage.getItem(`parley study ${scenario}`) ?? undefined),
  write: (id: string) => withoutRefusal(() => sessionStorage.setItem(`parley study ${scenario}`, id)),
});

/** Joins a scenario, its machine and the reader's saved studies. */
async function openParley(): Promise<Omit<Parley, 'study'>> {
  const [shipped] = scenarios;
  if (shipped === undefined) throw new Error('no scenario ships with this build');
  const { scenario, hash } = await shipped.load();
  const machine = negotiation(scenario);
  const stamp = `${scenario.id}@${scenario.version}.${hash}`;
  const store = studyStore(shipped.id, { newId, now: Date.now, firstName: en.studyHead.first });
  const keeping = createKeeping();
  const writer = newId();
  const library = await openLibrary({
    store,
    keeping,
    start: (entries) => createActor(studyMachine, { input: { machine, entries, writer } }),
    newId,
    now: Date.now,
    writer,
    stamp,
    firstName: en.studyHead.first,
    saved: askToPersist,
    session: session(shipped.id),
  });
  const route = window.location.hash.slice(1);
  const openedWith = stampOf(route) === stamp ? undefined : stampOf(route);
  const address = parseAddress(route);
  if (address.screen === 'walk') library.current().send({ type: 'study.jump', line: address.line });
  const draws = heldDraws(scenario);
  const { loadProse, loadLedger, loadAfterwards } = shipped;
  return {
    scenario,
    stamp,
    openedWith,
    machine,
    read: lineReader(machine),
    library,
    store,
    keeping,
    draws,
    drawsAlong: lineDraws(draws),
    loadProse,
    loadLedger,
    loadAfterwards,
  };
}

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no mount point');
restoreSettings();
const root = createRoot(container);
openParley().then(
  (opened) =>
    root.render(
      <StrictMode>
        <App opened={opened} text={en} />
      </StrictMode>,
    ),
  (error: unknown) => {
    reportError(error);
    root.render(<Failure kind="scenario" />);
  },
);
