import type { ReactNode } from 'react';
import { labelOf } from '../../../domain/chart.ts';
import type { Scene } from '../../../workshop/projectorView.ts';
import { useParley } from '../../app/parley.ts';
import { useStageWords } from '../words.ts';
import styles from './Stage.module.css';

/** A prompt of the debrief, large; under it the line that each round walked. */
export function DebriefScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'debrief' }>;
  readonly clock: ReactNode;
}) {
  const { scenario } = useParley();
  const words = useStageWords();
  return (
    <>
      <div className={styles.top}>
        <p className={styles.eyebrow}>{words.promptOf(scene.number, scene.of)}</p>
        {clock}
      </div>
      <div className={styles.middle}>
        <h1 className={styles.prompt}>{words.prompts[scene.prompt]}</h1>
        <ul className={styles.steps}>
          {scene.rounds.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds are only ever added at the end.
            <li key={index} className={styles.quiet}>
              <b>{words.debrief.line(index + 1)}</b> {line.map((move) => labelOf(scenario, move)).join(' → ')}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
