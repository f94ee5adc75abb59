import { useState } from 'react';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { stepAt } from '../../domain/study.ts';
import { outlineOf } from '../../domain/studyOutline.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import styles from './ChapterList.module.css';
import { LineSteps } from './LineSteps.tsx';
import { lineView } from './lineView.ts';
import type { StudyRow } from './useStudies.ts';
import type { Say } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** A study may hold hundreds of lines; a reader looks for a few. */
const TOLD_AT_FIRST = 20;

/** The lines of the study that are no chapter, each with the button that makes it one. */
export function OtherLines({
  row,
  lines,
  say,
}: {
  readonly row: StudyRow;
  readonly lines: readonly Line[];
  readonly say: Say;
}) {
  const parley = useParley();
  const words = useStudyWords();
  const { study, actor } = row;
  const outline = outlineOf(study);
  const [isWhole, setWhole] = useState(false);
  const told = isWhole ? lines : lines.slice(0, TOLD_AT_FIRST);
  return (
    <section aria-labelledby="other-lines">
      <h3 id="other-lines" className={styles.othersHead}>
        {words.others}
      </h3>
      <ul className={styles.chapters}>
        {told.map((line) => {
          const view = lineView(parley, outline, line);
          const name = stepAt(study, line)?.name?.value ?? '';
          const title = name || view.place;
          const keep = () => {
            actor.send({ type: 'chapter.keep', line, name });
            say(words.said.kept(title));
            document.getElementById('chapters-heading')?.focus();
          };
          return (
            <li key={lineKey(line)} className={styles.chapter} data-kind="line">
              <div className={styles.body}>
                <LineSteps view={view} name={title} />
                <div className={styles.tools}>
                  <button type="button" className="button" aria-label={words.keepOf(title)} onClick={keep}>
                    {words.keep}
                  </button>
                  <a
                    className="button"
                    href={`#${formatAddress({ screen: 'walk', line }, parley.stamp)}`}
                    aria-label={words.walkOf(title)}
                  >
                    {words.walk}
                  </a>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {told.length === lines.length ? null : (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {words.othersAll(lines.length)}
        </button>
      )}
    </section>
  );
}
