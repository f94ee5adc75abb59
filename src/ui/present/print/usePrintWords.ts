import { presentPrint } from '../../text/en/presentPrint.ts';
import { featureWords } from '../../text/featureWords.ts';

/** The words of printed sheets. */
export const usePrintWords = featureWords({ en: presentPrint });
