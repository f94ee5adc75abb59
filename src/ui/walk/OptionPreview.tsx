import { useDeferredValue, useMemo } from 'react';
import { play } from '../../../machines/stepping.ts';
import { preview } from '../../analysis/lineFindings.ts';
import { principals } from '../../domain/actors.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { ChangeBar } from '../parts/ChangeBar.tsx';
import { formatChange, formatChangeRange } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './Options.module.css';

/** What an option would do to each principal's leverage, with its range. Computed after the page has shown the option itself. */
export function OptionPreview({
  walk,
  move,
  label,
  onBasis,
}: {
  readonly walk: Walk;
  readonly move: MoveId;
  readonly label: string;
  readonly onBasis: () => void;
}) {
  const shown = useDeferredValue<Walk | undefined>(walk, undefined);
  const parley = useParley();
  const text = useText();
  const found = useMemo(
    () => (shown === undefined ? undefined : previewOf(parley, shown, move)),
    [parley, shown, move],
  );
  return (
    <button type="button" className={styles.delta} onClick={onBasis}>
      <span className="visually-hidden">
        {text.walk.why}: {label}.
      </span>
      {principals(parley.scenario).map((id) => {
        const actor = parley.scenario.actors[id];
        const change = found?.change[id];
        return (
          <span key={id} className={styles.deltaRow}>
            <ActorShape actor={actor} />
            <span className="visually-hidden">{actor?.name} </span>
            <ChangeBar actor={actor} change={change?.change} range={change?.range} />
            <b>{change === undefined ? '' : formatChange(change.change)}</b>
            <span className={styles.range}>
              <span className="visually-hidden">, </span>
              {change === undefined ? '' : formatChangeRange(change.range)}
              <span className="visually-hidden">. </span>
            </span>
          </span>
        );
      })}
    </button>
  );
}

function previewOf(parley: ReturnType<typeof useParley>, walk: Walk, move: MoveId) {
  const after = play(parley.machine, walk.snapshot, move);
  const drawn = parley.drawsAlong(walk.line, walk.positions).at(-1);
  if (after === undefined || drawn === undefined) return undefined;
  return preview(parley.scenario, parley.draws, move, walk.snapshot.context, after.context.values, drawn);
}
