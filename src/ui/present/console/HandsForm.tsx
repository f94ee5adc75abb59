import { labelOf } from '../../../domain/chart.ts';
import type { HandsOf } from '../../../workshop/command.ts';
import { figureOf, handsCounted, handsOf } from '../../../workshop/tally.ts';
import { useParley } from '../../app/parley.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import table from './Hands.module.css';
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
  const field = (label: string, column: string, of: HandsOf, id?: string) => (
    <Stepper
      {...(id === undefined ? {} : { id })}
      label={say.field(label, column)}
      value={figureOf(hands, of)}
      more={say.more(say.field(label, column))}
      fewer={say.fewer(say.field(label, column))}
      onSet={(count) => send({ type: 'hands.set', count, ...of })}
      onStep={(by) => send({ type: 'hands.add', by, ...of })}
    />
  );
  return (
    <section className={styles.part} aria-labelledby="hands">
      <h2 id="hands">{say.title}</h2>
      <p className={styles.note}>{say.note}</p>
      <table className={table.hands}>
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
                  {field(label, say.chosen, { column: 'chosen', move }, index === 0 ? HANDS_ID : undefined)}
                </td>
                {asksPrediction ? (
                  <td data-column={say.predicted}>{field(label, say.predicted, { column: 'predicted', move })}</td>
                ) : null}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{say.cannotSay}</th>
            <td data-column={say.chosen}>{field(say.cannotSay, say.chosen, { column: 'cannotSay' })}</td>
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
