import { palette } from '../text/en/palette.ts';
import { featureWords } from '../text/featureWords.ts';

/** The words of the palette, in the reader's language. */
export const useWords = featureWords({ en: palette });
