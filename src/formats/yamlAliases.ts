import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { error, type Problem } from '../domain/problem.ts';
import { MAX_DEPTH } from './yamlTokens.ts';

/** Aliases that a file may hold: the time to resolve them grows with the square of their number. */
export const MAX_ALIASES = 1000;

/** How much a part of a file comes to once its aliases are written out. */
interface Extent {
  /** Characters, about. */
  readonly length: number;
  /** Lists and mappings inside each other. */
  readonly depth: number;
}

/** What the aliases of a document stand for. */
export interface Aliases {
  readonly problem: { readonly problem: Problem; readonly node: unknown } | undefined;
  /** The part that an alias repeats, or the node itself where it is none. */
  readonly resolve: (node: unknown) => unknown;
}

const WRITE_OUT = 'write the parts out instead of repeating them by alias';
const bomb = (message: string): Problem => error('alias-bomb', [], message, WRITE_OUT);

/** Resolves aliases in one pass, and finds the first that cannot be written out within the limits on a file. */
export function readAliases(document: Document, maxLength: number): Aliases {
  const anchors = new Map<string, Node>();
  const sources = new Map<Alias, Node>();
  const extents = new Map<Node, Extent>();
  let total = 0;
  let problem: Aliases['problem'];
  const refuse = (node: unknown, why: Problem): Extent => {
    problem ??= { problem: why, node };
    return { length: 0, depth: 0 };
  };

  const ofAlias = (alias: Alias, depth: number): Extent => {
    const source = anchors.get(alias.source);
    if (source === undefined) {
      return refuse(alias, error('unknown-alias', [], `nothing before this is marked \`&${alias.source}\``, WRITE_OUT));
    }
    sources.set(alias, source);
    const extent = extents.get(source);
    if (extent === undefined) return refuse(alias, bomb(`the alias *${alias.source} contains itself`));
    total += extent.length;
    if (sources.size > MAX_ALIASES) {
      return refuse(alias, bomb(`the file has more than ${MAX_ALIASES.toLocaleString('en')} aliases (*name)`));
    }
    if (total > maxLength) {
      return refuse(alias, bomb('with its aliases (*name) written out, the file would be larger than what is read'));
    }
    if (depth + extent.depth > MAX_DEPTH) {
      const message = `with its aliases (*name) written out, the file nests more than ${MAX_DEPTH} levels deep`;
      return refuse(alias, error('nesting-too-deep', [], message, 'flatten it'));
    }
    return extent;
  };
  const measure = (node: unknown, depth: number): Extent => {
    if (problem !== undefined || node === null) return { length: 0, depth: 0 };
    if (isAlias(node)) return ofAlias(node, depth);
    const { anchor } = node as Node & { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node as Node);
    const parts = isMap(node)
      ? node.items.flatMap((pair) => [measure(pair.key, depth + 1), measure(pair.value, depth + 1)])
      : isSeq(node)
        ? node.items.map((item) => measure(item, depth + 1))
        : [];
    const range = isScalar(node) ? node.range : undefined;
    const own = 1 + (range ? range[1] - range[0] : 0);
    total += own;
    const extent = {
      length: parts.reduce((sum, { length }) => sum + length, own),
      depth: isScalar(node) ? 0 : parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
    };
    extents.set(node as Node, extent);
    return extent;
  };

  measure(document.contents, 0);
  return { problem, resolve: (node) => (isAlias(node) ? sources.get(node) : node) };
}
