import { labelOf } from '../../../domain/chart.ts';
import { useParley } from '../../app/parley.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** The moves that are open at a decision: played by the facilitator, drawn where chance decides, or put to the room. */
export function OptionChoices({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const { options: words } = usePresentWords();
  const { negotiation } = view;
  if (negotiation === undefined) return null;
  const isPut = view.next.ready;
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      <ol className={styles.choices}>
        {negotiation.options.map((move, index) => {
          const label = labelOf(scenario, move);
          return (
            <li key={move}>
              <button
                type="button"
                className="button"
                aria-label={words.play(label)}
                onClick={() => send({ type: 'decision.play', move })}
              >
                {isPut ? null : <KeyHint>{index + 1}</KeyHint>} {label}
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.row}>
        {isPut ? null : (
          <button type="button" className="button" onClick={() => send({ type: 'discussion.open' })}>
            {words.put} <KeyHint>V</KeyHint>
          </button>
        )}
        <button type="button" className="button" onClick={() => send({ type: 'vote.open' })}>
          {words.noTalk}
        </button>
        {view.can['decision.draw'] ? (
          <button type="button" className="button" onClick={() => send({ type: 'decision.draw' })}>
            {words.draw} <KeyHint>D</KeyHint>
          </button>
        ) : null}
      </p>
      {view.can['decision.draw'] ? <p className={styles.note}>{words.drawNote}</p> : null}
    </section>
  );
}
