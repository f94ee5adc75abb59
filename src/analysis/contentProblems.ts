import { readLength } from '../domain/check/tone.ts';
import { error, type Problem, warning } from '../domain/problem.ts';
import type { Scenario } from '../domain/scenario.ts';
import { claimIn, claimsNothing, peopleNamed } from './content/claims.ts';
import { type ContentText, contentTexts } from './content/contentTexts.ts';
import { type Sentence, sentencesOf, wordCount } from './content/sentences.ts';
import { SENTENCE_WORDS, TEXT_LIMITS, TRANSLATION_ROOM } from './content/textLimits.ts';
import { voiceProblems } from './content/voice.ts';

/** A finding about one sentence, at its place: the sentence itself is part of it. */
const about = (
  give: typeof error,
  code: string,
  { path }: ContentText,
  sentence: Sentence,
  said: string,
  help: string,
) => ({
  ...give(code, path, `${said}: “${sentence.text}”`, help),
  word: sentence.opening,
});

/** A sentence that claims something without a fact. */
function uncited(text: ContentText, sentence: Sentence, people: ReadonlySet<string>): readonly Problem[] {
  if (text.duty === 'label' || text.duty === 'ledger' || text.covered || sentence.facts.length > 0) return [];
  const found = claimIn(sentence.text, people);
  if (found !== undefined) {
    const said = `this claims something (${found.claim}: “${found.words}”) and cites no fact`;
    const help =
      text.duty === 'reasons'
        ? 'cite a fact in square brackets; what happens only in this line, put in the present tense'
        : 'cite a fact in square brackets, or leave the claim out';
    return [about(error, 'uncited-claim', text, sentence, said, help)];
  }
  if (text.duty === 'reasons' || claimsNothing(sentence.text) !== undefined) return [];
  const help =
    'cite a fact in square brackets; or make it a question, put it in the conditional, mark a reading of yours with “is thought to”, or begin with “In this line”';
  return [about(error, 'uncited-sentence', text, sentence, 'this tells what is so and cites no fact', help)];
}

/** A sentence that readers of B1 to B2 English have to read twice. */
function long(text: ContentText, sentence: Sentence, language: string): readonly Problem[] {
  const words = wordCount(sentence.text, language);
  if (words <= SENTENCE_WORDS.warn) return [];
  const give = words > SENTENCE_WORDS.fail ? error : warning;
  return [about(give, 'long-sentence', text, sentence, `this sentence has ${words} words`, 'make it two')];
}

/** A text with more characters than its card has room for. */
function tooLong({ path, text, kind }: ContentText, room: number): readonly Problem[] {
  const { characters, why } = TEXT_LIMITS[kind];
  const most = Math.round(characters * room);
  const length = readLength(text);
  if (length <= most) return [];
  const message = `this text has ${length} characters, and a text of this kind has room for ${most}: ${why}`;
  return [error('text-too-long', path, message, 'say it shorter')];
}

/**
 * What a scenario's texts may have wrong that has nothing to do with how it plays: sentences that claim something without a fact, that
 * are long, that speak in the first person, that quote nobody; texts that their cards have no room for. Words are known for English only; of
 * another language only the room is looked at, and that is said.
 */
export function contentProblems(scenario: Scenario): readonly Problem[] {
  const { language } = scenario;
  const texts = contentTexts(scenario);
  if (!/^en\b/.test(language)) {
    const message = `the lists of words are English and this scenario is in \`${language}\`: its sentences were not looked at`;
    const help = 'have two readers look at citations, tone and length';
    return [
      warning('content-not-checked', ['language'], message, help),
      ...texts.flatMap((text) => tooLong(text, TRANSLATION_ROOM)),
    ];
  }
  const people = peopleNamed(scenario);
  return texts.flatMap((text) => [
    ...tooLong(text, 1),
    ...(text.duty === 'label' ? [] : sentencesOf(text.text, language)).flatMap((sentence) => [
      ...uncited(text, sentence, people),
      ...long(text, sentence, language),
      ...voiceProblems(text, sentence),
    ]),
  ]);
}
