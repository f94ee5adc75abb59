import { type ReactNode, Suspense } from 'react';
import { effectsOf, traceOf } from '../../analysis/trace.ts';
import { labelOf } from '../../domain/chart.ts';
import { isBeyondScale, quantityAt, type Values } from '../../domain/indicators.ts';
import { hasEqualWeights, leverage } from '../../domain/leverage.ts';
import type { Position } from '../../domain/position.ts';
import type { LineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { formatChange, formatDay, formatNumber } from '../text/format.ts';
import { leverageMeaning, unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';
import { BasisText, EffectText, EstimateText, type MoveFrom, MoveReason } from './BasisWords.tsx';
import { PayoffBasis } from './PayoffBasis.tsx';

/** Where a number stands: the end of a line, with the positions that led there. */
export type Place = Pick<LineReading, 'line' | 'positions'>;

/** The number whose basis is asked for. */
export type BasisSubject =
  | { readonly kind: 'score'; readonly actor: string }
  | { readonly kind: 'quantity'; readonly address: string }
  /** What a place is worth to an actor. */
  | { readonly kind: 'payoff'; readonly actor: string }
  | { readonly kind: 'move'; readonly move: string };

/** Where a number comes from: estimates, basis, reasons and facts, one tap away from the number. */
export function BasisSheet({
  subject,
  place,
  onClose,
}: {
  readonly subject: BasisSubject;
  readonly place: Place;
  readonly onClose: () => void;
}) {
  const { scenario } = useParley();
  const text = useText();
  return (
    <Sheet title={text.basis.title(subjectLabel(subject))} onClose={onClose}>
      <Suspense fallback={<p>{text.loading}</p>}>{body()}</Suspense>
      <p className={styles.standing}>
        {text.basis.standing(scenario.author.name, formatDay(scenario.readingDate), scenario.version)}
      </p>
    </Sheet>
  );

  function subjectLabel({ kind, ...rest }: BasisSubject): string {
    if (kind === 'payoff' && 'actor' in rest) return text.basis.payoff(scenario.actors[rest.actor]?.name ?? rest.actor);
    if ('actor' in rest) return `${scenario.actors[rest.actor]?.name}, ${text.leverage.now.toLowerCase()}`;
    if ('move' in rest) return labelOf(scenario, rest.move);
    const quantity = quantityAt(scenario, rest.address);
    return quantity.driver === undefined
      ? quantity.label
      : `${scenario.actors[quantity.of ?? '']?.name}: ${quantity.label}`;
  }

  function body(): ReactNode {
    switch (subject.kind) {
      case 'score':
        return <ScoreBasis actor={subject.actor} place={place} />;
      case 'quantity':
        return <QuantityBasis address={subject.address} place={place} />;
      case 'payoff':
        return <PayoffBasis actor={subject.actor} values={valuesAt(place)} />;
      case 'move':
        return <MoveBasis move={subject.move} before={positionBefore(place, subject.move)} />;
      default:
        return subject satisfies never;
    }
  }
}

function ScoreBasis({ actor, place }: { readonly actor: string; readonly place: Place }) {
  const { scenario } = useParley();
  const text = useText();
  const { contributions, score } = leverage(scenario, actor, valuesAt(place));
  return (
    <>
      <p>{leverageMeaning(text)}</p>
      <p>{hasEqualWeights(scenario, actor) ? text.leverage.equalWeights : text.leverage.givenWeights}</p>
      <BasisText basis={scenario.leverage[actor]?.basis} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.leverage.driver}</th>
            <th scope="col">{text.leverage.value}</th>
            <th scope="col">{text.leverage.weight}</th>
            <th scope="col">{text.leverage.contribution}</th>
          </tr>
        </thead>
        <tbody>
          {contributions.map(({ driver, value, weight, points }) => (
            <tr key={driver}>
              <th scope="row">{scenario.drivers.labels[driver]}</th>
              <td>{formatNumber(value)}</td>
              <td>{formatNumber(weight * 100)} %</td>
              <td>{formatNumber(points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.basis.total}</th>
            <td />
            <td />
            <td>{formatNumber(score)}</td>
          </tr>
        </tfoot>
      </table>
      {contributions.map(({ address }) => (
        <QuantityBasis key={address} address={address} place={place} titled />
      ))}
    </>
  );
}

/** A number's start value and every step that touched it. */
function QuantityBasis({
  address,
  place,
  titled = false,
}: {
  readonly address: string;
  readonly place: Place;
  readonly titled?: boolean;
}) {
  const { scenario } = useParley();
  const text = useText();
  const { quantity, steps, value } = traceOf(scenario, address, place.line, place.positions);
  const anchors = quantity.driver === undefined ? undefined : scenario.drivers.anchors[quantity.driver];
  const beyond = isBeyondScale(scenario, valuesAt(place), address);
  return (
    <section className={styles.quantity}>
      {titled ? <h3>{quantity.label}</h3> : null}
      <p className={styles.now}>
        {text.basis.total}: <b>{formatNumber(value)}</b>
        {unitSuffix(quantity.unit)} {beyond ? `(${text.leverage.beyond})` : ''}
      </p>
      {anchors === undefined || titled ? null : (
        <ul className={styles.anchors}>
          {([0, 50, 100] as const).map((at) => (
            <li key={at}>
              <b>{at}</b> {anchors[at]}
            </li>
          ))}
        </ul>
      )}
      {quantity.note === undefined ? null : <p>{quantity.note}</p>}
      <ol className={styles.steps}>
        <li>
          <p className={styles.stepHead}>{text.basis.start}</p>
          <p>
            <EstimateText estimate={quantity.initial} unit={quantity.unit} />
          </p>
          <BasisText basis={quantity.basis} />
        </li>
        {steps.map(({ step, move, effects, change }) => (
          <li key={step}>
            <p className={styles.stepHead}>
              {text.walk.step(step)}: {labelOf(scenario, move)} <b>{formatChange(change)}</b>
            </p>
            {effects.map((effect) => (
              <p key={effect.effect.parameter}>
                <EffectText of={effect} />
              </p>
            ))}
            <MoveReason move={move} before={place.positions[step - 1]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function valuesAt({ positions }: Place): Values {
  const position = positions.at(-1);
  if (position === undefined) throw new RangeError('a line stands somewhere');
  return position.values;
}

const positionBefore = ({ line, positions }: Place, move: string): Position | undefined =>
  positions.at(line.at(-1) === move ? -2 : -1);

/** Every number of a move, with the one basis that covers them. */
function MoveBasis({ move, before }: MoveFrom) {
  const { scenario } = useParley();
  const text = useText();
  const effects = before === undefined ? [] : effectsOf(scenario, move, before);
  return (
    <>
      <MoveReason move={move} before={before} />
      {effects.length === 0 ? <p>{text.basis.none}</p> : null}
      <table className={styles.table}>
        <tbody>
          {effects.map((stepEffect) => {
            const { address, parameter } = stepEffect.effect;
            const { label, of, driver } = quantityAt(scenario, address);
            return (
              <tr key={parameter}>
                <th scope="row">{driver === undefined ? label : `${scenario.actors[of ?? '']?.name}: ${label}`}</th>
                <td>
                  <EffectText of={stepEffect} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
