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
import type { StudyEntry } from './domain/study.ts';
import { App } from './ui/App.tsx';
import { parseAddress, stampOf } from './ui/app/address.ts';
import { createKeeping } from './ui/app/keeping.ts';
import type { Parley } from './ui/app/parley.ts';
import { restoreSettings } from './ui/app/settings.ts';
import { studyStore } from './ui/app/studyStore.ts';
import { Failure } from './ui/parts/Failure.tsx';
import { en } from './ui/text/en.ts';

/** A name for this tab that no other has. (`randomUUID` is missing where a page comes over plain http.) */
const tabName = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');

/** Joins a scenario, its machine and the reader's saved study. */
async function openParley(): Promise<Parley> {
  const [shipped] = scenarios;
  if (shipped === undefined) throw new Error('no scenario ships with this build');
  const store = studyStore(shipped.id);
  const keeping = createKeeping();
  // Another tab may write while this one loads: what is heard meanwhile joins what is loaded.
  const heardEarly: StudyEntry[] = [];
  const stopHearing = store.listen((heard) => void heardEarly.push(...heard));
  const [{ scenario, hash }, entries = []] = await Promise.all([shipped.load(), keeping.watch(store.load())]);
  const machine = negotiation(scenario);
  const study = createActor(studyMachine, {
    input: { machine, entries: [...entries, ...heardEarly], writer: tabName() },
  });
  study.on('study.recorded', ({ entries: recorded }) => void keeping.watch(store.save(recorded)));
  stopHearing();
  store.listen((heard) => study.send({ type: 'study.merge', entries: heard }));
  study.start();
  const route = window.location.hash.slice(1);
  const stamp = `${scenario.id}@${scenario.version}.${hash}`;
  const openedWith = stampOf(route) === stamp ? undefined : stampOf(route);
  const address = parseAddress(route);
  if (address.screen === 'walk') study.send({ type: 'study.jump', line: address.line });
  const draws = heldDraws(scenario);
  const { loadProse, loadLedger, loadAfterwards } = shipped;
  return {
    scenario,
    stamp,
    openedWith,
    machine,
    read: lineReader(machine),
    study,
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
  (parley) =>
    root.render(
      <StrictMode>
        <App parley={parley} text={en} />
      </StrictMode>,
    ),
  (error: unknown) => {
    reportError(error);
    root.render(<Failure kind="scenario" />);
  },
);
