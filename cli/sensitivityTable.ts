import type { Table } from '../src/formats/csv.ts';
import type { ScenarioSensitivity } from './sensitivityOfScenario.ts';

const cell = (value: number | null | undefined): number | undefined => value ?? undefined;

/** A scenario's sensitivity as rows: what each variation does at each position, then where play changes, then the two-way grid. */
export function sensitivityTable({ positions, branches }: ScenarioSensitivity): Table {
  const rows = Object.entries(branches).flatMap(([branch, { points, flips, twoWay }]) => [
    ...points.flatMap(({ id, name, held, reoptimised }) =>
      positions.map((at, index) => [
        'one-way',
        branch,
        id,
        name,
        at,
        undefined,
        cell(held[index]),
        cell(reoptimised[index]),
        '',
        '',
      ]),
    ),
    ...flips.map(({ id, name, at, value, switches: [first] }) => [
      'flip',
      branch,
      id,
      name,
      at,
      cell(value),
      undefined,
      undefined,
      first === undefined ? '' : `${first.state}: ${first.from.join(' or ')}`,
      first === undefined ? '' : `${first.state}: ${first.to.join(' or ')}`,
    ]),
    ...(twoWay === null
      ? []
      : twoWay.cells.flatMap((row, x) =>
          row.map((found, y) => [
            'two-way',
            branch,
            `${twoWay.x}, ${twoWay.y}`,
            twoWay.names.join(', '),
            cell(twoWay.positions[x]),
            cell(twoWay.positions[y]),
            undefined,
            cell(found?.value),
            found?.choice ?? '',
            '',
          ]),
        )),
  ]);
  return {
    columns: [
      'table',
      'branch',
      'id',
      'name',
      'position',
      'value or second position',
      'held',
      're-optimised',
      'choice',
      'new choice',
    ],
    rows,
  };
}
