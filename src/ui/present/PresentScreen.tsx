import { lazy, Suspense, useEffect } from 'react';
import type { FacilitatorView } from '../../workshop/viewFor.ts';
import { ConsolePage } from './console/ConsolePage.tsx';
import styles from './start/Start.module.css';
import { StartPage } from './start/StartPage.tsx';
import { useDesk, useFacilitatorView } from './useDesk.ts';
import { usePresentWords } from './words.ts';

// What is printed is asked for once in a workshop: the console need not wait for it.
const PrintScreen = lazy(async () => ({ default: (await import('./print/PrintScreen.tsx')).PrintScreen }));
const DebriefScreen = lazy(async () => ({ default: (await import('./debrief/DebriefScreen.tsx')).DebriefScreen }));

const focusHeading = (): void => document.querySelector<HTMLElement>('#main h1')?.focus();

/** Run a workshop: a room is opened or resumed, then the facilitator's console. `print` and `debrief` are pages to print. */
export function PresentScreen({ part }: { readonly part: string | undefined }) {
  const { desk, state } = useDesk();
  const view = useFacilitatorView(state);
  const isOpen = view !== undefined;
  const isLoading = state.status === 'loading';
  // A room that is opened or left is another page: what had the focus is gone with the old one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part, or rooms that were just read, are another page too.
  useEffect(() => {
    if (document.activeElement === document.body || isOpen) focusHeading();
  }, [isOpen, isLoading, part]);
  if (isLoading) return <Waiting />;
  if (part === 'print' || part === 'debrief')
    return (
      <Suspense fallback={<Waiting />}>
        <Printed key={part} part={part} view={view} />
      </Suspense>
    );
  return view === undefined ? (
    <StartPage desk={desk} state={state} />
  ) : (
    <ConsolePage view={view} state={state} desk={desk} />
  );
}

/** A page to print. It comes later than the address, and takes the focus once it is there. */
function Printed({ part, view }: { readonly part: 'print' | 'debrief'; readonly view: FacilitatorView | undefined }) {
  useEffect(focusHeading, []);
  return part === 'print' ? <PrintScreen view={view} /> : <DebriefScreen view={view} />;
}

function Waiting() {
  const words = usePresentWords();
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.loading}</p>
    </main>
  );
}
