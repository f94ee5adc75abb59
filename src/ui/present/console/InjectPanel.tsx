import { readShock } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';
import { INJECT_ID } from './ids.ts';
import { useConditions } from './useConditions.ts';

/** Condition cards of a round: shown first, let happen or held afterwards. */
export function InjectPanel({ console: { view, send } }: { readonly console: Console }) {
  const { scenario } = useParley();
  const { inject: words } = usePresentWords();
  const present = useConditions(view);
  const shocks = view.negotiation?.shocks ?? [];
  if (view.negotiation === undefined || !view.can['inject.open']) return null;
  return (
    <section className={styles.cards} id={INJECT_ID} tabIndex={-1}>
      <h2>{words.title}</h2>
      <p>{shocks.length === 0 ? words.none : words.note}</p>
      {shocks.length === 0
        ? null
        : Object.entries(scenario.conditions).map(([id, condition]) => (
            <div key={id}>
              <p>
                {condition.label} · {words.presently}: {condition.states[present[id] ?? condition.initial]?.label}
              </p>
              <div className={styles.row}>
                {shocks
                  .filter((shock) => readShock(shock)?.condition === id)
                  .map((shock) => {
                    const label = condition.states[readShock(shock)?.state ?? '']?.label ?? shock;
                    return (
                      <button
                        key={shock}
                        type="button"
                        className="button"
                        aria-label={words.show(`${condition.label}: ${label}`)}
                        onClick={() => send({ type: 'inject.open', shock })}
                      >
                        {label}
                      </button>
                    );
                  })}
              </div>
            </div>
          ))}
    </section>
  );
}
