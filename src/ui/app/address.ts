import type { Line } from '../../domain/identifier.ts';
import { formatLine, parseLine } from '../../domain/line.ts';

/** What the address bar says: a screen, and on Walk the whole line, which alone rebuilds it. */
export type Address =
  | { readonly screen: 'walk'; readonly line: Line }
  | { readonly screen: 'sources'; readonly fact: string | undefined };

/** The hash route of an address, as wouter's hash location has it. */
export function formatAddress(address: Address): string {
  if (address.screen === 'sources') return address.fact === undefined ? '/sources' : `/sources/${address.fact}`;
  return address.line.length === 0 ? '/walk' : `/walk/${formatLine(address.line)}`;
}

/** Reads a hash route; anything unknown is the opening of Walk. */
export function parseAddress(route: string): Address {
  const [, screen, rest = ''] = route.split('/');
  if (screen === 'sources') return { screen, fact: rest === '' ? undefined : decodeURIComponent(rest) };
  return { screen: 'walk', line: parseLine(decodeURIComponent(rest)) };
}
