import type { Line } from '../../domain/identifier.ts';
import { formatLine, parseLine } from '../../domain/line.ts';

/**
 * What the address bar says: a screen, and on Walk and Compare the whole lines, which alone rebuild it. An address that holds lines or
 * a study begins with the stamp of the scenario, `id@version.hash`; one without it is read as well.
 */
export type Address =
  | { readonly screen: 'walk'; readonly line: Line }
  /** Lines side by side, in the order of their columns. */
  | { readonly screen: 'compare'; readonly lines: readonly Line[] }
  /** `view` holds what is chosen on the screen, as a query: filters, the mark that is asked about. */
  | { readonly screen: 'tradeoffs'; readonly view: string }
  | { readonly screen: 'sources'; readonly fact: string | undefined }
  | { readonly screen: 'studies' }
  /** A small study that somebody sent, packed into letters. */
  | { readonly screen: 'study'; readonly packed: string }
  /** The facilitator's console; `part` is one of its pages, such as the print pack or the debrief. */
  | { readonly screen: 'present'; readonly part: string | undefined }
  /** What the room sees, in a window of its own. */
  | { readonly screen: 'projector' };

export type Screen = Address['screen'];

/** Between the lines of a comparison. No id holds it. */
const LINES = ';';

const after = (part: string): string => (part === '' ? '' : `/${part}`);

/** The hash route of an address, as wouter's hash location has it. */
export function formatAddress(address: Address, stamp: string): string {
  switch (address.screen) {
    case 'walk':
      return `/${stamp}/walk${after(formatLine(address.line))}`;
    case 'compare':
      return `/${stamp}/compare${after(address.lines.map(formatLine).join(LINES))}`;
    case 'tradeoffs':
      return `/tradeoffs${after(address.view)}`;
    case 'sources':
      return `/sources${after(address.fact ?? '')}`;
    case 'present':
      return `/present${after(address.part ?? '')}`;
    case 'study':
      return `/${stamp}/study${after(address.packed)}`;
    case 'studies':
    case 'projector':
      return `/${address.screen}`;
    default:
      return address satisfies never;
  }
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
  const [screen, ...parts] = route.split('/').slice(stampOf(route) === undefined ? 1 : 2);
  const rest = unescaped(parts[0] ?? '');
  const named = rest === '' ? undefined : rest;
  switch (screen) {
    case 'compare':
      return {
        screen,
        lines: rest
          .split(LINES)
          .filter((line) => line !== '')
          .map(parseLine),
      };
    case 'tradeoffs':
      return { screen, view: rest };
    case 'sources':
      return { screen, fact: named };
    case 'present':
      return { screen, part: named };
    case 'study':
      return { screen, packed: rest };
    case 'studies':
    case 'projector':
      return { screen };
    default:
      return { screen: 'walk', line: screen === 'walk' ? parseLine(rest) : [] };
  }
}
