import { explain } from './en/explain.ts';
import { featureWords } from './featureWords.ts';

/** The words of whatever explains a number, in the reader's language. They come with what uses them, not with the first page. */
export const useExplainWords = featureWords({ en: explain });

export type ExplainWords = ReturnType<typeof useExplainWords>;
