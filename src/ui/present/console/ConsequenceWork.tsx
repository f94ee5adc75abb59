import { principals } from '../../../domain/actors.ts';
import { useParley } from '../../app/parley.ts';
import { formatChangeRange } from '../../text/format.ts';
import { changeSentence } from '../../text/sentences.ts';
import { useText } from '../../text/useText.ts';
import type { Console } from '../useDesk.ts';
import { useLastFinding } from '../useLineFindings.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** What the decision did, in Walk's words; and the ways on besides the big button. */
export function ConsequenceWork({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const text = useText();
  const words = usePresentWords();
  const finding = useLastFinding(view.negotiation?.line ?? []);
  return (
    <section className={styles.part}>
      <h2>{words.consequence.title}</h2>
      <ul>
        {principals(scenario).map((actor) => {
          const change = finding?.leverage[actor]?.change;
          return change === undefined ? null : (
            <li key={actor}>
              {changeSentence(scenario, text, change)} ({formatChangeRange(change.range)})
            </li>
          );
        })}
      </ul>
      <p className={styles.row}>
        {view.can['sides.swap'] && view.setup.seating !== 'together' ? (
          <button type="button" className="button" onClick={() => send({ type: 'sides.swap' })}>
            {words.next.swap}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => send({ type: 'compare.begin' })}>
          {words.next.compare}
        </button>
      </p>
    </section>
  );
}
