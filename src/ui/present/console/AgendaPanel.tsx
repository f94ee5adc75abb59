import { type Agenda, agendaOf } from '../../../workshop/agenda.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useNow } from '../useNow.ts';
import { type PresentWords, usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';
import { IN_ROUND } from './PhaseHead.tsx';

/** Milliseconds between two looks at the clock: an agenda is told in minutes. */
const LOOK_EVERY = 5_000;

/** The agenda at the left: each part with its minutes, computed afresh as time is overrun; the debrief keeps its own. */
export function AgendaPanel({ view }: { readonly view: FacilitatorView }) {
  const words = usePresentWords();
  const stage = useStageWords();
  const agenda = agendaOf(view.agenda, useNow(view.agenda.closedAt === undefined, LOOK_EVERY));
  const minutes = (value: number): number => Math.round(value);
  const debrief = minutes(agenda.items.find(({ kind }) => kind === 'debrief')?.due ?? 0);
  const givers = agenda.items
    .filter((item) => item.state !== 'done' && minutes(item.due) < item.planned)
    .map((item) => stage.part(item.kind, item.number));
  return (
    <section>
      <h2>{words.agenda.title}</h2>
      <ol className={styles.agenda}>
        {agenda.items.map((item) => (
          <li
            key={`${item.kind} ${item.number}`}
            data-state={item.state}
            aria-current={item.state === 'now' ? 'step' : undefined}
          >
            <span>{stage.part(item.kind, item.number)}</span>
            <span>{timeOf(words, item)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{words.agenda.left(minutes(agenda.left))}</p>
      <p role="status" className={styles.note}>
        {minutes(agenda.late) > 0
          ? words.agenda.late(minutes(agenda.late), debrief)
          : givers.length > 0
            ? words.agenda.gives(givers, debrief)
            : ''}
      </p>
      {view.negotiation === undefined || !IN_ROUND.includes(view.phase) ? null : (
        <p className={styles.note}>{words.agenda.put(view.negotiation.toPut)}</p>
      )}
    </section>
  );
}

function timeOf({ agenda }: PresentWords, { state, planned, spent, due }: Agenda['items'][number]): string {
  if (state !== 'ahead') return agenda.spent(Math.round(spent), planned);
  return Math.round(due) === planned ? agenda.planned(planned) : agenda.due(Math.round(due), planned);
}
