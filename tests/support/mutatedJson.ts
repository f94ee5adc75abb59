import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that nobody expects where a table has a number, a name or a list. */
const ODD: readonly Json[] = [
  null,
  true,
  '',
  'N/A',
  '1/0',
  '-3.5',
  'w1 >= w2, w2 >= w1',
  0,
  -1,
  1e308,
  -1e-320,
  [],
  [[]],
  {},
  [null],
  '__proto__',
  'none',
];

/** The places of a JSON value, as the keys that lead there. */
function places(value: Json): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const waiting: { value: Json; keys: readonly string[] }[] = [{ value, keys: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next.keys);
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, item] of Object.entries(next.value)) waiting.push({ value: item, keys: [...next.keys, key] });
  }
  return found;
}

function changed(
  value: Json,
  keys: readonly string[],
  change: (parent: { [key: string]: Json }, key: string) => void,
): void {
  let parent = value as { [key: string]: Json };
  for (const key of keys.slice(0, -1)) parent = parent[key] as { [key: string]: Json };
  const last = keys.at(-1);
  if (last !== undefined) change(parent, last);
}

/** Texts that were a JSON file until somebody changed, removed or doubled parts of it, or cut into its letters. */
export const mutatedJson = (text: string): fc.Arbitrary<string> => {
  const all = places(JSON.parse(text));
  const edit = fc.record({
    at: fc.nat(all.length - 1),
    odd: fc.nat(ODD.length),
    kind: fc.constantFrom('replace', 'remove', 'double' as const),
  });
  const edited = fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
    const value: Json = JSON.parse(text);
    for (const { at, odd, kind } of edits) {
      try {
        changed(value, all[at] ?? [], (parent, key) => {
          const item = parent[key];
          if (kind === 'remove') {
            if (Array.isArray(parent)) parent.splice(Number(key), 1);
            else delete parent[key];
          } else if (kind === 'double' && Array.isArray(parent)) parent.push(structuredClone(item ?? null));
          else parent[key] = structuredClone(ODD[odd] ?? null);
        });
      } catch {
        // An earlier edit has taken the place away.
      }
    }
    return JSON.stringify(value, null, 1);
  });
  const cut = fc
    .record({
      from: fc.nat(text.length),
      count: fc.nat(40),
      put: fc.constantFrom('', '{', '"', '\0', ',', '9e999', '\uFEFF', '\t'),
    })
    .map(({ from, count, put }) => text.slice(0, from) + put + text.slice(from + count));
  return fc.oneof({ weight: 4, arbitrary: edited }, { weight: 1, arbitrary: cut });
};
