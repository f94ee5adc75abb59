import type { ReactNode } from 'react';
import styles from './Stage.module.css';

/** The head of every scene: where we are, the headline in serif, and the clock in the corner. */
export function SceneHead({
  eyebrow,
  title,
  clock,
}: {
  readonly eyebrow: ReactNode;
  readonly title: string;
  readonly clock: ReactNode;
}) {
  return (
    <div className={styles.top}>
      <div>
        <p className={styles.eyebrow}>{eyebrow}</p>
        <h1>{title}</h1>
      </div>
      {clock}
    </div>
  );
}
