import { useCallback, useEffect, useState } from 'react';
import { useRefused } from '../app/keeping.ts';
import { useShelf } from '../app/library.ts';
import { useParley } from '../app/parley.ts';
import { useKeys } from '../keys/useKeys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { Bin } from './Bin.tsx';
import { ImportStudies, type Refusal } from './ImportStudies.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { SetAsideNotice } from './SetAsideNotice.tsx';
import styles from './StudiesScreen.module.css';
import { StudyDetail } from './StudyDetail.tsx';
import { StudyList } from './StudyList.tsx';
import { useStudies } from './useStudies.ts';
import { useStudyActs } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** Studies: what this reader has kept, and the one that is open with its chapters. */
export function StudiesScreen() {
  const { scenario, library, keeping } = useParley();
  const { open, done, undone, isWhole } = useShelf();
  const refused = useRefused(keeping);
  const words = useStudyWords();
  const text = useText();
  const rows = useStudies();
  // Numbered, so that the same words again are news.
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const say = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  const [refusal, setRefusal] = useState<Refusal>();
  const [failed, setFailed] = useState(false);
  const acts = useStudyActs(rows, say);
  const read = () => {
    setFailed(false);
    library.readAll().catch(() => setFailed(true));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when somebody comes here.
  useEffect(() => {
    read();
  }, []);
  useKeys({ undo: acts.undo, redo: acts.redo });
  const kept = rows.filter((row) => !row.isInBin);
  const current = rows.find(({ id }) => id === open);
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <header className={styles.head}>
        <p className="eyebrow">
          {text.stamp(formatDay(scenario.readingDate))} · {scenario.title}
        </p>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {refused ? (
          <div className={styles.notice} role="alert" data-kind="warning">
            <p>{words.notKept}</p>
            <button type="button" className="button" onClick={acts.exportAll}>
              {words.exportAll}
            </button>
          </div>
        ) : null}
        {failed && !refused ? (
          <div className={styles.notice} role="alert" data-kind="warning">
            <p>{words.failed}</p>
            <button type="button" className="button" onClick={read}>
              {words.retry}
            </button>
          </div>
        ) : null}
        <SetAsideNotice isRead={isWhole} say={say} />
        <fieldset className={styles.tools} aria-label={words.tools}>
          <button type="button" className="button" onClick={acts.create}>
            {words.create}
          </button>
          <ImportStudies say={say} onRefused={setRefusal} />
          <button type="button" className="button" onClick={acts.exportAll}>
            {words.exportAll}
          </button>
          <button type="button" className="button" aria-disabled={done.length === 0} onClick={acts.undo}>
            {words.undo} <KeyHint>Z</KeyHint>
          </button>
          <button type="button" className="button" aria-disabled={undone.length === 0} onClick={acts.redo}>
            {words.redo}
          </button>
        </fieldset>
        {refusal === undefined ? null : <RefusedFile refusal={refusal} onClose={() => setRefusal(undefined)} />}
        <p role="status" className={styles.said}>
          <span key={said.turn}>{said.words}</span>
        </p>
      </header>
      <nav className={styles.list} aria-label={words.list}>
        <h2 className="eyebrow">{words.list}</h2>
        <StudyList rows={kept} open={open} onOpen={acts.open} />
        {isWhole || failed ? null : <p className={styles.quiet}>{words.loading}</p>}
        {refused ? null : <p className={styles.quiet}>{words.saved}</p>}
        <Bin rows={rows.filter((row) => row.isInBin)} acts={acts} />
      </nav>
      {current === undefined ? null : <StudyDetail key={current.id} row={current} acts={acts} say={say} />}
    </main>
  );
}
