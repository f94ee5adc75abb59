import type { Actor } from '../../domain/scenario.ts';
import styles from './parts.module.css';

/**
 * An actor's mark: its shape and colour. The name stands beside it in text, so the mark itself is silent. Its size is in pixels of a page
 * at its usual size, or that of the letters around it.
 */
export function ActorShape({
  actor,
  size = 10,
}: {
  readonly actor: Actor | undefined;
  readonly size?: number | 'letter';
}) {
  const length = size === 'letter' ? '0.75em' : `${size / 16}rem`;
  const colour = actor === undefined ? 'var(--ink-3)' : `var(--actor-${actor.colour})`;
  return (
    <svg
      className={styles.shape}
      style={{ width: length, height: length }}
      viewBox="0 0 10 10"
      aria-hidden="true"
      fill={colour}
    >
      {shapeOf(actor)}
    </svg>
  );
}

function shapeOf(actor: Actor | undefined) {
  if (actor === undefined) return <path d="M5 1 9 5 5 9 1 5Z" fill="none" stroke="var(--ink-3)" strokeWidth="1.4" />;
  switch (actor.shape) {
    case 'circle':
      return <circle cx="5" cy="5" r="4.6" />;
    case 'square':
      return <rect x="0.8" y="0.8" width="8.4" height="8.4" rx="0.8" />;
    case 'triangle':
      return <path d="M5 0.4 9.8 9.2H0.2Z" />;
    case 'diamond':
      return <path d="M5 0 10 5 5 10 0 5Z" />;
    default:
      return actor.shape satisfies never;
  }
}
