import { useState } from 'react';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';
import { download, textFile } from '../../parts/download.ts';
import { Boundary } from '../../parts/Failure.tsx';
import { useText } from '../../text/useText.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import { countsCsv } from './countsCsv.ts';
import styles from './Debrief.module.css';
import { DebriefSheet } from './DebriefSheet.tsx';
import { debriefMarkdown } from './debriefMarkdown.ts';
import { debriefOf } from './debriefOf.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** The debrief sheet of the open room, with the ways to take it along. */
export function DebriefScreen({ view }: { readonly view: FacilitatorView | undefined }) {
  const { sheet } = useDebriefWords();
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{sheet.page}</h1>
        <a href="#/present">{sheet.back}</a>
      </header>
      {view === undefined ? (
        <p>{sheet.none}</p>
      ) : (
        <Boundary fallback={<p role="alert">{sheet.failed}</p>}>
          <Taken view={view} />
        </Boundary>
      )}
    </main>
  );
}

function Taken({ view }: { readonly view: FacilitatorView }) {
  const parley = useParley();
  const text = useText();
  const { debrief: take } = usePresentWords();
  const debrief = useDebriefWords();
  const words = { text, stage: useStageWords(), debrief };
  const [withNotes, setWithNotes] = useState(false);
  // The sheet tells the minutes up to the moment when it was opened: on paper no clock runs.
  const [now] = useState(() => Date.now());
  const name = `${parley.scenario.id}-workshop`;
  return (
    <>
      <section className={styles.tools} aria-label={debrief.sheet.tools}>
        <button type="button" className="button primary" onClick={() => window.print()}>
          {debrief.sheet.print}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(`${name}.md`, textFile(debriefMarkdown(parley, view, words, withNotes, now), 'text/markdown'))
          }
        >
          {take.markdown}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download(`${name}.csv`, textFile(countsCsv(parley, view, words), 'text/csv'))}
        >
          {take.csv}
        </button>
        <label className={styles.check}>
          <input type="checkbox" checked={withNotes} onChange={({ target }) => setWithNotes(target.checked)} />
          {take.withNotes}
        </label>
      </section>
      <DebriefSheet told={debriefOf(parley, view, words, now)} withNotes={withNotes} />
    </>
  );
}
