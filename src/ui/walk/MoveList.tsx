import { memo, useEffect, useMemo, useRef } from 'react';
import { principals } from '../../domain/actors.ts';
import { deciders, isDecision, labelOf, moveAt, stateAt } from '../../domain/chart.ts';
import { type Line, readShock } from '../../domain/identifier.ts';
import { leverage } from '../../domain/leverage.ts';
import { beginsWith, lineKey, sameLine } from '../../domain/line.ts';
import type { Actor, Scenario } from '../../domain/scenario.ts';
import { isDeleted, type Study } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { formatChange } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './MoveList.module.css';
import { type MoveRow, moveRows } from './moveRows.ts';
import { StudyHead } from './StudyHead.tsx';

/** Who made a move, for its mark: one actor, or nobody in particular. */
function mover(scenario: Scenario, move: string): Actor | undefined {
  const from = moveAt(scenario, move)?.from;
  const state = from === undefined ? undefined : stateAt(scenario, from)?.state;
  const who = state !== undefined && isDecision(state) ? deciders(state) : [];
  return who.length === 1 ? scenario.actors[who[0] ?? ''] : undefined;
}

/** Brings the present step into view where the list scrolls in a column of its own; the page itself stays where it is. */
function showCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector('[aria-current]');
  const column = list?.closest('aside');
  if (current == null || column == null || column.scrollHeight <= column.clientHeight) return;
  const [row, frame] = [current.getBoundingClientRect(), column.getBoundingClientRect()];
  if (row.top < frame.top) column.scrollTop -= frame.top - row.top;
  else if (row.bottom > frame.bottom) column.scrollTop += row.bottom - frame.bottom;
}

/** The reader's lines as a move list: the main line, variations set in below, each step a button. */
export const MoveList = memo(function MoveList({ walk, lines }: { readonly walk: Walk; readonly lines: Study }) {
  const { scenario, read, study } = useParley();
  const text = useText();
  const rows = useMemo(() => moveRows(lines), [lines]);
  const sides = principals(scenario);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (walk.line.length === 0) return;
    // With the next picture, for which the page is laid out anyway.
    const frame = requestAnimationFrame(() => showCurrent(list.current));
    return () => cancelAnimationFrame(frame);
  }, [walk.line]);
  const go = (line: Line) => study.send({ type: 'study.jump', line });
  const changes = ({ step }: MoveRow): readonly string[] => {
    const [after, before] = [read(step.line), read(step.line.slice(0, -1))];
    if (after === undefined || before === undefined) return [];
    return sides.map((actor) =>
      formatChange(
        leverage(scenario, actor, after.context.values).score - leverage(scenario, actor, before.context.values).score,
      ),
    );
  };
  return (
    <section aria-labelledby="your-line">
      <div className={styles.head}>
        <h2 id="your-line" className="eyebrow">
          {text.walk.yourLine}
        </h2>
        {rows.length === 0 ? null : (
          <span className={styles.sides}>
            {sides.map((id) => (
              <span key={id}>
                <ActorShape actor={scenario.actors[id]} />
                <span className="visually-hidden">{scenario.actors[id]?.name}</span>
              </span>
            ))}
          </span>
        )}
      </div>
      <StudyHead line={walk.line} />
      {rows.length === 0 && walk.line.length === 0 ? <p className={styles.empty}>{text.walk.emptyLine}</p> : null}
      <p role="status" className={styles.empty}>
        {isDeleted(lines, walk.line) ? text.walk.deletedStep : ''}
      </p>
      <ol ref={list} className={styles.moves}>
        {rows.length === 0 ? null : (
          <li>
            <button
              type="button"
              className={styles.move}
              onClick={() => go([])}
              aria-current={walk.line.length === 0 ? 'step' : undefined}
            >
              <span className={styles.number} />
              <span />
              <span>{text.walk.start}</span>
            </button>
          </li>
        )}
        {rows.map((row, index) => {
          const { line, name, mark, note } = row.step;
          const move = line.at(-1) ?? '';
          const shock = readShock(move) !== undefined;
          const by = mover(scenario, move);
          const here = sameLine(line, walk.line);
          return (
            <li
              key={lineKey(line)}
              style={{ marginInlineStart: `${Math.min(row.depth, 4) * 0.85}rem` }}
              data-depth={row.depth}
              data-turn={row.number <= (rows[index - 1]?.number ?? 0)}
            >
              <button
                type="button"
                className={styles.move}
                onClick={() => go(line)}
                aria-current={here ? 'step' : undefined}
                data-on-line={beginsWith(walk.line, line)}
                data-depth={row.depth}
              >
                <span className={styles.number}>{row.number}</span>
                {shock ? <span aria-hidden="true">⚡</span> : <ActorShape actor={by} />}
                <span className={styles.label}>
                  {name?.value ? <b className={styles.name}>{name.value}</b> : null}
                  <span className="visually-hidden">
                    {shock ? `${text.walk.shock}: ` : by === undefined ? '' : `${by.name}: `}
                  </span>
                  {labelOf(scenario, move)}
                  {mark?.value === undefined ? null : (
                    <b className={styles.mark}>
                      {' '}
                      {mark.value}
                      <span className="visually-hidden"> ({text.walk.markNames[mark.value]})</span>
                    </b>
                  )}
                  {note?.value ? <span className={styles.noted}>{note.value}</span> : null}
                </span>
                {changes(row).map((change, index) => (
                  <span key={sides[index]} className={styles.delta}>
                    <span className="visually-hidden">, {scenario.actors[sides[index] ?? '']?.name} </span>
                    {change}
                  </span>
                ))}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
});
