import { useEffect, useState } from 'react';
import { useParley } from '../app/parley.ts';
import type { SetAside } from '../app/studyDatabase.ts';
import { download, textFile } from '../parts/download.ts';
import { AskFirst } from './AskFirst.tsx';
import styles from './StudiesScreen.module.css';
import type { Say } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** What was set aside, as text: a browser may keep more than JSON can say. */
function told(aside: readonly SetAside[]): string {
  try {
    return JSON.stringify(aside, null, 2);
  } catch {
    return aside.map(({ why, value }) => `${why}: ${String(value)}`).join('\n');
  }
}

/** Says how many entries could not be read, and hands them over. `isRead` turns true once every study was read. */
export function SetAsideNotice({ isRead, say }: { readonly isRead: boolean; readonly say: Say }) {
  const { store } = useParley();
  const words = useStudyWords();
  const [aside, setAside] = useState<readonly SetAside[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: reading the other studies may set more aside.
  useEffect(() => {
    let stale = false;
    store.setAside().then(
      (found) => stale || setAside(found),
      // A store that cannot be read is told beside this.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [store, isRead]);
  if (aside.length === 0) return null;
  const clear = () =>
    void store.clearAside().then(
      () => setAside([]),
      () => say(words.said.failed),
    );
  return (
    <div className={styles.notice} role="note" data-kind="warning">
      <p>{words.aside(aside.length)}</p>
      <div className={styles.tools}>
        <button
          type="button"
          className="button"
          onClick={() => download(words.asideFile, textFile(told(aside), 'application/json'))}
        >
          {words.asideDownload}
        </button>
        <AskFirst
          button={words.asideDelete}
          label={words.asideDelete}
          question={words.asideAsk(aside.length)}
          onYes={clear}
        />
      </div>
    </div>
  );
}
