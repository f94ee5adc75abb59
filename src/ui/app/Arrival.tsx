import { type RefObject, useEffect, useRef } from 'react';
import { factAddress } from '../parts/FactChip.tsx';
import type { Address, Screen } from './address.ts';

/** How the reader came here: the screen before this one, and the fact that led to Sources. */
interface Way {
  screen: Screen | undefined;
  fact: string | undefined;
}

/** Remembered across screens by whoever shows them. */
export const useWay = (): RefObject<Way> => useRef<Way>({ screen: undefined, fact: undefined });

/**
 * Stands beside a screen and receives the reader when it is there: at its top, and with the focus on its heading where a key or Back
 * left it nowhere. A tab that was pressed keeps the focus; whoever comes back to Walk is put on the chip that they followed.
 */
export function Arrival({ address, way }: { readonly address: Address; readonly way: RefObject<Way> }) {
  const { screen } = address;
  const fact = address.screen === 'sources' ? address.fact : undefined;
  // Another fact on the same screen is no arrival.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const before = way.current.screen;
    const followed = way.current.fact;
    way.current.screen = screen;
    if (screen === 'sources') way.current.fact = fact;
    // The page was opened here, or the ledger itself goes to the fact.
    if (before === undefined || before === screen || fact !== undefined) return;
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    const chip = isNowhere && followed !== undefined ? linkTo(factAddress(followed)) : undefined;
    if (chip !== undefined) {
      chip.focus();
      return;
    }
    window.scrollTo({ top: 0 });
    const heading = document.querySelector('h1');
    if (!isNowhere || heading === null) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [screen]);
  return null;
}

const linkTo = (address: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLAnchorElement>('#main a')].find((link) => link.getAttribute('href') === address);
