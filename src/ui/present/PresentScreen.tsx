import { useEffect } from 'react';
import { ConsolePage } from './console/ConsolePage.tsx';
import { DebriefSheet } from './print/DebriefSheet.tsx';
import { PrintPack } from './print/PrintPack.tsx';
import styles from './start/Start.module.css';
import { StartPage } from './start/StartPage.tsx';
import { useDesk, useFacilitatorView } from './useDesk.ts';
import { usePresentWords } from './words.ts';

/** Run a workshop: a room is opened or resumed, then the facilitator's console. `print` and `debrief` are pages to print. */
export function PresentScreen({ part }: { readonly part: string | undefined }) {
  const { desk, state } = useDesk();
  const view = useFacilitatorView(state);
  const words = usePresentWords();
  const isOpen = view !== undefined;
  const isLoading = state.status === 'loading';
  // A room that is opened or left is another page: what had the focus is gone with the old one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part, or rooms that were just read, are another page too.
  useEffect(() => {
    if (document.activeElement === document.body || isOpen) document.querySelector<HTMLElement>('#main h1')?.focus();
  }, [isOpen, isLoading, part]);
  if (isLoading)
    return (
      <main id="main" tabIndex={-1} className={styles.page} data-part={part}>
        <h1>{words.title}</h1>
        <p>{words.loading}</p>
      </main>
    );
  if (part === 'print') return <PrintPack view={view} />;
  if (part === 'debrief') return <DebriefSheet view={view} now={Date.now()} />;
  return view === undefined ? (
    <StartPage desk={desk} state={state} />
  ) : (
    <ConsolePage view={view} state={state} desk={desk} />
  );
}
