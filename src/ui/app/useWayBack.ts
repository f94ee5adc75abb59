import { useEffect, useRef } from 'react';
import { factAddress } from '../parts/FactChip.tsx';
import type { Address } from './address.ts';

/** Puts a reader who comes back to Walk where they left it: on the chip that they followed, else on the heading. */
export function useWayBack(address: Address): void {
  const before = useRef(address);
  const followed = useRef<string>(undefined);
  useEffect(() => {
    const { screen } = before.current;
    before.current = address;
    if (screen === address.screen) return;
    if (address.screen === 'sources') {
      followed.current = address.fact;
      return;
    }
    // A tab that was pressed keeps the focus; Back, or a key, leaves it nowhere.
    if (document.activeElement !== document.body) return;
    const chip = followed.current === undefined ? undefined : factAddress(followed.current);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#main a')];
    const place = links.find((link) => link.getAttribute('href') === chip) ?? document.querySelector('h1');
    place?.focus();
  });
}
