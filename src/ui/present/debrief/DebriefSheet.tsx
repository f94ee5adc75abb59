import { useStageWords } from '../words.ts';
import styles from './Debrief.module.css';
import type { Debrief, DecisionTold, RoundTold } from './debriefOf.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** A debrief as a page to print: the very sentences that are written as Markdown, in the same order. */
export function DebriefSheet({ told, withNotes }: { readonly told: Debrief; readonly withNotes: boolean }) {
  const words = useDebriefWords();
  const { compare } = useStageWords();
  const { title, intro, rounds, comparison, said, timing, notes, basis } = told;
  return (
    <article className={styles.sheet}>
      <h2 className={styles.title}>{title}</h2>
      <p>{intro.join(' ')}</p>
      {rounds.map((round) => (
        <RoundPart key={round.title} round={round} />
      ))}
      {comparison === undefined ? null : (
        <section>
          <h3>{comparison.title}</h3>
          <List items={comparison.rows} />
          <p className={styles.small}>{compare.rule}</p>
        </section>
      )}
      <section>
        <h3>{words.discussed}</h3>
        <dl className={styles.said}>
          {said.map(({ prompt, text }) => (
            <div key={prompt}>
              <dt>{prompt}</dt>
              <dd>{text === '' ? words.nothing : text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Timing timing={timing} />
      {withNotes && notes !== '' ? (
        <section>
          <h3>{words.notes}</h3>
          <p className={styles.typed}>{notes}</p>
        </section>
      ) : null}
      <footer className={styles.basis}>
        <h3>{words.basis}</h3>
        <p>{basis.join(' ')}</p>
      </footer>
    </article>
  );
}

function RoundPart({ round }: { readonly round: RoundTold }) {
  const words = useDebriefWords();
  return (
    <section>
      <h3>{round.title}</h3>
      <p>{round.sat}</p>
      <p>
        <b>{words.line}:</b> {round.steps.join(' → ')}
      </p>
      <p>{round.end}</p>
      <List items={[...round.leverage, ...round.cards, ...round.left]} />
      <h4>{words.decisions}</h4>
      {round.decisions.length === 0 ? <p>{words.none}</p> : null}
      {round.decisions.map((decision, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was decided stays in its order.
        <DecisionPart key={at} decision={decision} />
      ))}
    </section>
  );
}

function DecisionPart({ decision }: { readonly decision: DecisionTold }) {
  const { question, votes, played, how, predicted, reason } = decision;
  return (
    <div className={styles.decision}>
      <h5>{question}</h5>
      <ul>
        {votes.map((vote) => (
          <li key={vote}>{vote}</li>
        ))}
        <li>
          <b>{played}</b> ({how}){predicted === undefined ? '' : `; ${predicted}`}
        </li>
        {reason === undefined ? null : <li>{reason}</li>}
      </ul>
    </div>
  );
}

function Timing({ timing }: Pick<Debrief, 'timing'>) {
  const words = useDebriefWords();
  return (
    <section className={styles.timing}>
      <h3>{words.timing}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            {timing.map(({ part }) => (
              <th key={part} scope="col">
                {part}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.planned}</th>
            {timing.map(({ part, planned }) => (
              <td key={part}>{planned}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.actual}</th>
            {timing.map(({ part, actual }) => (
              <td key={part}>{actual}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  return items.length === 0 ? null : (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
