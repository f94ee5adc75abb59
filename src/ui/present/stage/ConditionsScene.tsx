import type { ReactNode } from 'react';
import { type Line, readShock } from '../../../domain/identifier.ts';
import { useParley } from '../../app/parley.ts';
import { useStageWords } from '../words.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

/** The conditions that the rounds begin in: as the reading date has them, or changed for this room. */
export function ConditionsScene({ conditions, clock }: { readonly conditions: Line; readonly clock: ReactNode }) {
  const { scenario } = useParley();
  const words = useStageWords().conditions;
  const set = new Map(conditions.map((shock) => [readShock(shock)?.condition, readShock(shock)?.state]));
  return (
    <>
      <SceneHead eyebrow={words.eyebrow} title={words.title} clock={clock} />
      <div className={styles.body}>
        <ul className={styles.columns}>
          {Object.entries(scenario.conditions).map(([id, condition]) => (
            <li key={id} className={styles.column}>
              <p className={styles.quiet}>
                {condition.label}
                {set.has(id) ? ` · ${words.changed}` : ''}
              </p>
              <p className={styles.strong}>{condition.states[set.get(id) ?? condition.initial]?.label}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
