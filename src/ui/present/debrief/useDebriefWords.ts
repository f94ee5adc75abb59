import { presentDebrief } from '../../text/en/presentDebrief.ts';
import type { Messages } from '../../text/en.ts';
import { featureWords } from '../../text/featureWords.ts';
import type { StageWords } from '../words.ts';

export const useDebriefWords = featureWords({ en: presentDebrief });

/** All the words that a debrief is written in. */
export interface DebriefWords {
  readonly text: Messages;
  readonly stage: StageWords;
  readonly debrief: typeof presentDebrief;
}
