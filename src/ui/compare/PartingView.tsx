import { useMemo } from 'react';
import { standing } from '../../../machines/stepping.ts';
import { isEnd, stateAt, TABLE } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import { useParley } from '../app/parley.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { placeLabel } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { conditionSentences } from './conditions.ts';
import type { ComparedLine } from './lines.ts';
import styles from './PartingView.module.css';
import { type PartedStep, type Parting, partingOf } from './parting.ts';
import { partingSentences } from './partingWords.ts';
import { useWords } from './words.ts';

/** Where the compared lines part, as the machine reads their shared beginning. */
export function useParting(lines: readonly ComparedLine[]): Parting {
  const { scenario, read } = useParley();
  return useMemo(() => {
    const stateAfter = (line: Line) => {
      const snapshot = read(line);
      return snapshot === undefined ? TABLE : standing(snapshot);
    };
    return partingOf(
      scenario,
      lines.map(({ reading }) => reading.line),
      stateAfter,
    );
  }, [scenario, read, lines]);
}

/** Where the lines part, what each does then, and which conditions differ. */
export function PartingView({ lines }: { readonly lines: readonly ComparedLine[] }) {
  const { scenario } = useParley();
  const words = useWords();
  const parting = useParting(lines);
  const letters = lines.map(({ letter }) => letter);
  const conditions = conditionSentences(scenario, words, lines);
  return (
    <section className={styles.parting} aria-labelledby="where-they-part">
      <h2 id="where-they-part">{words.parting.title}</h2>
      <p className={styles.prose}>{partingSentences(scenario, words, parting, letters).join(' ')}</p>
      <div className={styles.columns}>
        {lines.map((line, at) => (
          <LineSteps key={line.key} line={line} steps={parting.own[at] ?? []} letters={letters} />
        ))}
      </div>
      <p className={styles.conditions}>
        {conditions.length === 0 ? (
          words.parting.sameConditions
        ) : (
          <>
            <b>{words.parting.conditions}.</b> {conditions.join(' ')}
          </>
        )}
      </p>
    </section>
  );
}

/** A line's own steps after the parting, and where they lead. */
function LineSteps({
  line,
  steps,
  letters,
}: {
  readonly line: ComparedLine;
  readonly steps: readonly PartedStep[];
  readonly letters: readonly string[];
}) {
  const { scenario } = useParley();
  const { walk } = useText();
  const { parting, columns } = useWords();
  const state = stateAt(scenario, line.reading.state)?.state;
  return (
    <section className={styles.column} aria-label={parting.own(line.letter)}>
      <h3>
        <span className={styles.letter}>{line.letter}</span> {line.name}
      </h3>
      {steps.length === 0 ? (
        <p className={styles.quiet}>{parting.noOwn}</p>
      ) : (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.number}>
              <span className={styles.number}>{step.number}</span>
              <Movers step={step} />
              <span>
                {step.label}
                {step.alsoIn.length === 0 ? null : (
                  <span className={styles.quiet}> ({parting.asIn(step.alsoIn.map((at) => letters[at] ?? ''))})</span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.end}>
        {state !== undefined && isEnd(state) ? (
          <>
            <b>{state.meta.label}</b>{' '}
            <span className={styles.quiet}>
              {parting.end} · {state.meta.agreement ? walk.agreement : walk.noAgreement}
            </span>
          </>
        ) : (
          <span className={styles.quiet}>
            {columns.unfinished}: {placeLabel(scenario, line.reading.state)}
          </span>
        )}
      </p>
    </section>
  );
}

/** Who made a step, by shape and, for those who do not see it, by name. */
function Movers({ step: { movers, shock } }: { readonly step: PartedStep }) {
  const { parting } = useWords();
  if (shock)
    return (
      <span>
        <span aria-hidden="true">⚡</span>
        <span className="visually-hidden">{parting.shock}: </span>
      </span>
    );
  if (movers.length === 0) return <ActorShape actor={undefined} />;
  return (
    <span className={styles.movers}>
      {movers.map((actor) => (
        <ActorShape key={actor.name} actor={actor} />
      ))}
      <span className="visually-hidden">{movers.map(({ name }) => name).join(', ')}: </span>
    </span>
  );
}
