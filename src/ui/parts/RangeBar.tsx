import type { Range } from '../../analysis/heldDraws.ts';
import { clip } from '../../domain/indicators.ts';
import type { Actor } from '../../domain/scenario.ts';
import styles from './bars.module.css';

/** A value from 0 to 100: the band is its range of judgement, the tick its central value. Silent: the number stands beside it. */
export function RangeBar({
  actor,
  value,
  range,
}: {
  readonly actor: Actor | undefined;
  readonly value: number;
  readonly range: Range;
}) {
  const colour = actor?.colour ?? 4;
  const at = (points: number): number => clip(points, [0, 100]);
  return (
    <span className={styles.range} aria-hidden="true">
      <i
        className={`${styles.rangeBand} settle`}
        style={{
          left: `${at(range.low)}%`,
          width: `${at(range.high) - at(range.low)}%`,
          background: `var(--actor-${colour}-soft)`,
          borderColor: `var(--actor-${colour})`,
        }}
      />
      <i
        className={`${styles.rangeTick} settle`}
        style={{ left: `${at(value)}%`, background: `var(--actor-${colour})` }}
      />
    </span>
  );
}
