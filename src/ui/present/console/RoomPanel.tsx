import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import { Stepper } from './Stepper.tsx';

/** How many people are here. */
export function RoomPanel({ console: { view, send } }: { readonly console: Console }) {
  const { controls, hands } = usePresentWords();
  return (
    <section className={styles.field}>
      <h2>{controls.people}</h2>
      <Stepper
        label={controls.people}
        value={view.people}
        least={1}
        more={hands.more(controls.people)}
        fewer={hands.fewer(controls.people)}
        onSet={(people) => send({ type: 'people.count', people })}
        onStep={(by) => send({ type: 'people.count', people: view.people + by })}
      />
    </section>
  );
}
