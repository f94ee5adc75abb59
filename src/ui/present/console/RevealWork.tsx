import { labelOf } from '../../../domain/chart.ts';
import { tallyOf } from '../../../workshop/tally.ts';
import { useParley } from '../../app/parley.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { shareText } from '../shareText.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';
import { OverrideForm } from './OverrideForm.tsx';

/** After the reveal: the count in words, and the ways on besides the big button. */
export function RevealWork({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const words = usePresentWords();
  const stage = useStageWords().reveal;
  const { vote } = view;
  const tally = vote === undefined ? undefined : tallyOf(vote);
  return (
    <>
      <section className={styles.part}>
        <h2>{words.hands.title}</h2>
        {tally === undefined ? (
          <>
            <p className={styles.note}>{stage.waived}</p>
            <ol className={styles.choices}>
              {(vote?.options ?? []).map((move, index) => {
                const label = labelOf(scenario, move);
                return (
                  <li key={move}>
                    <button
                      type="button"
                      className="button"
                      aria-label={words.options.agree(label)}
                      onClick={() => send({ type: 'decision.agree', move })}
                    >
                      <KeyHint>{index + 1}</KeyHint> {label}
                    </button>
                  </li>
                );
              })}
            </ol>
          </>
        ) : (
          <>
            <ol>
              {tally.rows.map(({ move, hands, share, predicted }) => (
                <li key={move}>
                  {labelOf(scenario, move)}: {stage.hands(hands)}, {shareText(share)}
                  {predicted === undefined || tally.predictions === undefined
                    ? ''
                    : `; ${stage.predicted(predicted, tally.predictions)}`}
                </li>
              ))}
            </ol>
            <p className={styles.note}>
              {stage.counted(tally.total)}
              {tally.cannotSay > 0 ? ` · ${stage.cannotSay(tally.cannotSay)}` : ''}
            </p>
          </>
        )}
        <p className={styles.row}>
          <button type="button" className="button" onClick={() => send({ type: 'discussion.open' })}>
            {words.options.again} <KeyHint>A</KeyHint>
          </button>
        </p>
      </section>
      <OverrideForm options={view.negotiation?.options ?? []} send={send} />
    </>
  );
}
