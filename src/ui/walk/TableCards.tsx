import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { CitedText } from '../parts/CitedText.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';
import styles from './TableCards.module.css';

/** The first choice: a card of equal size for each branch. */
export function TableCards({ walk }: { readonly walk: Walk }) {
  const { study } = useParley();
  const text = useText();
  return (
    <section aria-label={text.walk.youChoose}>
      <ul className={styles.cards}>
        {walk.options.map(({ move, open }, index) => (
          <li key={move.id} className={styles.card}>
            <KeyHint>{index + 1}</KeyHint>
            <h2>
              <button type="button" disabled={!open} onClick={() => study.send({ type: 'study.play', move: move.id })}>
                {move.meta.label}
              </button>
            </h2>
            <p>
              <CitedText>{move.meta.describes ?? ''}</CitedText>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
