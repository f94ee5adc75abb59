import { payoffEnvelope } from '../../analysis/envelope.ts';
import { clippedValue, quantityAt, type Values } from '../../domain/indicators.ts';
import { payoff } from '../../domain/stakes.ts';
import { useParley } from '../app/parley.ts';
import { useExplainWords } from '../text/explainWords.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';
import type { Place } from './BasisSheet.tsx';
import { BasisText } from './BasisWords.tsx';
import { Envelope } from './Envelope.tsx';
import { QuantityBasis } from './QuantityBasis.tsx';
import { rangeAt, valuesAt } from './rangeAt.ts';
import { percent, worthWords } from './worthWords.ts';

/** What a position is worth to an actor: every stake with its anchors, its weight and its points; they sum to the payoff. */
export function PayoffBasis({
  actor,
  place,
  onStake,
}: {
  readonly actor: string;
  readonly place: Place;
  readonly onStake: (address: string) => void;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const { payoff: words } = useExplainWords();
  const values = valuesAt(place);
  const found = payoff(scenario, actor, values);
  const range = rangeAt(parley, place, (each) => payoff(scenario, actor, each).payoff);
  return (
    <>
      <p className={styles.now}>
        <b>{formatNumber(found.payoff)}</b>, {words.range(formatRange(range))}
      </p>
      <p>{words.meaning}</p>
      <p>
        <b>{words.notComparable}</b>
      </p>
      <Envelope place={place} read={(_, allowed) => payoffEnvelope(scenario, actor, allowed)} />
      <BasisText basis={scenario.stakes[actor]?.basis} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.stake}</th>
            <th scope="col">{words.columns.weight}</th>
            <th scope="col">
              {words.columns.worst} → {words.columns.best}
            </th>
            <th scope="col">{words.columns.now}</th>
            <th scope="col">{words.columns.worth}</th>
            <th scope="col">{words.columns.points}</th>
          </tr>
        </thead>
        <tbody>
          {found.stakes.map(({ address, weight, worth, points }) => {
            const { label, unit } = quantityAt(scenario, address);
            const stake = scenario.stakes[actor]?.items[address];
            return (
              <tr key={address}>
                <th scope="row">
                  <button type="button" className={styles.link} onClick={() => onStake(address)}>
                    {label}
                  </button>
                </th>
                <td>{percent(weight)}</td>
                <td>
                  {formatNumber(stake?.worst ?? Number.NaN)} → {formatNumber(stake?.best ?? Number.NaN)}
                  {unitSuffix(unit)}
                </td>
                <td>{formatNumber(clippedValue(scenario, values, address))}</td>
                <td>{percent(worth)}</td>
                <td>{formatNumber(points)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{percent(found.stakes.reduce((sum, { weight }) => sum + weight, 0))}</td>
            <td />
            <td />
            <td />
            <td>{formatNumber(found.payoff)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** One stake of an actor: its anchors in words, its weight, and then the number that it rests on. */
export function StakeBasis({
  actor,
  address,
  place,
}: {
  readonly actor: string;
  readonly address: string;
  readonly place: Place;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { payoff: words } = useExplainWords();
  const stake = scenario.stakes[actor]?.items[address];
  const stakeIn = (values: Values) => payoff(scenario, actor, values).stakes.find((each) => each.address === address);
  const now = stakeIn(valuesAt(place));
  if (stake === undefined || now === undefined) return null;
  const { unit } = quantityAt(scenario, address);
  const range = rangeAt(parley, place, (values) => stakeIn(values)?.points ?? Number.NaN);
  return (
    <>
      <p className={styles.now}>
        {words.gives(percent(now.worth))} <b>{words.points(formatNumber(now.points))}</b>,{' '}
        {text.leverage.range(formatRange(range))}
      </p>
      <p>{words.weighs(percent(stake.weight))}</p>
      <p>{worthWords(words, stake, unit)}</p>
      <BasisText basis={scenario.stakes[actor]?.basis} />
      <QuantityBasis address={address} place={place} titled />
    </>
  );
}
