import { KeyHint } from '../../parts/KeyHint.tsx';
import { Stage } from '../stage/Stage.tsx';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import type { ProjectorWindow } from './useProjectorWindow.ts';

/** What everyone sees now: the projector's own page, small, from the same view; and the switches of the screen. */
export function ScreenPanel({
  console: { view, send },
  projector,
}: {
  readonly console: Console;
  readonly projector: ProjectorWindow;
}) {
  const { sees } = usePresentWords();
  return (
    <section className={styles.cards}>
      <h2>{sees.title}</h2>
      {/* A picture of a page whose words stand on this one too. */}
      <div className={styles.screen} aria-hidden="true" inert>
        <Stage view={view.shown} isWindow={false} />
      </div>
      <div className={styles.row}>
        <button type="button" className="button" onClick={projector.open}>
          {sees.open} <KeyHint>J</KeyHint>
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={view.blank}
          onClick={() => send({ type: view.blank ? 'screen.show' : 'screen.blank' })}
        >
          {view.blank ? sees.live : sees.blank} <KeyHint>B</KeyHint>
        </button>
      </div>
      <div role="status">
        {projector.state === 'opened' ? <p>{sees.opened}</p> : null}
        {projector.state === 'blocked' ? (
          <>
            <p>{sees.blocked}</p>
            <p className={styles.address}>{projector.address}</p>
          </>
        ) : null}
        {view.blank ? <p>{sees.blankNow}</p> : null}
      </div>
      <div className={styles.row}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={view.nextHidden}
            onChange={({ target }) => send({ type: 'next.hide', hidden: target.checked })}
          />
          {sees.hideNext}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={!view.dark}
            onChange={({ target }) => send({ type: 'screen.theme', dark: !target.checked })}
          />
          {sees.light}
        </label>
      </div>
    </section>
  );
}
