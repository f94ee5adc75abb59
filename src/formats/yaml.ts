import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { error, type Path, type Problem } from '../domain/problem.ts';

/** Limits on a file that somebody brings: a scenario is a few hundred kilobytes and ten levels deep. */
export const MAX_BYTES = 2_000_000;
export const MAX_DEPTH = 64;
/** Nodes that a file may come to once its aliases are written out. */
const MAX_EXPANDED_NODES = 200_000;

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML text as plain data, with the places of its parts. */
export interface YamlText {
  /** Plain data; undefined where the text could not be read safely. */
  readonly value: unknown;
  readonly problems: readonly (Problem & Partial<Place>)[];
  /** The place of a path, or of the nearest part of it that is there. `atKey` asks for the key rather than its value. */
  readonly locate: (path: Path, atKey?: boolean) => Place;
}

/** Names that every object inherits: as keys they would mean something to the program and nothing to a scenario. */
const INHERITED_NAMES: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

const START: Place = { line: 1, column: 1 };

/** How deep brackets nest; counted before parsing, so that a hostile file cannot exhaust the parser's stack. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const childrenOf = (node: unknown): readonly unknown[] =>
  isMap(node) || isSeq(node) ? node.items : isPair(node) ? [node.key, node.value] : [];

function depthOf(root: unknown): number {
  let level: unknown[] = [root];
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH + 1) {
    const inside = level.flatMap((node) => (isMap(node) ? node.items.flatMap(childrenOf) : childrenOf(node)));
    if (inside.length > 0) depth += 1;
    level = inside;
  }
  return depth;
}

/** Nodes once aliases are written out; infinite where an alias contains itself. */
function expandedNodes(document: Document): number {
  const sizes = new Map<unknown, number>();
  const size = (node: unknown): number => {
    if (isAlias(node)) return size(node.resolve(document));
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, Number.POSITIVE_INFINITY);
    const total = childrenOf(node).reduce<number>((sum, child) => sum + size(child), 1);
    sizes.set(node, total);
    return total;
  };
  return size(document.contents);
}

const keyText = (pair: Pair): string | undefined =>
  isScalar(pair.key) && (typeof pair.key.value === 'string' || typeof pair.key.value === 'number')
    ? String(pair.key.value)
    : undefined;

function keyProblems(document: Document, placeOf: (node: unknown) => Place): readonly (Problem & Place)[] {
  const found: (Problem & Place)[] = [];
  visit(document, {
    Pair(_, pair) {
      const key = keyText(pair);
      if (key === undefined) {
        found.push({
          ...error('key-not-text', [], 'a key must be a word or a number', 'write the key as plain text'),
          ...placeOf(pair.key),
        });
      } else if (INHERITED_NAMES.has(key)) {
        const message = `\`${key}\` cannot be a key: it is a name that the program itself uses`;
        found.push({ ...error('prototype-key', [], message, 'choose another word'), ...placeOf(pair.key) });
      }
    },
  });
  return found;
}

const syntaxSuggestion = (code: string): string | undefined =>
  code === 'DUPLICATE_KEY'
    ? 'rename or remove one of them'
    : code === 'TAB_AS_INDENT'
      ? 'indent with spaces'
      : undefined;

const refuse = (problem: Problem & Partial<Place>): YamlText => ({
  value: undefined,
  problems: [problem],
  locate: () => START,
});

/** Reads YAML 1.2 (core schema) and refuses, in words, what is unsafe: huge or deep files, alias bombs, inherited names as keys. */
export function readYaml(text: string): YamlText {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    const message = `the file has ${bytes.toLocaleString('en')} bytes; at most ${MAX_BYTES.toLocaleString('en')} are read`;
    return refuse(error('file-too-large', [], message, 'split it, or remove what is not part of the scenario'));
  }
  const tooDeep = () =>
    refuse(error('nesting-too-deep', [], `the file nests more than ${MAX_DEPTH} levels deep`, 'flatten it'));
  if (bracketDepth(text) > MAX_DEPTH * 8) return tooDeep();
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
    });
  } catch (cause) {
    if (cause instanceof RangeError) return tooDeep();
    throw cause;
  }
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return line < 1 ? START : { line, column: col };
  };
  const placeOf = (node: unknown): Place => placeAt((node as Node | null)?.range?.[0] ?? 0);
  const syntax = [...document.errors, ...document.warnings].map((problem) => {
    const code = problem.code === 'DUPLICATE_KEY' ? 'duplicate-id' : 'yaml-syntax';
    const words = problem.code === 'DUPLICATE_KEY' ? 'this key stands here twice' : problem.message;
    return { ...error(code, [], words, syntaxSuggestion(problem.code)), ...placeAt(problem.pos[0]) };
  });
  if (depthOf(document.contents) > MAX_DEPTH) return tooDeep();
  if (expandedNodes(document) > MAX_EXPANDED_NODES) {
    const message = 'aliases (*name) in this file unfold to more than the file could hold';
    return refuse(error('alias-bomb', [], message, 'write the parts out instead of repeating them by alias'));
  }
  const keys = keyProblems(document, placeOf);
  const locate = (path: Path, atKey = false): Place => {
    let node: unknown = document.contents;
    let place = placeOf(node);
    for (const [index, part] of path.entries()) {
      const resolved: unknown = isAlias(node) ? node.resolve(document) : node;
      const last = index === path.length - 1;
      if (isMap(resolved)) {
        const pair = resolved.items.find((item) => keyText(item) === String(part));
        if (pair === undefined) return place;
        place = (atKey && last) || pair.value === null ? placeOf(pair.key) : placeOf(pair.value);
        // A block mapping's own place is its first key; the key above it is what a reader looks for.
        if (last && (isMap(pair.value) || isSeq(pair.value)) && !pair.value.flow) place = placeOf(pair.key);
        node = pair.value;
      } else if (isSeq(resolved) && typeof part === 'number' && resolved.items[part] !== undefined) {
        node = resolved.items[part];
        place = placeOf(node);
      } else return place;
    }
    return place;
  };
  const unsafe = syntax.some(({ code }) => code === 'yaml-syntax') || keys.length > 0;
  return { value: unsafe ? undefined : document.toJS({ maxAliasCount: -1 }), problems: [...syntax, ...keys], locate };
}
