import { tradeoffs } from '../text/en/tradeoffs.ts';
import { featureWords } from '../text/featureWords.ts';

/** The words of Tradeoffs. */
export const useWords = featureWords({ en: tradeoffs });

/** The words of Tradeoffs in some language. */
export type TradeoffsWords = ReturnType<typeof useWords>;
