import type { Line } from '../../domain/identifier.ts';
import { formatLine, parseLine } from '../../domain/line.ts';

/**
 * What the address bar says: a screen, and on Walk the whole line, which alone rebuilds it. A line's address begins with the stamp of
 * the scenario, `id@version.hash`; an address without one is read as well.
 */
export type Address =
  | { readonly screen: 'walk'; readonly line: Line }
  | { readonly screen: 'sources'; readonly fact: string | undefined };

/** The hash route of an address, as wouter's hash location has it. */
export function formatAddress(address: Address, stamp: string): string {
  if (address.screen === 'sources') return address.fact === undefined ? '/sources' : `/sources/${address.fact}`;
  return `/${stamp}/walk${address.line.length === 0 ? '' : `/${formatLine(address.line)}`}`;
}

/** The stamp that an address begins with, if any. */
export function stampOf(route: string): string | undefined {
  const [, first = ''] = route.split('/');
  return first.includes('@') ? unescaped(first) : undefined;
}

/** A part of an address before it was escaped; a malformed escape stands as it is, for the chart or the ledger to refuse. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads a hash route; anything unknown is the opening of Walk. */
export function parseAddress(route: string): Address {
  const parts = route.split('/').slice(stampOf(route) === undefined ? 1 : 2);
  const [screen, rest = ''] = parts;
  if (screen === 'sources') return { screen, fact: rest === '' ? undefined : unescaped(rest) };
  return { screen: 'walk', line: screen === 'walk' ? parseLine(unescaped(rest)) : [] };
}
