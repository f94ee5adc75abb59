import { useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Result } from '../../domain/result.ts';
import type { StudyOutline } from '../../domain/studyOutline.ts';
import { type LinkFailure, readStudyLink } from '../../formats/studyLink.ts';
import { stampOf } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import styles from './ChapterList.module.css';
import { LineSteps } from './LineSteps.tsx';
import { lineView } from './lineView.ts';
import page from './StudiesScreen.module.css';
import { useStudies } from './useStudies.ts';
import { useStudyActs } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** A study in a link: what it holds, and nothing of it kept until the reader says so. */
export function SharedStudyScreen({ packed }: { readonly packed: string }) {
  const { scenario, stamp } = useParley();
  const words = useStudyWords();
  const [route] = useHashLocation();
  const [read, setRead] = useState<Result<StudyOutline, LinkFailure>>();
  useEffect(() => {
    let stale = false;
    setRead(undefined);
    void readStudyLink(packed).then((found) => stale || setRead(found));
    return () => {
      stale = true;
    };
  }, [packed]);
  const made = stampOf(route) ?? stamp;
  const [theirs = ''] = made.split('@');
  const failure =
    theirs !== scenario.id
      ? words.sharedScenario(theirs, scenario.id)
      : read?.ok === false
        ? words[read.error === 'newer' ? 'sharedNewer' : 'sharedDamaged']
        : undefined;
  return (
    <main className={page.shared} id="main" tabIndex={-1}>
      <h1>{words.sharedTitle}</h1>
      {failure !== undefined ? (
        <>
          <p role="alert">{failure}</p>
          <p>
            <a className="button" href="#/studies">
              {words.back}
            </a>
          </p>
        </>
      ) : read?.ok === true ? (
        <Shared outline={read.value} made={made} />
      ) : (
        <p role="status">{words.sharedReading}</p>
      )}
    </main>
  );
}

function Shared({ outline, made }: { readonly outline: StudyOutline; readonly made: string }) {
  const parley = useParley();
  const { library, stamp } = parley;
  const words = useStudyWords();
  const [, navigate] = useHashLocation();
  const rows = useStudies();
  const acts = useStudyActs(rows, () => undefined);
  const name = outline.name || words.unnamed;
  useEffect(() => {
    // The copy stands after the others.
    library.readAll().catch(() => undefined);
  }, [library]);
  const keep = async () => {
    await acts.keepCopy(name, made, outline);
    navigate('/studies');
  };
  return (
    <>
      <p className={page.lead}>{words.sharedLead(name, words.counts(outline.chapters.length, outline.steps.length))}</p>
      {made === stamp ? null : <p className={page.notice}>{words.otherVersion(made, stamp)}</p>}
      <div className={page.tools}>
        <button type="button" className="button primary" onClick={() => void keep()}>
          {words.sharedKeep}
        </button>
        <a className="button" href="#/studies">
          {words.sharedLeave}
        </a>
      </div>
      <ol className={styles.chapters}>
        {outline.chapters.map((chapter, index) => {
          const view = lineView(parley, outline, chapter.line);
          const title = chapter.name || view.place;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link's chapters have no other name, and never change.
            <li key={index} className={styles.chapter}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <div className={styles.body}>
                <h2 className={styles.title}>{title}</h2>
                <LineSteps view={view} name={title} />
                {chapter.note === '' ? null : <p className={styles.told}>{chapter.note}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
