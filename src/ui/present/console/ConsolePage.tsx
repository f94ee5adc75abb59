import { useEffect, useRef, useState } from 'react';
import type { DeskState, RoomDesk } from '../roomDesk.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import { AgendaPanel } from './AgendaPanel.tsx';
import styles from './Console.module.css';
import { ConsoleKeyHelp } from './ConsoleKeyHelp.tsx';
import { InjectPanel } from './InjectPanel.tsx';
import { LinePanel } from './LinePanel.tsx';
import { NextPanel } from './NextPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { PhaseHead } from './PhaseHead.tsx';
import { PhaseWork } from './PhaseWork.tsx';
import { RoomPanel } from './RoomPanel.tsx';
import { ScreenPanel } from './ScreenPanel.tsx';
import { StandingControls } from './StandingControls.tsx';
import { TimerPanel } from './TimerPanel.tsx';
import { useConsoleKeys } from './useConsoleKeys.ts';
import { useProjectorWindow } from './useProjectorWindow.ts';

/** The facilitator's console: what everyone sees, what comes next, and one big button. Everything has a key. */
export function ConsolePage({
  view,
  state,
  desk,
}: {
  readonly view: Console['view'];
  readonly state: DeskState;
  readonly desk: RoomDesk;
}) {
  const words = usePresentWords();
  const [helping, setHelping] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const projector = useProjectorWindow();
  const console: Console = { view, send: (command) => void desk.send(command) };
  useConsoleKeys(console, { open: projector.open, help: () => setHelping(true) });
  // A new phase, question or prompt: the focus goes to its heading, from where Space presses on.
  const place = [view.phase, view.negotiation?.line.length, view.vote?.kind, view.prompt].join();
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [place]);
  // Escape leaves a field that is typed in, so that the keys of the console are back.
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key === 'Escape' && typing && document.querySelector('dialog[open]') === null) heading.current?.focus();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  return (
    <div className={styles.frame}>
      <div className={styles.grid}>
        <main id="main" tabIndex={-1} className={styles.middle} data-phase={view.phase} data-seq={state.log.length}>
          {state.keeps ? null : <p className={styles.warning}>{words.notKept}</p>}
          <PhaseHead view={view} heading={heading} />
          <NextPanel console={console} refused={state.refused} />
          <PhaseWork console={console} log={state.log} />
          <StandingControls console={console} onHelp={() => setHelping(true)} onLeave={() => void desk.leave()} />
        </main>
        <aside className={styles.left} aria-label={words.agenda.title}>
          <AgendaPanel view={view} />
          <LinePanel console={console} />
          <RoomPanel console={console} />
        </aside>
        <aside className={styles.right} aria-label={words.sees.title}>
          <ScreenPanel console={console} projector={projector} />
          <TimerPanel console={console} />
          <InjectPanel console={console} />
          <NotesPanel console={console} />
        </aside>
        {helping ? <ConsoleKeyHelp onClose={() => setHelping(false)} /> : null}
      </div>
    </div>
  );
}
