import { useHashLocation } from 'wouter/use-hash-location';
import type { LineValues } from '../../analysis/lineValues.ts';
import type { Outcome } from '../../analysis/outcomes.ts';
import { actorName, principals } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import { sameLine } from '../../domain/line.ts';
import { stakeholders } from '../../domain/stakes.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { useLine } from '../app/useStudy.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { RangeBar } from '../parts/RangeBar.tsx';
import { formatChange, formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { branchLabel } from './branchLabel.ts';
import { EndBadge } from './EndBadge.tsx';
import { endWords, type Gain, type WalkAwayPlace, walkAwayEnds } from './outcomeRows.ts';
import styles from './SelectionPanel.module.css';
import { useWords } from './useWords.ts';

/** An outcome that was asked about: what it is, what it is worth, how it stands to walking away, and a line that leads there. */
export function SelectionPanel({
  outcome,
  onFrontier,
  values,
  gains,
  walkAway,
  onBasis,
  onClose,
}: {
  readonly outcome: Outcome;
  /** It was chosen on the frontier, and not as the line that stands for its end. */
  readonly onFrontier: boolean;
  readonly values: LineValues | undefined;
  readonly gains: readonly [Gain, Gain] | undefined;
  readonly walkAway: WalkAwayPlace | undefined;
  readonly onBasis: (actor: string) => void;
  readonly onClose: () => void;
}) {
  const { scenario, study, stamp } = useParley();
  const text = useText();
  const words = useWords();
  const [, navigate] = useHashLocation();
  const present = useLine();
  const { selected } = words;
  const { number, label, agreement } = endWords(scenario, outcome.end);
  const actors = [...new Set([...principals(scenario), ...stakeholders(scenario)])];
  const { line } = outcome;
  const walk = () => {
    study.send({ type: 'study.jump', line });
    navigate(formatAddress({ screen: 'walk', line }, stamp));
  };
  const lines = present.length === 0 || sameLine(present, line) ? [line] : [present, line];
  return (
    <section className={styles.panel} aria-labelledby="chosen-end">
      <div className={styles.head}>
        <EndBadge number={number} agreement={agreement} />
        <div>
          <h3 id="chosen-end">{label}</h3>
          <p className={styles.kind}>
            {agreement ? text.walk.agreement : text.walk.noAgreement}
            {onFrontier ? ` · ${selected.frontier}` : ''}
          </p>
        </div>
        <button type="button" className="button" onClick={onClose}>
          {selected.close}
        </button>
      </div>
      <dl className={styles.worth}>
        {actors.map((id) => {
          const value = values?.payoffs[id];
          const actor = scenario.actors[id];
          return (
            <div key={id}>
              <dt>
                <ActorShape actor={actor} /> {actor?.name}
              </dt>
              <dd>
                {value === undefined ? (
                  <span className={styles.waiting}>{selected.waiting}</span>
                ) : (
                  <>
                    <RangeBar actor={actor} value={value.central} range={value.range} />
                    <button type="button" className={styles.value} onClick={() => onBasis(id)}>
                      <span className="visually-hidden">{selected.basis(actorName(scenario, id))}: </span>
                      <b>{formatNumber(value.central)}</b> {formatRange(value.range)}
                    </button>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {walkAway === undefined ? (
        <p className={styles.kind}>{selected.noWalkAway}</p>
      ) : gains === undefined ? null : (
        <div className={styles.against}>
          <h4>{selected.against}</h4>
          <p className={styles.kind}>
            {selected.from(branchLabel(scenario, walkAway.branch), walkAwayEnds(scenario, walkAway))}
          </p>
          <ul>
            {gains.map(({ actor, central, range, side }) => (
              <li key={actor}>
                {selected.gain(actorName(scenario, actor), formatChange(central), formatChangeRange(range))}:{' '}
                {selected.sides[side]}.
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.line}>
        <h4>{selected.steps(line.length)}</h4>
        <ol>
          {line.map((move, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop plays the same move at several steps.
            <li key={index}>{labelOf(scenario, move)}</li>
          ))}
        </ol>
      </div>
      <div className={styles.buttons}>
        <button type="button" className="button primary" onClick={walk}>
          {selected.walk}
        </button>
        <a className="button" href={`#${formatAddress({ screen: 'compare', lines }, stamp)}`}>
          {selected.compare}
        </a>
      </div>
    </section>
  );
}
