import { useState } from 'react';
import { chapters as chaptersOf, linesOutsideChapters } from '../../domain/chapters.ts';
import { otherStamp } from '../../domain/study.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { KeptText } from '../parts/KeptText.tsx';
import { useText } from '../text/useText.ts';
import { ChapterList } from './ChapterList.tsx';
import { OtherLines } from './OtherLines.tsx';
import styles from './StudiesScreen.module.css';
import { StudyTools } from './StudyTools.tsx';
import type { StudyRow } from './useStudies.ts';
import type { Say, StudyActs } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** The most columns that Compare has, and the fewest that make a comparison. */
const MOST_COMPARED = 4;
const FEWEST_COMPARED = 2;

/** The study that is open: its name, what can be done with it, its chapters, and its lines that are none. */
export function StudyDetail({
  row,
  acts,
  say,
}: {
  readonly row: StudyRow;
  readonly acts: StudyActs;
  readonly say: Say;
}) {
  const parley = useParley();
  const { stamp } = parley;
  const text = useText();
  const words = useStudyWords();
  const { study, actor } = row;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const chapters = chaptersOf(study);
  const others = linesOutsideChapters(study);
  const other = otherStamp(study, stamp);
  const compared = chapters.filter(({ id }) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const fits = compared.length >= FEWEST_COMPARED && compared.length <= MOST_COMPARED;
  return (
    <section className={styles.detail} aria-labelledby="study-heading">
      <h2 id="study-heading" className="visually-hidden">
        {row.name || words.unnamed}
      </h2>
      <label className="eyebrow" htmlFor="study-name">
        {words.name}
      </label>
      <div className={styles.title}>
        <KeptText
          id="study-name"
          wraps
          value={row.name}
          hint={words.nameHint}
          onChange={(name) => actor.send({ type: 'whole.rename', name })}
        />
      </div>
      {row.isInBin ? (
        <div className={styles.notice} role="note">
          <p>{words.inBin}</p>
          <button type="button" className="button" onClick={() => acts.restore(row)}>
            {words.restore}
          </button>
        </div>
      ) : null}
      <StudyTools row={row} acts={acts} say={say} />
      {other === undefined ? null : (
        <p className={styles.notice} role="note">
          {words.otherVersion(other, stamp)}
        </p>
      )}
      {chapters.length === 0 && others.length === 0 ? (
        <div className={styles.empty}>
          <p>{words.studyEmpty}</p>
          <a className="button primary" href={`#${formatAddress({ screen: 'walk', line: [] }, stamp)}`}>
            {words.startWalking}
          </a>
        </div>
      ) : (
        <>
          <div className={styles.chaptersHead}>
            <h3 id="chapters-heading" tabIndex={-1}>
              {words.chapters}
            </h3>
            {chapters.length < FEWEST_COMPARED ? null : fits ? (
              <a
                className="button"
                href={`#${formatAddress({ screen: 'compare', lines: compared.map(({ line }) => line) }, stamp)}`}
              >
                {words.compare(compared.length)}
              </a>
            ) : (
              <p className={styles.quiet}>
                {compared.length > MOST_COMPARED ? words.compareTooMany : words.compareHint}
              </p>
            )}
          </div>
          {chapters.length === 0 ? <p className={styles.quiet}>{words.chaptersEmpty}</p> : null}
          <ChapterList
            row={row}
            chapters={chapters}
            chosen={chapters.length < FEWEST_COMPARED ? undefined : chosen}
            onChoose={choose}
            say={say}
          />
          {others.length === 0 ? null : <OtherLines row={row} lines={others} say={say} />}
        </>
      )}
      <footer className={styles.printed}>
        {provenance(parley, text).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </footer>
    </section>
  );
}
