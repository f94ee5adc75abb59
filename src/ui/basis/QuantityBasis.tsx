import { traceOf } from '../../analysis/trace.ts';
import { labelOf } from '../../domain/chart.ts';
import { clippedValue, isBeyondScale } from '../../domain/indicators.ts';
import { useParley } from '../app/parley.ts';
import { CitedText } from '../parts/CitedText.tsx';
import { formatChange, formatNumber, formatRange } from '../text/format.ts';
import { unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';
import type { Place } from './BasisSheet.tsx';
import { BasisText, EffectText, EstimateText, MoveReason } from './BasisWords.tsx';
import { rangeAt, valuesAt } from './rangeAt.ts';

/** A number's start value and every step that touched it. */
export function QuantityBasis({
  address,
  place,
  titled = false,
}: {
  readonly address: string;
  readonly place: Place;
  readonly titled?: boolean;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { quantity, steps, value } = traceOf(scenario, address, place.line, place.positions);
  const anchors = quantity.driver === undefined ? undefined : scenario.drivers.anchors[quantity.driver];
  const range = rangeAt(parley, place, (values) => clippedValue(scenario, values, address));
  const beyond = isBeyondScale(scenario, valuesAt(place), address);
  return (
    <section className={styles.quantity}>
      {titled ? <h3>{quantity.label}</h3> : null}
      <p className={styles.now}>
        {text.basis.total}: <b>{formatNumber(value)}</b>
        {unitSuffix(quantity.unit)}, {text.leverage.range(formatRange(range))}{' '}
        {beyond ? `(${text.leverage.beyond})` : ''}
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
      {quantity.note === undefined ? null : (
        <p>
          <CitedText>{quantity.note}</CitedText>
        </p>
      )}
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
