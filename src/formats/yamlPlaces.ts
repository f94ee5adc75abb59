import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Path } from '../domain/problem.ts';
import { keyText } from './yamlKeys.ts';

/** A place in a file, both counted from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const START: Place = { line: 1, column: 1 };

interface Entry {
  readonly key: unknown;
  readonly value: unknown;
}

/** The entries of a mapping by key, made once: a file may hold thousands. */
function entriesOf(map: YAMLMap, known: WeakMap<YAMLMap, ReadonlyMap<string, Entry>>): ReadonlyMap<string, Entry> {
  const made = known.get(map);
  if (made !== undefined) return made;
  const entries = new Map(map.items.map((pair): [string, Entry] => [keyText(pair.key) ?? '', pair]));
  known.set(map, entries);
  return entries;
}

const isEmpty = (node: unknown): boolean => {
  const range = (node as Node | null)?.range;
  return range === undefined || range === null || range[0] === range[1];
};

/** What of a path is looked for: its value unless it is the key, or a word, or words in order, inside a text. */
export interface Sought {
  readonly atKey?: boolean | undefined;
  readonly word?: string | undefined;
}

/**
 * Finds the place of a path: the value where it is a word or a number, else the key that a reader looks for; or the nearest part of the
 * path that is there.
 */
export function placeFinder(
  root: unknown,
  text: string,
  placeAt: (offset: number) => Place,
  resolve: (node: unknown) => unknown,
): (path: Path, sought?: Sought) => Place {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Entry>>();
  const placeOf = (node: unknown): Place => placeAt((node as Node | null)?.range?.[0] ?? 0);
  /** Where words stand in the text of a node, as it is written there: between two of them a line may end. */
  const placeIn = (node: unknown, word: string | undefined): Place | undefined => {
    const range = (node as Node | null)?.range;
    if (word === undefined || !range || isMap(node) || isSeq(node)) return undefined;
    const words = word.split(/\s+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = new RegExp(`(?<!\\w)${words.join('\\s+')}(?!\\w)`).exec(text.slice(range[0], range[1]));
    return found === null ? undefined : placeAt(range[0] + found.index);
  };
  return (path, { atKey = false, word } = {}) => {
    let node = root;
    let place = START;
    for (const [index, part] of path.entries()) {
      const inside = resolve(node);
      if (isMap(inside)) {
        const entry = entriesOf(inside, known).get(String(part));
        if (entry === undefined) return place;
        const wantsKey = (atKey && index === path.length - 1) || isMap(entry.value) || isSeq(entry.value);
        place = placeOf(wantsKey || isEmpty(entry.value) ? entry.key : entry.value);
        node = entry.value;
      } else if (isSeq(inside) && typeof part === 'number' && inside.items[part] !== undefined) {
        node = inside.items[part];
        place = placeOf(node);
      } else return place;
    }
    return placeIn(node, word) ?? place;
  };
}
