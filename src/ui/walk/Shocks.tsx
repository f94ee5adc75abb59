import { readShock } from '../../domain/identifier.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { useText } from '../text/useText.ts';
import styles from './Shocks.module.css';

/** Conditions that may switch right now, each with its present state. */
export function Shocks({ walk }: { readonly walk: Walk }) {
  const { scenario, study } = useParley();
  const text = useText();
  if (walk.shocks.length === 0) return null;
  return (
    <section className={styles.shocks} aria-labelledby="what-if">
      <h2 id="what-if">{text.walk.whatIf}</h2>
      <p>{text.walk.whatIfNote}</p>
      <ul>
        {Object.entries(scenario.conditions).map(([id, condition]) => {
          const present = walk.snapshot.context.conditions[id] ?? condition.initial;
          const open = walk.shocks.filter((shock) => readShock(shock)?.condition === id);
          return (
            <li key={id}>
              <span className={styles.condition}>{condition.label}</span>
              <span className={styles.states}>
                <span className={styles.present}>
                  <span className="visually-hidden">{text.walk.presently}: </span>
                  {condition.states[present]?.label ?? present}
                </span>
                {open.map((shock) => (
                  <button
                    key={shock}
                    type="button"
                    className={`button ${styles.shock}`}
                    onClick={() => study.send({ type: 'study.shock', shock })}
                  >
                    <span className="visually-hidden">{condition.label}: </span>
                    {condition.states[readShock(shock)?.state ?? '']?.label}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
