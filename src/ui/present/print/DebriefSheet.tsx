import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';
import { useText } from '../../text/useText.ts';
import { debriefOf, type RoundTold } from '../debrief/debriefOf.ts';
import { useDebriefWords } from '../debrief/useDebriefWords.ts';
import { useStageWords } from '../words.ts';
import styles from './Print.module.css';

/** The debrief on one A4 page: what was played and why, what was said, and the basis. Notes that were not written take no room. */
export function DebriefSheet({ view, now }: { readonly view: FacilitatorView | undefined; readonly now: number }) {
  const parley = useParley();
  const text = useText();
  const stage = useStageWords();
  const debrief = useDebriefWords();
  const told = view === undefined ? undefined : debriefOf(parley, view, { text, stage, debrief }, now);
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-theme="light" data-print-page="">
      <div className={styles.settings}>
        <h1 tabIndex={-1}>{debrief.title(parley.scenario.title)}</h1>
        {told === undefined ? <p>{debrief.sheet.none}</p> : null}
        <p className={styles.row}>
          {told === undefined ? null : (
            <button type="button" className="button primary" onClick={() => window.print()}>
              {debrief.sheet.print}
            </button>
          )}
          <a className="button" href="#/present">
            {debrief.sheet.back}
          </a>
        </p>
      </div>
      {told === undefined ? null : (
        <div className={styles.sheets}>
          <article className={`${styles.sheet} ${styles.dense}`}>
            <h2>{told.title}</h2>
            <p>{told.intro.join(' ')}</p>
            {told.rounds.map((round) => (
              <RoundOnPaper key={round.title} round={round} />
            ))}
            {told.comparison === undefined ? null : (
              <>
                <h3>{told.comparison.title}</h3>
                <ul>
                  {told.comparison.rows.map((row) => (
                    <li key={row}>{row}</li>
                  ))}
                </ul>
              </>
            )}
            <h3>{debrief.discussed}</h3>
            {told.said
              .filter(({ text: said }) => said !== '')
              .map(({ prompt, text: said }) => (
                <p key={prompt}>
                  <b>{prompt}</b> {said}
                </p>
              ))}
            {told.said.every(({ text: said }) => said === '') ? <p>{debrief.nothing}</p> : null}
            <h3>{debrief.timing}</h3>
            <p className={styles.small}>
              {told.timing
                .map(
                  ({ part, planned, actual }) => `${part}: ${debrief.planned} ${planned}, ${debrief.actual} ${actual}`,
                )
                .join(' · ')}
            </p>
            <h3>{debrief.basis}</h3>
            <p className={styles.small}>{told.basis.join(' ')}</p>
          </article>
        </div>
      )}
    </main>
  );
}

function RoundOnPaper({ round }: { readonly round: RoundTold }) {
  const debrief = useDebriefWords();
  return (
    <>
      <h3>{round.title}</h3>
      <p>{round.sat}</p>
      <p>{round.steps.join(' → ')}</p>
      <p>{round.end}</p>
      {[...round.cards, ...round.left].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {round.decisions.length === 0 ? <p>{debrief.none}</p> : null}
      <ul>
        {round.decisions.map(({ question, played, how, votes, predicted, reason }) => (
          <li key={question + played}>
            <b>{question}</b> {played} ({how}
            {predicted === undefined ? '' : `; ${predicted}`}). {votes.join(' ')} {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
