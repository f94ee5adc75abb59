import { formatNumber } from '../text/format.ts';

/** A share of the hands: “58 %”; a dash where nobody raised one. */
export const shareText = (share: number): string => (Number.isFinite(share) ? `${formatNumber(100 * share)} %` : '–');
