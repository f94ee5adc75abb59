import { FACT_MARK } from '../../domain/citations.ts';

/** A text without its marks of facts, for places where nobody can follow them: a projector, a slip of paper. */
export const withoutMarks = (text: string): string =>
  text
    .split(FACT_MARK)
    .filter((_, index) => index % 2 === 0)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim();
