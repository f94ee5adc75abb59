import { lazy, Suspense, useEffect } from 'react';
import { ConsolePage } from './console/ConsolePage.tsx';
import styles from './start/Start.module.css';
import { StartPage } from './start/StartPage.tsx';
import { useDesk, useFacilitatorView } from './useDesk.ts';
import { usePresentWords } from './words.ts';

// What is printed is asked for once in a workshop: the console need not wait for it.
const PrintScreen = lazy(async () => ({ default: (await import('./print/PrintScreen.tsx')).PrintScreen }));
const DebriefScreen = lazy(async () => ({ default: (await import('./debrief/DebriefScreen.tsx')).DebriefScreen }));

/** Run a workshop: a room is opened or resumed, then the facilitator's console. `print` and `debrief` are pages to print. */
export function PresentScreen({ part }: { readonly part: string | undefined }) {
  const { desk, state } = useDesk();
  const view = useFacilitatorView(state);
  const isOpen = view !== undefined;
  // A room that is opened or left is another page: what had the focus is gone with the old one.
  useEffect(() => {
    if (document.activeElement === document.body || isOpen) document.querySelector<HTMLElement>('#main h1')?.focus();
  }, [isOpen]);
  if (state.status === 'loading') return <Waiting />;
  if (part === 'debrief' || part === 'print') {
    const Printed = part === 'print' ? PrintScreen : DebriefScreen;
    return (
      <Suspense fallback={<Waiting />}>
        <Printed view={view} />
      </Suspense>
    );
  }
  return view === undefined ? (
    <StartPage desk={desk} state={state} />
  ) : (
    <ConsolePage view={view} state={state} desk={desk} />
  );
}

function Waiting() {
  const words = usePresentWords();
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <h1>{words.title}</h1>
      <p>{words.loading}</p>
    </main>
  );
}
