import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { error, type Path, type Problem } from '../domain/problem.ts';
import type { Place } from './yamlPlaces.ts';

/** Names that every object inherits: as keys they would mean something to the program and nothing to a scenario. */
const INHERITED_NAMES: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/** A key as plain data has it; undefined where it is neither a word nor a number. */
export const keyText = (key: unknown): string | undefined =>
  isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number') ? String(key.value) : undefined;

function keyProblem(key: string | undefined, path: Path, repeated: boolean): Problem | undefined {
  if (key === undefined) {
    return error('key-not-text', path, 'a key must be a word or a number', 'write the key as plain text');
  }
  if (INHERITED_NAMES.has(key)) {
    const message = `\`${key}\` cannot be a key: it is a name that the program itself uses`;
    return error('prototype-key', [...path, key], message, 'choose another word');
  }
  return repeated
    ? error('duplicate-id', [...path, key], `\`${key}\` stands here twice`, 'rename or remove one of them')
    : undefined;
}

/** Keys that cannot be read: no words, inherited names, written twice. They are taken out, so that the rest can be. */
export function takeOutBadKeys(document: Document, placeOf: (node: unknown) => Place): readonly (Problem & Place)[] {
  const found: (Problem & Place)[] = [];
  const readMap = (map: YAMLMap, path: Path) => {
    const seen = new Set<string>();
    map.items = map.items.filter((pair: Pair) => {
      const key = keyText(pair.key);
      const problem = keyProblem(key, path, key !== undefined && seen.has(key));
      if (problem !== undefined) found.push({ ...problem, ...placeOf(pair.key) });
      else if (key !== undefined) {
        seen.add(key);
        readNode(pair.value, [...path, key]);
      }
      return problem === undefined;
    });
  };
  const readNode = (node: unknown, path: Path) => {
    if (isMap(node)) readMap(node, path);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) readNode(item, [...path, index]);
  };
  readNode(document.contents, []);
  return found;
}
