import { present } from '../text/en/present.ts';
import { presentStage } from '../text/en/presentStage.ts';
import { featureWords } from '../text/featureWords.ts';

/** The words of the projector. */
export const useStageWords = featureWords({ en: presentStage });
/** The words of the console. */
export const usePresentWords = featureWords({ en: present });
export type StageWords = typeof presentStage;
export type PresentWords = typeof present;
