import type { Document, YAMLParseError, YAMLWarning } from 'yaml';
import { error, type Problem } from '../domain/problem.ts';
import type { Place } from './yamlPlaces.ts';

/** Mistakes in writing YAML that are listed per file: the later ones mostly follow from the first. */
const MOST = 10;

/** What to do about a mistake in writing YAML, by the code that the library gives it. */
const SUGGESTIONS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'indent the lines of one list or mapping by the same number of spaces',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds a colon in quotes',
  MISSING_CHAR: 'look for a quote, a bracket, a comma or a colon that is missing',
  MULTILINE_IMPLICIT_KEY: 'look for a colon or a quote that is missing',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN: 'look for a quote, a bracket or a comma too many or missing; put texts with such signs in quotes',
};

/** What `!!` stands for. */
const CORE_TAG = /^tag:yaml\.org,2002:/;

function syntaxProblem({ code, message }: YAMLParseError | YAMLWarning): Problem {
  if (code === 'TAG_RESOLVE_FAILED') {
    const tag = /^Unresolved tag: (.*)$/.exec(message)?.[1]?.replace(CORE_TAG, '!!');
    const why = tag === undefined ? message : `the tag \`${tag}\` is not read here`;
    return error('unknown-tag', [], why, 'remove the tag: plain texts, numbers, lists and mappings need none');
  }
  return error('yaml-syntax', [], message, SUGGESTIONS[code]);
}

/** What is not YAML in a document, by its place. */
export function syntaxProblems(document: Document, placeAt: (offset: number) => Place): readonly (Problem & Place)[] {
  const [first, ...later] = [...document.errors, ...document.warnings];
  if (first === undefined) return [];
  // Where the first mistake leaves the reader out of step, what comes next is unexpected, though it is right.
  const told = [first, ...later.filter(({ code }) => code !== 'UNEXPECTED_TOKEN')];
  return told.slice(0, MOST).map((found) => ({ ...syntaxProblem(found), ...placeAt(found.pos[0]) }));
}
