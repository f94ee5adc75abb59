import { formatNumber, formatRange } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import type { ChartActor, LeverageRow } from './leverageRows.ts';

/** The same rows as a table: one row per step, one column per actor. */
export function LeverageTable({
  rows,
  actors,
  current,
  title,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly current: number;
  readonly title: string;
}) {
  const { charts } = useText();
  return (
    <table>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{charts.stepColumn}</th>
          {actors.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, label, values }) => (
          <tr key={step} aria-current={step === current ? 'step' : undefined}>
            <th scope="row">{step === 0 ? label : `${formatNumber(step)}. ${label}`}</th>
            {actors.map(({ id }) => {
              const value = values[id];
              return (
                <td key={id}>
                  {value === undefined ? null : (
                    <>
                      {formatNumber(value.central)} <small>{formatRange(value)}</small>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
