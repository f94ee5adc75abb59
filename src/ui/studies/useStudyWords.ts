import { studies as en } from '../text/en/studies.ts';
import { featureWords } from '../text/featureWords.ts';

/** The words of Studies in the reader's language. */
export const useStudyWords = featureWords({ en });

/** The words of Studies, for what makes texts of them. */
export type StudyWords = ReturnType<typeof useStudyWords>;
