import type { HandCount } from '../../../../machines/workshopDeed.ts';
import { labelOf } from '../../../domain/chart.ts';
import type { MoveId } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { handsCounted, handsOf } from '../hands.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import { HANDS_ID } from './ids.ts';
import { Stepper } from './Stepper.tsx';

/** Hands as they are counted, option by option: by figure, by stepper, or one by one with the digit keys. Sealed until the reveal. */
export function HandsForm({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const words = usePresentWords();
  const { hands: say, options } = words;
  const { vote, people } = view;
  if (vote === undefined) return null;
  const hands = handsOf(vote);
  const counted = handsCounted(hands);
  const asksPrediction = view.setup.predict && vote.kind !== 'runoff';
  const count = (change: Partial<HandCount>) => send({ type: 'hands.count', hands: { ...hands, ...change } });
  const field = (id: string | undefined, label: string, column: string, value: number, set: (next: number) => void) => (
    <Stepper
      {...(id === undefined ? {} : { id })}
      label={say.field(label, column)}
      value={value}
      more={say.more(say.field(label, column))}
      fewer={say.fewer(say.field(label, column))}
      onChange={set}
    />
  );
  const predict = (move: MoveId, next: number) => count({ predicted: { ...hands.predicted, [move]: next } });
  return (
    <section className={styles.part} aria-labelledby="hands">
      <h2 id="hands">{say.title}</h2>
      <p className={styles.note}>{say.note}</p>
      <table className={styles.hands}>
        <thead>
          <tr>
            <th scope="col">{say.option}</th>
            <th scope="col">{say.chosen}</th>
            {asksPrediction ? <th scope="col">{say.predicted}</th> : null}
          </tr>
        </thead>
        <tbody>
          {vote.options.map((move, index) => {
            const label = labelOf(scenario, move);
            return (
              <tr key={move}>
                <th scope="row">
                  <KeyHint>{index + 1}</KeyHint> {label}
                </th>
                <td data-column={say.chosen}>
                  {field(index === 0 ? HANDS_ID : undefined, label, say.chosen, hands.chosen[move] ?? 0, (next) =>
                    count({ chosen: { ...hands.chosen, [move]: next } }),
                  )}
                </td>
                {asksPrediction ? (
                  <td data-column={say.predicted}>
                    {field(undefined, label, say.predicted, hands.predicted?.[move] ?? 0, (next) =>
                      predict(move, next),
                    )}
                  </td>
                ) : null}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{say.cannotSay}</th>
            <td data-column={say.chosen}>
              {field(undefined, say.cannotSay, say.chosen, hands.cannotSay, (next) => count({ cannotSay: next }))}
            </td>
            {asksPrediction ? <td /> : null}
          </tr>
        </tbody>
      </table>
      <p role="status">
        {vote.hands === 'waived' ? say.waived : counted > people ? say.over(counted, people) : say.of(counted, people)}
      </p>
      <p className={styles.row}>
        <button
          type="button"
          className="button"
          aria-pressed={vote.hands === 'waived'}
          onClick={() => send({ type: 'hands.waive' })}
        >
          {say.waive} <KeyHint>0</KeyHint>
        </button>
        {view.can['vote.reopen'] ? (
          <button type="button" className="button" onClick={() => send({ type: 'vote.reopen' })}>
            {options.reopen}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => send({ type: 'vote.void' })}>
          {options.void}
        </button>
      </p>
    </section>
  );
}
