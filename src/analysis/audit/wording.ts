import { formatPath, type Path } from '../../domain/problem.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { TERMS_TO_AVOID, type Term } from '../terms.ts';
import { type AuditLine, counted, listed } from './auditLine.ts';

/** A text that people read, with its place. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Sections that hold no words of ours: titles of others' works, and ids. */
const NOT_OURS: ReadonlySet<string> = new Set(['sources', 'shortcuts']);
/** Keys whose text is an id or a word of the format. As ids of ours they hold mappings, which are looked into. */
const NOT_PROSE: ReadonlySet<string> = new Set([
  ...['id', 'version', 'language', 'readingDate', 'date', 'unit', 'shape', 'kind', 'status', 'section', 'by', 'of'],
  ...[
    'initial',
    'target',
    'tags',
    'decides',
    'whenNoneOpen',
    'noAgreement',
    'kin',
    'continues',
    'instrument',
    'end',
    'type',
  ],
  ...['facts', 'source', 'sources', 'indicator', 'condition', 'is', 'played', 'add'],
]);

/** A scale's words such as `++` are no text. */
const LETTER = /\p{L}/u;

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of a scenario that is written in its own voice, in file order. */
export function proseOf(value: unknown, path: Path = []): readonly PlacedText[] {
  if (typeof value === 'string') return LETTER.test(value) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => proseOf(item, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const passedOver = (path.length === 0 && NOT_OURS.has(key)) || (NOT_PROSE.has(key) && !isMapping(inner));
    return passedOver ? [] : proseOf(inner, [...path, key]);
  });
}

/** A text with what stands inside quotation marks blanked out: it is somebody else's. Single straight marks are apostrophes. */
const ownWords = (text: string): string =>
  text.replaceAll(/“[^”]*”|"[^"]*"|«[^»]*»|„[^“]*“/g, (quotation) => ' '.repeat(quotation.length));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A form as a pattern of whole words: a small first letter may also be a capital, and blanks may be a line break. */
function pattern(form: string): RegExp {
  const [first = '', ...rest] = [...form];
  const start = first === first.toUpperCase() ? escaped(first) : `[${first}${first.toUpperCase()}]`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${start}${escaped(rest.join('')).replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}_])`,
    'gu',
  );
}

/** A term to avoid, where it was found. */
export interface FoundTerm extends PlacedText {
  readonly found: string;
  readonly term: Term;
}

const PATTERNS = TERMS_TO_AVOID.map((term) => ({
  term,
  forms: term.forms.map(pattern),
  unless: (term.unless ?? []).map(pattern),
}));

/** The terms to avoid that a text uses in its own voice. */
export const termsIn = ({ path, text }: PlacedText): readonly FoundTerm[] =>
  PATTERNS.flatMap(({ term, forms, unless }) => {
    const own = unless.reduce((rest, fixed) => rest.replaceAll(fixed, ' '), ownWords(text));
    return forms.flatMap((form) => [...own.matchAll(form)].map(([found]) => ({ path, text, found, term })));
  });

/** No term that takes a side outside quotation marks. The list is English, so another language is not looked at. */
export function wording(scenario: Scenario): AuditLine {
  const texts = proseOf(scenario);
  if (!scenario.language.startsWith('en')) {
    const sentence = `The list of terms is English and this scenario is in \`${scenario.language}\`: nobody has looked at its words.`;
    return { id: 'terms', verdict: 'warning', sentence, figures: [] };
  }
  const found = texts.flatMap(termsIn);
  const words = [...new Set(found.map((term) => term.found))];
  return {
    id: 'terms',
    verdict: found.length === 0 ? 'ok' : 'failure',
    sentence:
      found.length === 0
        ? `None of ${counted(TERMS_TO_AVOID.length, 'term')} that take a side stands outside quotation marks in ${counted(texts.length, 'text')}.`
        : `Terms that take a side, outside quotation marks: ${listed(words)}.`,
    figures: found.map(({ path, found: word, term }) => ({
      at: formatPath(path),
      word,
      instead: term.instead,
      why: term.why,
    })),
  };
}
