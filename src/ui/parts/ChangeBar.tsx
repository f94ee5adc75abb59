import type { Range } from '../../analysis/heldDraws.ts';
import { clip } from '../../domain/indicators.ts';
import type { Actor } from '../../domain/scenario.ts';
import styles from './bars.module.css';

/** Points at either end of a change bar. */
const REACH = 10;
const percent = (points: number): number => 50 + (50 * clip(points, [-REACH, REACH])) / REACH;

/** A change around zero: the band is its range of judgement, the tick its central value. Silent: the number stands beside it. */
export function ChangeBar({
  actor,
  change,
  range,
}: {
  readonly actor: Actor | undefined;
  readonly change: number | undefined;
  readonly range: Range | undefined;
}) {
  const colour = `var(--actor-${actor?.colour ?? 4})`;
  return (
    <span className={styles.change} aria-hidden="true">
      {change === undefined || range === undefined ? null : (
        <>
          <i
            className={styles.changeBand}
            style={{
              left: `${percent(range.low)}%`,
              width: `${percent(range.high) - percent(range.low)}%`,
              background: `var(--actor-${actor?.colour ?? 4}-soft)`,
              borderColor: colour,
            }}
          />
          <i className={styles.changeTick} style={{ left: `${percent(change)}%`, background: colour }} />
        </>
      )}
    </span>
  );
}
