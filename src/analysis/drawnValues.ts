import type { Address } from '../domain/identifier.ts';
import type { Values } from '../domain/indicators.ts';

/**
 * The values at one step of a line in every draw, in draw order. Kept as a column per address: a move changes a few of them, and a step
 * shares the others with the step before it.
 */
export interface DrawnValues {
  /** How many draws. */
  readonly length: number;
  /** One indicator or driver in every draw, raw. RangeError for an address that the scenario does not have. */
  readonly column: (address: Address) => Float64Array;
  /** Reads the values of every draw, one after the other. */
  readonly map: <Reading>(read: (values: Values, draw: number) => Reading) => readonly Reading[];
}

/** Draws from their columns, all equally long. Whoever hands them in no longer writes to them. */
export function drawnValues(columns: ReadonlyMap<Address, Float64Array>): DrawnValues {
  const entries = [...columns];
  const length = entries[0]?.[1].length ?? 0;
  let rows: readonly Values[] | undefined;
  return {
    length,
    column: (address) => {
      const column = columns.get(address);
      if (column === undefined) throw new RangeError(`nothing called ${address} was drawn`);
      return column;
    },
    map: (read) => {
      // Several figures are read at the places that somebody asks about, and none at most others.
      rows ??= Array.from({ length }, (_, draw) => rowOf(entries, draw));
      return rows.map(read);
    },
  };
}

function rowOf(columns: readonly (readonly [Address, Float64Array])[], draw: number): Values {
  const row: Record<Address, number> = {};
  for (const [address, column] of columns) row[address] = column[draw] ?? Number.NaN;
  return row;
}

/** The second column less the first, draw by draw. */
export function columnDifference(before: Float64Array, after: Float64Array): Float64Array {
  const differences = new Float64Array(after.length);
  for (let draw = 0; draw < after.length; draw += 1)
    differences[draw] = (after[draw] as number) - (before[draw] ?? Number.NaN);
  return differences;
}
