import { lazy, type ReactNode, Suspense, useState } from 'react';
import { effectsOf } from '../../analysis/trace.ts';
import { labelOf } from '../../domain/chart.ts';
import { quantityAt } from '../../domain/indicators.ts';
import { hasEqualWeights, leverage } from '../../domain/leverage.ts';
import type { Position } from '../../domain/position.ts';
import type { LineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { Boundary } from '../parts/Failure.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { formatDay, formatNumber, formatRange } from '../text/format.ts';
import { leverageMeaning } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';
import { BasisText, EffectText, type MoveFrom, MoveReason } from './BasisWords.tsx';
import { QuantityBasis } from './QuantityBasis.tsx';
import { rangeAt, valuesAt } from './rangeAt.ts';

// What few ask for comes when it is asked for.
const loadPayoffs = () => import('./PayoffBasis.tsx');
const PayoffBasis = lazy(async () => ({ default: (await loadPayoffs()).PayoffBasis }));
const StakeBasis = lazy(async () => ({ default: (await loadPayoffs()).StakeBasis }));
const ScoreEnvelope = lazy(async () => ({ default: (await import('./ScoreEnvelope.tsx')).ScoreEnvelope }));

/** Where a number stands: the end of a line, with the positions that led there. */
export type Place = Pick<LineReading, 'line' | 'positions'>;

/** The number whose basis is asked for. */
export type BasisSubject =
  | { readonly kind: 'score'; readonly actor: string }
  | { readonly kind: 'quantity'; readonly address: string }
  /** What the place is worth to an actor, and one stake's part of that. */
  | { readonly kind: 'payoff'; readonly actor: string }
  | { readonly kind: 'stake'; readonly actor: string; readonly address: string }
  /** `step` is the move's place in the line, from 1; without it, the move was the last one or is not played yet. */
  | { readonly kind: 'move'; readonly move: string; readonly step?: number };

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
  const [stake, setStake] = useState<Extract<BasisSubject, { readonly kind: 'stake' }>>();
  const shown = stake ?? subject;
  return (
    <Sheet title={text.basis.title(subjectLabel(shown))} onClose={onClose}>
      {stake === undefined ? null : (
        <button type="button" className={`button ${styles.back}`} onClick={() => setStake(undefined)}>
          {text.basis.back}
        </button>
      )}
      <Boundary fallback={<p role="alert">{text.walk.notLoaded}</p>}>
        <Suspense fallback={<p>{text.loading}</p>}>{body()}</Suspense>
      </Boundary>
      <p className={styles.standing}>
        {text.basis.standing(scenario.author.name, formatDay(scenario.readingDate), scenario.version)}
      </p>
    </Sheet>
  );

  function subjectLabel(asked: BasisSubject): string {
    const nameOf = (actor: string) => scenario.actors[actor]?.name ?? actor;
    switch (asked.kind) {
      case 'score':
        return `${nameOf(asked.actor)}, ${text.leverage.now.toLowerCase()}`;
      case 'payoff':
        return text.basis.payoffOf(nameOf(asked.actor));
      case 'stake':
        return text.basis.stakeOf(nameOf(asked.actor), quantityAt(scenario, asked.address).label);
      case 'move':
        return labelOf(scenario, asked.move);
      case 'quantity': {
        const { driver, label, of } = quantityAt(scenario, asked.address);
        return driver === undefined ? label : `${nameOf(of ?? '')}: ${label}`;
      }
      default:
        return asked satisfies never;
    }
  }

  function body(): ReactNode {
    switch (shown.kind) {
      case 'score':
        return <ScoreBasis actor={shown.actor} place={place} />;
      case 'quantity':
        return <QuantityBasis address={shown.address} place={place} />;
      case 'payoff': {
        const { actor } = shown;
        return (
          <PayoffBasis actor={actor} place={place} onStake={(address) => setStake({ kind: 'stake', actor, address })} />
        );
      }
      case 'stake':
        return <StakeBasis key={shown.address} actor={shown.actor} address={shown.address} place={place} />;
      case 'move':
        return <MoveBasis move={shown.move} before={positionBefore(place, shown)} />;
      default:
        return shown satisfies never;
    }
  }
}

function ScoreBasis({ actor, place }: { readonly actor: string; readonly place: Place }) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { contributions, score } = leverage(scenario, actor, valuesAt(place));
  const range = rangeAt(parley, place, (values) => leverage(scenario, actor, values).score);
  return (
    <>
      <p className={styles.now}>
        {text.basis.total}: <b>{formatNumber(score)}</b>, {text.leverage.range(formatRange(range))}
      </p>
      <p>{leverageMeaning(text)}</p>
      <p>{hasEqualWeights(scenario, actor) ? text.leverage.equalWeights : text.leverage.givenWeights}</p>
      <ScoreEnvelope actor={actor} place={place} />
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

const positionBefore = (
  { line, positions }: Place,
  { move, step }: Extract<BasisSubject, { readonly kind: 'move' }>,
): Position | undefined => (step === undefined ? positions.at(line.at(-1) === move ? -2 : -1) : positions[step - 1]);

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
