import { FACT_MARK, factsInProse } from '../../domain/citations.ts';
import type { Problem } from '../../domain/problem.ts';

/** One sentence of a text, with the facts that it cites. */
export interface Sentence {
  /** As a reader sees it: without marks of facts, single blanks. */
  readonly text: string;
  /** Ids of the facts cited in it or right after its full stop. */
  readonly facts: readonly string[];
  /** Its first words up to a mark, as they are written in the file, for finding its place. */
  readonly opening: string;
}

/** Words that end in a full stop inside a sentence, and initials: no sentence ends there. */
const ABBREVIATED = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|No|Gen|Art|art|vs|cf|e\.g|i\.e|(?:\p{Lu}\.)*\p{Lu})\.\s*$/u;

/** How many words tell one sentence of a text from another. */
const OPENING_WORDS = 5;

const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:?!])/g, '')
    .trim();

/** The first words of a sentence up to a mark; a mark before it is the last sentence's own. */
function opening(written: string): string {
  const [first = ''] = written.split(FACT_MARK).filter((part, index) => index % 2 === 0 && part.trim() !== '');
  return first.trim().split(/\s+/).slice(0, OPENING_WORDS).join(' ');
}

/**
 * A text as its sentences. A mark behind the full stop, as in “… said so. [F12]”, belongs to the sentence before it: marks count as blanks
 * while sentences are told apart, and blanks after a sentence are its own.
 */
export function sentencesOf(text: string, language: string): readonly Sentence[] {
  const bare = text.replaceAll(FACT_MARK, (mark) => ' '.repeat(mark.length)).replaceAll('\n', ' ');
  const ranges: { start: number; end: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(bare)) {
    const before = ranges.at(-1);
    const end = index + segment.length;
    const goesOn = before !== undefined && ABBREVIATED.test(bare.slice(before.start, before.end));
    if (goesOn || (before !== undefined && segment.trim() === '')) before.end = end;
    else ranges.push({ start: index, end });
  }
  return ranges.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const shown = plain(bare.slice(start, end));
    return shown === '' ? [] : [{ text: shown, facts: factsInProse(written), opening: opening(written) }];
  });
}

/** How many words a sentence has, as a reader counts: numbers are words, punctuation is none. */
export const wordCount = (sentence: string, language: string): number =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence)].filter(({ isWordLike }) => isWordLike)
    .length;

/** A problem with one sentence of a text: it quotes the sentence and is placed where that begins. */
export const atSentence = (problem: Problem, { text, opening: word }: Sentence): Problem => ({
  ...problem,
  message: `${problem.message}: “${text}”`,
  word,
});
