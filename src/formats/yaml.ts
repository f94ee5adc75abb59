import { Composer, type Document, type Node } from 'yaml';
import { error, type Path, type Problem } from '../domain/problem.ts';
import { readAliases } from './yamlAliases.ts';
import { takeOutBadKeys } from './yamlKeys.ts';
import { type Place, placeFinder, type Sought, START } from './yamlPlaces.ts';
import { syntaxProblems } from './yamlSyntax.ts';
import { MAX_DEPTH, yamlTokens } from './yamlTokens.ts';

/** A file that somebody brings may be this large; a scenario is a few hundred kilobytes. */
export const MAX_BYTES = 2_000_000;

/** A YAML text as plain data, with the places of its parts. */
export interface YamlText {
  /** Plain data; undefined where the text could not be read safely. Keys that are problems are left out. */
  readonly value: unknown;
  /** Paths are counted from the root of this text. */
  readonly problems: readonly (Problem & Partial<Place>)[];
  /** The place of a path, or of the nearest part of it that is there. */
  readonly locate: (path: Path, sought?: Sought) => Place;
}

/** A text that is not read at all, with the reason. */
export const refusedText = (problem: Problem, place = START): YamlText => ({
  value: undefined,
  problems: [{ ...problem, ...place }],
  locate: () => START,
});

/** The problem of a file that is too large to be read. */
export const tooLarge = (bytes: number, most: number = MAX_BYTES): Problem => {
  const message = `the file has ${bytes.toLocaleString('en')} bytes; at most ${most.toLocaleString('en')} are read`;
  return error('file-too-large', [], message, 'split it, or remove what is not part of the scenario');
};

const BYTE_ORDER_MARK = /^\uFEFF/;
/** Signs that no text holds, and the one that stands for bytes that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NOT_TEXT = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFD]/;

function notText(text: string, at: number): YamlText {
  const before = text.slice(0, at).split('\n');
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return refusedText(error('not-text', [], 'the file holds signs that are no text', 'save it as UTF-8 text'), place);
}

/** The first document of a text, and where a second one begins. */
function compose(tokens: ReturnType<typeof yamlTokens>['tokens'], end: number): [Document, number | undefined] {
  const composer = new Composer({ version: '1.2', schema: 'core', resolveKnownTags: false, uniqueKeys: false });
  const [first, second] = composer.compose(tokens, true, end);
  if (first === undefined) throw new TypeError('even an empty text has one document');
  return [first, second?.range[0]];
}

/** Reads YAML 1.2 (core schema) and refuses, in words, what is unsafe: huge or deep files, alias bombs, inherited names as keys. */
export function readYaml(written: string): YamlText {
  const bytes = new TextEncoder().encode(written).length;
  if (bytes > MAX_BYTES) return refusedText(tooLarge(bytes));
  const text = written.replace(BYTE_ORDER_MARK, '');
  const odd = text.search(NOT_TEXT);
  if (odd >= 0) return notText(text, odd);

  const { tokens, lines, tooDeepAt } = yamlTokens(text);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return line < 1 ? START : { line, column: col };
  };
  const placeOf = (node: unknown): Place => placeAt((node as Node | null)?.range?.[0] ?? 0);
  if (tooDeepAt !== undefined) {
    const message = `the file nests more than ${MAX_DEPTH} levels deep`;
    return refusedText(error('nesting-too-deep', [], message, 'flatten it'), placeAt(tooDeepAt));
  }

  const [document, secondAt] = compose(tokens, text.length);
  const syntax = [...syntaxProblems(document, placeAt)];
  if (secondAt !== undefined) {
    const twice = error(
      'yaml-syntax',
      [],
      'a second document begins here',
      'keep one document in a file: remove `---`',
    );
    syntax.push({ ...twice, ...placeAt(secondAt) });
  }
  if (syntax.some(({ code }) => code === 'yaml-syntax')) {
    return { value: undefined, problems: syntax, locate: () => START };
  }
  const aliases = readAliases(document, MAX_BYTES);
  if (aliases.problem !== undefined) return refusedText(aliases.problem.problem, placeOf(aliases.problem.node));
  const keys = takeOutBadKeys(document, placeOf);
  return {
    value: document.toJS({ maxAliasCount: -1 }),
    problems: [...syntax, ...keys],
    locate: placeFinder(document.contents, text, placeAt, aliases.resolve),
  };
}
