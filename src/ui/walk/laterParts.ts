import { lazy } from 'react';

const loads = {
  basis: async () => ({ default: (await import('../basis/BasisSheet.tsx')).BasisSheet }),
  explained: async () => ({ default: (await import('./explain/Explained.tsx')).Explained }),
  firmness: async () => ({ default: (await import('./explain/Firmness.tsx')).Firmness }),
  endNumbers: async () => ({ default: (await import('./end/EndNumbers.tsx')).EndNumbers }),
};

/** Parts of Walk that nobody needs before they ask for them or come to an end. */
export const BasisSheet = lazy(loads.basis);
export const Explained = lazy(loads.explained);
export const Firmness = lazy(loads.firmness);
export const EndNumbers = lazy(loads.endNumbers);

/** Fetches them once the page stands, so that they open at once, and without a connection. A failure is told when they are opened. */
export function prepareParts(): void {
  for (const load of Object.values(loads)) load().catch(() => undefined);
}
