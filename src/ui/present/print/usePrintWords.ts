import { presentPrint } from '../../text/en/presentPrint.ts';
import { featureWords } from '../../text/featureWords.ts';

/** The words of what is printed for a workshop. */
export const usePrintWords = featureWords({ en: presentPrint });
