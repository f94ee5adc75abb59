import { readLength } from '../domain/check/tone.ts';
import { error, type Problem, warning } from '../domain/problem.ts';
import type { Scenario } from '../domain/scenario.ts';
import { peopleNamed } from './content/claims.ts';
import { type ContentText, contentTexts } from './content/contentTexts.ts';
import { atSentence, type Sentence, sentencesOf, wordCount } from './content/sentences.ts';
import { standing } from './content/standing.ts';
import { SENTENCE_WORDS, TEXT_LIMITS, TRANSLATION_ROOM } from './content/textLimits.ts';
import { voiceProblems } from './content/voice.ts';

/** A sentence that should cite a fact and does not. */
function uncited(text: ContentText, sentence: Sentence, people: ReadonlySet<string>): readonly Problem[] {
  const found = standing(text, sentence, people);
  if (found.is !== 'uncited') return [];
  if (found.found === undefined) {
    const help =
      'cite a fact in square brackets; or make it a question, put it in the conditional, mark a reading of yours with “is thought to”, or begin with “In this line”';
    return [
      atSentence(error('uncited-sentence', text.path, 'this tells what is so and cites no fact', help), sentence),
    ];
  }
  const { claim, words } = found.found;
  const help =
    text.duty === 'reasons'
      ? 'cite a fact in square brackets; what happens only in this line, put in the present tense'
      : 'cite a fact in square brackets, or leave the claim out';
  const said = `this claims something (${claim}: “${words}”) and cites no fact`;
  return [atSentence(error('uncited-claim', text.path, said, help), sentence)];
}

/** A sentence that readers of B1 to B2 English have to read twice. */
function long({ path }: ContentText, sentence: Sentence, language: string): readonly Problem[] {
  const words = wordCount(sentence.text, language);
  if (words <= SENTENCE_WORDS.warn) return [];
  const give = words > SENTENCE_WORDS.fail ? error : warning;
  return [atSentence(give('long-sentence', path, `this sentence has ${words} words`, 'make it two'), sentence)];
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
