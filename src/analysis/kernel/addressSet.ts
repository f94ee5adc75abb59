import type { CompiledChart } from '../../../machines/compile.ts';

/** Some of a chart's addresses: 1 for each that is among them, 0 for the others. */
export type AddressSet = Uint8Array;

/** The set of some addresses. */
export function addressSet({ addresses }: CompiledChart, among: Iterable<number>): AddressSet {
  const set = new Uint8Array(addresses.length);
  for (const address of among) set[address] = 1;
  return set;
}

/** The addresses of a set, in rising order. */
export const addressesIn = (set: AddressSet): Int32Array =>
  Int32Array.from(set.keys()).filter((address) => set[address] === 1);

/** The addresses that are in both sets. */
export const inBoth = (one: AddressSet, other: AddressSet): AddressSet =>
  one.map((is, address) => is * (other[address] as number));
