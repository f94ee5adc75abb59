import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';
import { CLASS, type ValueClasses } from './valueClasses.ts';

/** The classes of one address. */
export interface ClassColumn {
  readonly address: number;
  /** Its place in a row of classes. */
  readonly index: number;
  /** Its classes, in rising order. */
  readonly list: Int32Array;
  /** What guards ask of it, from the least to the most, each pair once. */
  readonly bounds: readonly (readonly [number, number])[];
}

function boundsOf({ guards }: CompiledChart, address: number): ClassColumn['bounds'] {
  const found = new Map<string, readonly [number, number]>();
  for (const [guard, term] of guards.term.entries()) {
    if (term !== TERM.indicator || guards.subject[guard] !== address) continue;
    const [least, most] = [guards.low[guard] as number, guards.high[guard] as number];
    found.set(`${least} ${most}`, [least, most]);
  }
  return [...found.values()];
}

/** The classes of each address; and per class, its place in the list of its own. */
export function classColumns(
  chart: CompiledChart,
  { addresses, kind, effect }: ValueClasses,
): { readonly columns: readonly ClassColumn[]; readonly rank: Int32Array } {
  const rank = new Int32Array(kind.length);
  const lists: number[][] = Array.from(chart.addresses, () => []);
  for (let found = 0; found < kind.length; found += 1) {
    const address = kind[found] === CLASS.start ? addresses[found] : chart.effects.address[effect[found] as number];
    const list = lists[address as number] as number[];
    rank[found] = list.length;
    list.push(found);
  }
  const columns = Array.from(addresses, (address, index) => {
    const list = Int32Array.from(lists[address] as number[]);
    return { address, index, list, bounds: boundsOf(chart, address) };
  });
  return { columns, rank };
}

/** Whether some value of an address lies within what a guard asks in one of two readings, and without in the other. */
export function crossesBound(
  { low, high }: CompiledChart,
  { address, list, bounds }: ClassColumn,
  before: Float64Array,
  now: Float64Array,
): boolean {
  const [bottom, top] = [low[address] as number, high[address] as number];
  return bounds.some(([least, most]) => crosses(before, now, list, bottom, top, least, most));
}

function crosses(
  before: Float64Array,
  now: Float64Array,
  list: Int32Array,
  bottom: number,
  top: number,
  least: number,
  most: number,
): boolean {
  for (let index = 0; index < list.length; index += 1) {
    const place = list[index] as number;
    const [was, is] = [before[place] as number, now[place] as number];
    const old = was < bottom ? bottom : was > top ? top : was;
    const value = is < bottom ? bottom : is > top ? top : is;
    if ((old >= least && old <= most) !== (value >= least && value <= most)) return true;
  }
  return false;
}
