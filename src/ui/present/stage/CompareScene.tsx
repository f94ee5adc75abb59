import { type ReactNode, useMemo } from 'react';
import { labelOf } from '../../../domain/chart.ts';
import type { Line } from '../../../domain/identifier.ts';
import type { ComparableLine } from '../../../workshop/comparable.ts';
import { readLine } from '../../app/lineReading.ts';
import { useParley } from '../../app/parley.ts';
import { placeLabel } from '../../text/sentences.ts';
import { comparisonOf } from '../comparison.ts';
import { differenceSentence, lineName } from '../comparisonWords.ts';
import { useStageWords } from '../words.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

/** Two lines of the room side by side: where they part, where each ends, and what differs, with ranges on shared draws. */
export function CompareScene({
  lines,
  clock,
}: {
  readonly lines: readonly ComparableLine[];
  readonly clock: ReactNode;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const words = useStageWords();
  const [first, second] = lines;
  const compared = useMemo(
    () => (first === undefined || second === undefined ? undefined : comparisonOf(parley, first, second)),
    [parley, first, second],
  );
  if (compared === undefined)
    return (
      <>
        <SceneHead eyebrow={words.compare.eyebrow} title={words.part('compare', 1)} clock={clock} />
        <div className={styles.body}>
          <p className={styles.large}>{words.compare.one}</p>
          {first === undefined ? null : <Steps line={first.line} shared={0} />}
        </div>
      </>
    );
  const parting = compared.lines[0].slice(0, compared.shared);
  const isSame = compared.shared === compared.lines[0].length && compared.shared === compared.lines[1].length;
  const title = isSame
    ? words.compare.same
    : compared.first.kind === 'start'
      ? words.compare.since(compared.first.round)
      : words.compare.parts(placeLabel(scenario, readLine(parley, parting).state));
  const pair = [
    { line: compared.lines[0], name: lineName(scenario, words, compared.first, compared.second) },
    { line: compared.lines[1], name: lineName(scenario, words, compared.second, compared.first) },
  ];
  return (
    <>
      <SceneHead eyebrow={words.compare.eyebrow} title={title} clock={clock} />
      <div className={styles.body}>
        <div className={styles.columns}>
          {pair.map(({ line, name }) => (
            <div key={name} className={styles.column}>
              <h2>{name}</h2>
              <Steps line={line} shared={compared.shared} />
            </div>
          ))}
        </div>
        <ul className={styles.differences}>
          {compared.figures.map((row) => (
            <li key={row.figure.id}>{differenceSentence(scenario, words, row)}</li>
          ))}
        </ul>
        <p className={styles.quiet}>{words.compare.rule}</p>
      </div>
    </>
  );
}

/** Steps of a line that a room can read at a glance: where it parts and what follows. */
const SHOWN = 4;

function Steps({ line, shared }: { readonly line: Line; readonly shared: number }) {
  const parley = useParley();
  const words = useStageWords().compare;
  const { state, ended } = readLine(parley, line);
  const end = placeLabel(parley.scenario, state);
  const from = Math.max(0, Math.min(shared, line.length - 1));
  const steps = line.slice(from, from + SHOWN);
  return (
    <ol className={styles.steps}>
      {steps.map((move, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the line.
        <li key={index} data-parts={from + index === shared}>
          {labelOf(parley.scenario, move)}
        </li>
      ))}
      {line.length > from + SHOWN ? <li aria-hidden="true">…</li> : null}
      <li>{ended ? words.ends(end) : words.stands(end)}</li>
    </ol>
  );
}
