import type { Scenario } from '../../domain/scenario.ts';
import {
  AUXILIARIES,
  BODIES,
  NEVER_BEFORE_PAST,
  NOT_PAST,
  PAST,
  PAST_OR_PARTICIPLE,
  REPORTS,
  TITLES,
} from './englishWords.ts';

/** What makes a sentence a claim that somebody could check, wherever it stands. */
export type Claim = 'a date' | 'a figure' | 'a named person' | 'the past';

/** A claim, with the words that show it. */
export interface FoundClaim {
  readonly claim: Claim;
  readonly words: string;
}

const oneOf = (words: Iterable<string>): string => [...words].join('|');

const MONTHS = 'January|February|March|April|June|July|August|September|October|November|December';
const DATE = new RegExp(
  [
    `\\b\\d{1,2} (?:${MONTHS}|May)\\b`,
    `\\b(?:${MONTHS}|May) (?:\\d{1,2}, )?\\d{4}\\b`,
    `\\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id-?) ?(?:${MONTHS})\\b(?: \\d{4})?`,
    '\\b(?:19|20)\\d{2}\\b',
  ].join('|'),
);

/** What follows a number that was counted or measured. */
const UNITS = [
  'km²|km2|km|miles|kilometres|hectares|tonnes|%|per cent|percent|million|billion|dollars|euros',
  'people|persons|staff|troops|soldiers|civilians|prisoners|families|violations|hours|days|weeks|months|years',
].join('|');
const FIGURE = new RegExp(
  `(?<![\\w-])\\d[\\d,.]*(?:\\s(?:to|or|and)\\s\\d[\\d,.]*)?\\s?(?:${UNITS})|\\b\\d{1,3}(?:,\\d{3})+\\b`,
);

const QUESTION = /\?[”"’)]*$/;

/** A title and names; not a body whose name begins like a person's, as the General Staff. */
const NAMED = new RegExp(`\\b(?:${oneOf(TITLES)})(?! (?:${oneOf(BODIES)})\\b)((?: \\p{Lu}[\\p{L}’'-]+)+)`, 'gu');

const familyName = (names: string): string => (names.trim().split(' ').at(-1) ?? '').replace(/[’']s$/, '');

/** The family names of people whom a scenario's ledger names with a title: “General Oleksandr Syrskyi” gives Syrskyi. */
export function peopleNamed({ facts }: Scenario): ReadonlySet<string> {
  const texts = Object.values(facts).flatMap(({ claim, note = '' }) => [claim, note]);
  return new Set(texts.flatMap((text) => [...text.matchAll(NAMED)].map(([, names = '']) => familyName(names))));
}

const wordsOf = (sentence: string): readonly string[] => sentence.match(/[\p{L}’'-]+/gu) ?? [];

const person = (sentence: string, people: ReadonlySet<string>): string | undefined =>
  [...sentence.matchAll(NAMED)][0]?.[0] ?? wordsOf(sentence).find((word) => people.has(familyName(word)));

/**
 * A verb of the simple past or the past perfect. Which “-ed” is one cannot be known without grammar: after an auxiliary, an article, a
 * preposition or an adverb it is taken for a participle.
 */
function past(sentence: string): string | undefined {
  const words = wordsOf(sentence);
  return words.find((word, index) => {
    const before = words[index - 1];
    if (PAST.has(word)) return true;
    if (PAST_OR_PARTICIPLE.has(word)) return before !== undefined && !AUXILIARIES.has(before.toLowerCase());
    return (
      /[a-z]{2}ed$/.test(word) &&
      !NOT_PAST.has(word) &&
      before !== undefined &&
      !NEVER_BEFORE_PAST.has(before.toLowerCase()) &&
      !/(?:ly|[’']s|s[’'])$/.test(before)
    );
  });
}

/**
 * The first claim that somebody could check in a sentence, if there is one: a date, a figure with its unit, a person, the past. A question
 * claims nothing, whatever it takes for granted.
 */
export function claimIn(sentence: string, people: ReadonlySet<string> = new Set()): FoundClaim | undefined {
  if (QUESTION.test(sentence)) return undefined;
  const tries: readonly (readonly [Claim, string | undefined])[] = [
    ['a date', sentence.match(DATE)?.[0]],
    ['a figure', sentence.match(FIGURE)?.[0]],
    ['a named person', person(sentence, people)],
    ['the past', past(sentence)],
  ];
  for (const [claim, words] of tries) if (words !== undefined) return { claim, words };
  return undefined;
}

/** The ways in which a sentence may tell a reader something without claiming that it is so. */
export type ClaimsNothing = 'question' | 'exercise' | 'reading' | 'conditional' | 'pointer';

/** What somebody could say is no report of what they say. */
const REPORT = new RegExp(`(?<!\\b(?:could|would|might|may|to) )\\b(?:${oneOf(REPORTS)})\\b`);

const WAYS: readonly (readonly [ClaimsNothing, RegExp])[] = [
  ['question', QUESTION],
  ['exercise', /^In this (?:line|exercise)\b/],
  ['reading', /\b(?:is|are) (?:thought|taken|assumed) to\b/],
  ['conditional', /\b(?:could|would|might|may(?! not\b))\b/],
  ['pointer', /\b(?:[Yy]ou|[Tt]he reader|can be played)\b/],
];

/** In which of the declared ways a sentence claims nothing; undefined where it tells what is so, or what somebody says. */
export function claimsNothing(sentence: string): ClaimsNothing | undefined {
  const [way] = WAYS.find(([, form]) => form.test(sentence)) ?? [];
  return way !== 'question' && way !== 'exercise' && REPORT.test(sentence) ? undefined : way;
}
