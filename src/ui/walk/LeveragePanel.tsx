import { memo } from 'react';
import type { LeverageFinding, StepFinding } from '../../analysis/lineFindings.ts';
import { principals } from '../../domain/actors.ts';
import { hasEqualWeights, scoredActors } from '../../domain/leverage.ts';
import { useParley } from '../app/parley.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { ActorShape } from '../parts/ActorShape.tsx';
import { Beyond } from '../parts/Beyond.tsx';
import { RangeBar } from '../parts/RangeBar.tsx';
import { formatChange, formatNumber, formatRange } from '../text/format.ts';
import { leverageMeaning } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import type { ExplainScope } from './explain/explainScope.ts';
import styles from './LeveragePanel.module.css';

type OnBasis = (subject: BasisSubject) => void;

/** Leverage at this step: each principal's score with its range, its drivers, and the change since the last step. */
export const LeveragePanel = memo(function LeveragePanel({
  finding,
  onBasis,
  onExplain,
}: {
  readonly finding: StepFinding;
  readonly onBasis: OnBasis;
  readonly onExplain: (scope: ExplainScope) => void;
}) {
  const { scenario } = useParley();
  const text = useText();
  const [one, other] = principals(scenario);
  const others = scoredActors(scenario).filter((actor) => actor !== one && actor !== other);
  const score = (actor: string) => {
    const found = finding.leverage[actor];
    return found === undefined ? null : (
      <ActorLeverage
        key={actor}
        finding={found}
        beyond={finding.beyond}
        first={finding.move === undefined}
        onBasis={onBasis}
      />
    );
  };
  return (
    <section className={styles.panel} aria-labelledby="leverage-now">
      <h2 id="leverage-now" className="eyebrow">
        {text.leverage.now}
      </h2>
      {[one, other].map(score)}
      {finding.move === undefined ? null : (
        <button type="button" className={`button ${styles.howHere}`} onClick={() => onExplain('line')}>
          {text.walk.howHere}
        </button>
      )}
      {others.length === 0 ? null : (
        <div className={styles.others}>
          {others.map((actor) => (
            <button
              key={actor}
              type="button"
              className={styles.other}
              onClick={() => onBasis({ kind: 'score', actor })}
            >
              <ActorShape actor={scenario.actors[actor]} /> {scenario.actors[actor]?.name}{' '}
              <b>{formatNumber(finding.leverage[actor]?.score ?? 0)}</b>{' '}
              {formatRange(finding.leverage[actor]?.range ?? { low: 0, high: 0 })}
            </button>
          ))}
          <details>
            <summary>{text.leverage.others}</summary>
            {others.map(score)}
          </details>
        </div>
      )}
      <details className={styles.meaning}>
        <summary>{text.leverage.howToRead}</summary>
        {leverageMeaning(text)}{' '}
        {hasEqualWeights(scenario, one) ? text.leverage.equalWeights : text.leverage.givenWeights}
      </details>
    </section>
  );
});

function ActorLeverage({
  finding,
  beyond,
  first,
  onBasis,
}: {
  readonly finding: LeverageFinding;
  readonly beyond: StepFinding['beyond'];
  readonly first: boolean;
  readonly onBasis: OnBasis;
}) {
  const { scenario } = useParley();
  const text = useText();
  const { actor: id, score, range, contributions, change } = finding;
  const actor = scenario.actors[id];
  const name = actor?.name ?? id;
  return (
    <div className={styles.actor}>
      <h3>
        <button type="button" onClick={() => onBasis({ kind: 'score', actor: id })}>
          <ActorShape actor={actor} size={12} />
          <span className={styles.name}>{name}</span>
          <span className={styles.change}>{first ? '' : formatChange(change.change)}</span>
          <span className={styles.score} style={{ color: `var(--actor-${actor?.colour ?? 4})` }}>
            {formatNumber(score)}
          </span>
          <span className={styles.range}>
            <span className="visually-hidden">, </span>
            {formatRange(range)}
          </span>
        </button>
      </h3>
      <RangeBar actor={actor} value={score} range={range} />
      <table className={styles.drivers}>
        <caption className="visually-hidden">
          {text.leverage.score(name, formatNumber(score), formatRange(range))}
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{text.leverage.driver}</th>
            <th scope="col">{text.leverage.contribution}</th>
            <th scope="col">{text.leverage.change}</th>
          </tr>
        </thead>
        <tbody>
          {contributions.map(({ driver, address, points, weight }, index) => (
            <tr key={driver}>
              <th scope="row">
                <button type="button" onClick={() => onBasis({ kind: 'quantity', address })}>
                  {scenario.drivers.labels[driver]}
                </button>
              </th>
              <td className={styles.bar}>
                <i
                  className="settle"
                  style={{
                    width: `${weight === 0 ? 0 : points / weight}%`,
                    background: `var(--actor-${actor?.colour ?? 4})`,
                  }}
                  aria-hidden="true"
                />
                <span>
                  {beyond.includes(address) ? <Beyond /> : null}
                  {formatNumber(points)}
                </span>
              </td>
              <td>{first ? '' : formatChange(change.steps[index]?.points ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
