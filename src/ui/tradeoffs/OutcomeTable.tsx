import { actorName, principals } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import type { OutcomeRow } from './outcomeRows.ts';
import { type TradeoffsWords, useWords } from './useWords.ts';

/** The rows of the scatter as they leave Parley. */
export function outcomeTableRows(scenario: Scenario, words: TradeoffsWords, rows: readonly OutcomeRow[]): Table {
  const { stakes, plot, table } = words;
  const actors = principals(scenario);
  return {
    columns: [
      ...[stakes.number, table.end, table.kind],
      ...actors.flatMap((actor) => {
        const label = stakes.payoffOf(actorName(scenario, actor));
        return [label, stakes.low(label), stakes.high(label)];
      }),
      table.line,
    ],
    rows: rows.map(({ number, label, agreement, outcome, values }) => [
      ...[number, label, agreement ? plot.agreement : plot.noAgreement],
      ...actors.flatMap((actor, at) => {
        const range = values?.payoffs[actor]?.range;
        return [outcome.payoffs[at === 0 ? 0 : 1], range?.low, range?.high];
      }),
      outcome.line.map((move) => labelOf(scenario, move)).join(' → '),
    ]),
  };
}

/** The scatter as a table: one row per end. */
export function OutcomeTable({ rows }: { readonly rows: readonly OutcomeRow[] }) {
  const { scenario } = useParley();
  const { plot, stakes, table } = useWords();
  const actors = principals(scenario);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{table.end}</th>
          {actors.map((actor) => (
            <th key={actor} scope="col">
              {stakes.payoffOf(actorName(scenario, actor))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, end, label, agreement, outcome, values }) => (
          <tr key={end}>
            <th scope="row">
              {formatNumber(number)}. {label} ({agreement ? plot.agreement : plot.noAgreement})
            </th>
            {actors.map((actor, at) => {
              const range = values?.payoffs[actor]?.range;
              return (
                <td key={actor}>
                  {formatNumber(outcome.payoffs[at === 0 ? 0 : 1])}{' '}
                  {range === undefined ? null : <small>{formatRange(range)}</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
