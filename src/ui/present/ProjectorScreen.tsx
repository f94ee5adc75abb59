import { useEffect, useRef } from 'react';
import { useParley } from '../app/parley.ts';
import styles from './ProjectorScreen.module.css';
import stageStyles from './stage/Stage.module.css';
import { Stage } from './stage/Stage.tsx';
import { useProjection } from './useProjection.ts';
import { useStageWords } from './words.ts';

/** What the room sees, in a window of its own: no controls. It outlives the console's window, and picks up again when that is back. */
export function ProjectorScreen() {
  const { scenario } = useParley();
  const words = useStageWords().waiting;
  const { status, view, alone } = useProjection();
  const main = useRef<HTMLElement>(null);
  const phase = view?.screen === 'live' ? view.scene.phase : status;
  // Whoever listens to this window is told of each new scene by its heading.
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    if (phase === undefined || heading == null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [phase]);
  return (
    <main ref={main} id="main" className={styles.window} tabIndex={-1} data-status={status}>
      {view !== undefined ? (
        <Stage view={view} isWindow alone={alone} />
      ) : (
        <div className={stageStyles.stage} data-theme="dark" data-window="true">
          <div className={stageStyles.page}>
            <div className={stageStyles.middle}>
              <h1>{status === 'loading' ? words.loading : words.title}</h1>
              <p className={stageStyles.large}>{status === 'loading' ? scenario.title : words.body}</p>
            </div>
          </div>
        </div>
      )}
    </main>
  );
}
