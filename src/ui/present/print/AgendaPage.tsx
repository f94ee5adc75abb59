import type { PartKind, Plan } from '../../../workshop/plans.ts';
import { PROMPTS } from '../../../workshop/prompts.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import { agendaRows } from './agendaRows.ts';
import type { Ballot } from './ballots.ts';
import styles from './Print.module.css';
import { Sheet } from './Sheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

/** The facilitator's page: the plan with its minutes, the decisions that may come up, the ground rules and the debrief's questions. */
export function AgendaPage({ plan, ballots }: { readonly plan: Plan; readonly ballots: readonly Ballot[] }) {
  const { agenda, card } = usePrintWords();
  const { cues, start } = usePresentWords();
  const stage = useStageWords();
  const doing = (kind: PartKind): string => (kind === 'round' ? agenda.rounds : cues[kind]);
  return (
    <Sheet label={agenda.title(plan.minutes)}>
      <p className="eyebrow">{agenda.eyebrow}</p>
      <h2>{agenda.title(plan.minutes)}</h2>
      <table className={styles.agenda}>
        <thead>
          <tr>
            <th scope="col">{agenda.part}</th>
            <th scope="col">{agenda.from}</th>
            <th scope="col">{agenda.length}</th>
            <th scope="col">{agenda.doing}</th>
          </tr>
        </thead>
        <tbody>
          {agendaRows(plan).map(({ kind, number, from, minutes }) => (
            <tr key={`${kind} ${number}`}>
              <th scope="row">{stage.part(kind, number)}</th>
              <td>{from}</td>
              <td>{minutes}</td>
              <td>{doing(kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{agenda.keep}</p>
      <section>
        <h3>{agenda.decisions}</h3>
        <p>{agenda.put(plan.decisions, plan.discussion)}</p>
        <ol>
          {ballots.map(({ state, question, decides }) => (
            <li key={state}>
              {question} <span className={styles.note}>{card.decides(decides)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{agenda.rules}</h3>
        <dl className={styles.groundRules}>
          {start.notes.map(([title, body]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{body}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{agenda.prompts}</h3>
        <ol>
          {PROMPTS.map((prompt) => (
            <li key={prompt}>{stage.prompts[prompt]}</li>
          ))}
        </ol>
      </section>
    </Sheet>
  );
}
