import { sources } from '../text/en/sources.ts';
import type { Messages } from '../text/en.ts';
import { featureWords } from '../text/featureWords.ts';
import { useText } from '../text/useText.ts';

/** The words of the page with those that only Sources needs. */
export interface SourcesText extends Messages {
  readonly sources: typeof sources;
}

const useWords = featureWords({ en: sources });

export function useSourcesText(): SourcesText {
  const [text, words] = [useText(), useWords()];
  return { ...text, sources: words };
}
