import { quantityAt, type Values } from '../../domain/indicators.ts';
import { payoff } from '../../domain/stakes.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';
import { BasisText } from './BasisWords.tsx';

/** How an actor's payoff is made up: each stake's worth between its anchors, its weight, and its points. */
export function PayoffBasis({ actor, values }: { readonly actor: string; readonly values: Values }) {
  const { scenario } = useParley();
  const text = useText();
  const { payoff: total, stakes } = payoff(scenario, actor, values);
  return (
    <>
      <p>{text.basis.payoffMeaning}</p>
      <BasisText basis={scenario.stakes[actor]?.basis} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.basis.stake}</th>
            <th scope="col">{text.basis.worth}</th>
            <th scope="col">{text.leverage.weight}</th>
            <th scope="col">{text.leverage.contribution}</th>
          </tr>
        </thead>
        <tbody>
          {stakes.map(({ address, worth, weight, points }) => (
            <tr key={address}>
              <th scope="row">{quantityAt(scenario, address).label}</th>
              <td>{formatNumber(100 * worth)}</td>
              <td>{formatNumber(100 * weight)} %</td>
              <td>{formatNumber(points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.basis.total}</th>
            <td />
            <td />
            <td>{formatNumber(total)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
