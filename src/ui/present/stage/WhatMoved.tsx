import type { LeverageFinding, StepFinding } from '../../../analysis/lineFindings.ts';
import { principals } from '../../../domain/actors.ts';
import { clip, quantityAt } from '../../../domain/indicators.ts';
import { useParley } from '../../app/parley.ts';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { formatChange, formatChangeRange, formatNumber, formatRange } from '../../text/format.ts';
import { changeSentence, unitSuffix } from '../../text/sentences.ts';
import { useText } from '../../text/useText.ts';
import { useStageWords } from '../words.ts';
import styles from './Stage.module.css';

/** Indicators named beside leverage. */
const NAMED = 3;

/** What a step moved, as Walk says it: each principal's leverage with its band and why it changed, and what else moved. */
export function WhatMoved({
  finding,
  leverageAlone = false,
}: {
  readonly finding: StepFinding;
  readonly leverageAlone?: boolean;
}) {
  const { scenario } = useParley();
  const words = useStageWords().consequence;
  const { leverage } = useText();
  return (
    <>
      <ul className={styles.scores}>
        {principals(scenario).map((actor) => {
          const found = finding.leverage[actor];
          return found === undefined ? null : <Score key={actor} found={found} />;
        })}
      </ul>
      <p className={styles.quiet}>{words.leverage}</p>
      {leverageAlone || finding.moved.length === 0 ? null : (
        <div className={styles.moved}>
          <h2>{words.moved}</h2>
          <ul>
            {finding.moved.slice(0, NAMED).map(({ address, central, range }) => {
              const { label, unit } = quantityAt(scenario, address);
              const beyond = finding.beyond.includes(address) ? `, ${leverage.beyond}` : '';
              return (
                <li key={address}>
                  {label} <b>{formatChange(central)}</b> ({formatChangeRange(range)}
                  {unitSuffix(unit)}
                  {beyond})
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}

function Score({ found }: { readonly found: LeverageFinding }) {
  const { scenario } = useParley();
  const text = useText();
  const words = useStageWords().consequence;
  const { actor: id, score, range, change } = found;
  const actor = scenario.actors[id];
  const at = (points: number): number => clip(points, [0, 100]);
  const colour = actor?.colour ?? 4;
  return (
    <li className={styles.score}>
      <span className={styles.who}>
        <ActorShape actor={actor} size="letter" />
        {actor?.name}
      </span>
      <span className={styles.band} aria-hidden="true">
        <i
          style={{
            left: `${at(range.low)}%`,
            width: `${at(range.high) - at(range.low)}%`,
            background: `var(--actor-${colour}-soft)`,
            borderColor: `var(--actor-${colour})`,
          }}
        />
        <i data-tick="" style={{ left: `${at(score)}%`, background: `var(--actor-${colour})` }} />
      </span>
      <span className={styles.value}>
        <b>{formatNumber(score)}</b> ({formatRange(range)})
      </span>
      <p className={styles.why}>
        {changeSentence(scenario, text, change)} <span>{words.range(formatChangeRange(change.range))}</span>
      </p>
    </li>
  );
}
