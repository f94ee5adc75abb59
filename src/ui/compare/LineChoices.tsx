import { useMemo } from 'react';
import { atEnd, standing } from '../../../machines/stepping.ts';
import { isEnd, stateAt } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useText } from '../text/useText.ts';
import styles from './LineChoices.module.css';
import { type LineChoice, lineChoices } from './lineChoices.ts';
import type { ComparedLine } from './lines.ts';
import { useWords } from './words.ts';

/** The lines of the reader's study that can be compared. */
export function useLineChoices(): readonly LineChoice[] {
  const { scenario, read } = useParley();
  const { study, line } = useStudyState();
  return useMemo(() => {
    const hasEnded = (of: Line): boolean => {
      const snapshot = read(of);
      return snapshot !== undefined && atEnd(snapshot);
    };
    return lineChoices(scenario, study, line, hasEnded);
  }, [scenario, read, study, line]);
}

/** The reader's lines as a list to choose from: each a button that says where the line leads. */
export function LineChoices({
  choices,
  chosen,
  onChoose,
}: {
  readonly choices: readonly LineChoice[];
  /** Lines that are compared already: they stand in the list and cannot be chosen twice. */
  readonly chosen: readonly Pick<ComparedLine, 'asked' | 'letter'>[];
  readonly onChoose: (line: Line) => void;
}) {
  const words = useWords();
  const kinds = ['named', 'ends', 'others'] as const;
  const letterOf = (line: Line) => chosen.find(({ asked }) => lineKey(asked) === lineKey(line))?.letter;
  if (choices.every(({ line }) => letterOf(line) !== undefined)) return <p>{words.choose.none}</p>;
  return kinds.map((kind) => {
    const found = choices.filter((choice) => choice.kind === kind);
    return found.length === 0 ? null : (
      <section key={kind} className={styles.group}>
        <h3 className="eyebrow">{words.choose[kind]}</h3>
        <ul className={styles.list}>
          {found.map((choice) => {
            const letter = letterOf(choice.line);
            return (
              <li key={lineKey(choice.line)}>
                <button
                  type="button"
                  className={styles.choice}
                  aria-disabled={letter !== undefined}
                  onClick={() => letter === undefined && onChoose(choice.line)}
                >
                  <b>{choice.name}</b>
                  <LeadsTo line={choice.line} />
                  {choice.here ? <span className={styles.note}>{words.choose.here}</span> : null}
                  {letter === undefined ? null : <span className={styles.note}>{words.choose.chosen(letter)}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

/** Where a line leads: its end with agreement or not, or that the talks go on. */
function LeadsTo({ line }: { readonly line: Line }) {
  const { scenario, read } = useParley();
  const { walk } = useText();
  const { columns } = useWords();
  const snapshot = read(line);
  const state = snapshot === undefined ? undefined : stateAt(scenario, standing(snapshot))?.state;
  const where =
    state !== undefined && isEnd(state)
      ? `${state.meta.label} · ${state.meta.agreement ? walk.agreement : walk.noAgreement}`
      : columns.unfinished;
  return (
    <span>
      {columns.stands(line.length)} · {where}
    </span>
  );
}
