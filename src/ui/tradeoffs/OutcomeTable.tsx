import { rangeOf } from '../../analysis/heldDraws.ts';
import { actorName, principals } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { branchLabel } from './branchLabel.ts';
import type { OutcomeRow, WalkAwayPlace } from './outcomeRows.ts';
import { type TradeoffsWords, useWords } from './useWords.ts';

/** A mark of the scatter, as its table has it: an end, or walking away. */
interface TableMark {
  /** An end's number; a cross has a letter on the chart only. */
  readonly number: number | undefined;
  readonly label: string;
  readonly kind: string;
  readonly payoffs: readonly { readonly central: number; readonly range: ReturnType<typeof rangeOf> | undefined }[];
  readonly line: Line;
}

/** Everything that the scatter places, in its order. */
export interface ScatterMarks {
  readonly rows: readonly OutcomeRow[];
  readonly walkAways: readonly WalkAwayPlace[];
}

function tableMarks(
  scenario: Scenario,
  { plot, table }: TradeoffsWords,
  { rows, walkAways }: ScatterMarks,
): readonly TableMark[] {
  const actors = principals(scenario);
  return [
    ...rows.map(({ number, label, agreement, outcome, values }) => ({
      number,
      label,
      kind: agreement ? plot.agreement : plot.noAgreement,
      payoffs: actors.map((actor, at) => ({
        central: outcome.payoffs[at === 0 ? 0 : 1],
        range: values?.payoffs[actor]?.range,
      })),
      line: outcome.line,
    })),
    ...walkAways.map(({ branch, payoffs, drawn, start }) => ({
      number: undefined,
      label: branchLabel(scenario, branch),
      kind: table.walkAway,
      payoffs: payoffs.map((central, at) => ({
        central,
        range: drawn === undefined ? undefined : rangeOf(drawn[at === 0 ? 0 : 1]),
      })),
      line: start,
    })),
  ];
}

/** The marks of the scatter as they leave Parley. */
export function outcomeTableRows(scenario: Scenario, words: TradeoffsWords, marks: ScatterMarks): Table {
  const { stakes, table } = words;
  return {
    columns: [
      ...[stakes.number, table.end, table.kind],
      ...principals(scenario).flatMap((actor) => {
        const label = stakes.payoffOf(actorName(scenario, actor));
        return [label, stakes.low(label), stakes.high(label)];
      }),
      table.line,
    ],
    rows: tableMarks(scenario, words, marks).map(({ number, label, kind, payoffs, line }) => [
      ...[number, label, kind],
      ...payoffs.flatMap(({ central, range }) => [central, range?.low, range?.high]),
      line.map((move) => labelOf(scenario, move)).join(' → '),
    ]),
  };
}

/** The scatter as a table: a row per end, then one per point of walking away. */
export function OutcomeTable(marks: ScatterMarks) {
  const { scenario } = useParley();
  const words = useWords();
  const { stakes, table } = words;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{table.end}</th>
          {principals(scenario).map((actor) => (
            <th key={actor} scope="col">
              {stakes.payoffOf(actorName(scenario, actor))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tableMarks(scenario, words, marks).map(({ number, label, kind, payoffs }) => (
          <tr key={`${kind} ${label}`}>
            <th scope="row">
              {number === undefined ? '' : `${formatNumber(number)}. `}
              {label} ({kind})
            </th>
            {payoffs.map(({ central, range }, at) => (
              <td key={principals(scenario)[at === 0 ? 0 : 1]}>
                {formatNumber(central)} {range === undefined ? null : <small>{formatRange(range)}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
