import { distance } from 'fastest-levenshtein';

/** A stretch of a text, from its first character to before its last. */
export type Stretch = readonly [from: number, to: number];

/** How well a text answers a query, and where. */
export interface Match {
  readonly score: number;
  readonly stretches: readonly Stretch[];
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Case and accents aside. Only what keeps its length, so that places in the plain text are places in the text. */
const plain = (text: string): string =>
  [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === letter.length ? bare : letter;
    })
    .join('');

/** The words of a text: runs of letters and digits. An apostrophe inside belongs to its word. */
const wordsOf = (text: string): readonly Word[] =>
  [...plain(text).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));

/** Letters that may be wrong in a word of this length: none in short ones, where every other word would do. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

const WHOLE = 4;
const BEGINNING = 3;
const INSIDE = 1.5;
const SLIP = 1;
/** A part inside a word is looked for from this length on. */
const INSIDE_FROM = 3;

/** How well one word of a text answers one word of a query: the whole, its beginning, a part inside, or either with a slip. */
function answer(wanted: string, word: Word): { readonly score: number; readonly stretch: Stretch } | undefined {
  const { text, from, to } = word;
  if (text === wanted) return { score: WHOLE, stretch: [from, to] };
  if (text.startsWith(wanted)) return { score: BEGINNING, stretch: [from, from + wanted.length] };
  const inside = wanted.length < INSIDE_FROM ? -1 : text.indexOf(wanted);
  if (inside > 0) return { score: INSIDE, stretch: [from + inside, from + inside + wanted.length] };
  const allowed = slips(wanted.length);
  // The first letter is seldom the wrong one, and without this rule words that have nothing in common come up.
  if (allowed === 0 || text[0] !== wanted[0]) return undefined;
  const start = text.slice(0, wanted.length);
  const slipped = Math.min(distance(wanted, text), distance(wanted, start));
  return slipped > allowed ? undefined : { score: SLIP / slipped, stretch: [from, to] };
}

/** A text, cut into words once, so that each letter that is typed costs little. */
export type Searchable = (query: string) => Match | undefined;

/**
 * Makes a text searchable. Every word of a query must be answered by the title or by what stands beside it, which counts half; the
 * stretches are the title's. A query without words is answered by everything, equally.
 */
export function searchable(title: string, beside = ''): Searchable {
  const [titleWords, besideWords] = [wordsOf(title), wordsOf(beside)];
  return (query) => {
    let score = 0;
    const stretches: Stretch[] = [];
    for (const { text: wanted } of wordsOf(query)) {
      const inTitle = best(wanted, titleWords);
      const inBeside = best(wanted, besideWords);
      if (inTitle === undefined && inBeside === undefined) return undefined;
      score += Math.max(inTitle?.score ?? 0, (inBeside?.score ?? 0) / 2);
      if (inTitle !== undefined) stretches.push(inTitle.stretch);
    }
    return { score, stretches: stretches.sort(([a], [b]) => a - b) };
  };
}

function best(wanted: string, words: readonly Word[]) {
  let found: ReturnType<typeof answer>;
  for (const word of words) {
    const next = answer(wanted, word);
    if (next !== undefined && next.score > (found?.score ?? 0)) found = next;
  }
  return found;
}

/** A text in pieces, those that answer the query marked. Stretches may touch or overlap. */
export function pieces(text: string, stretches: readonly Stretch[]): readonly { text: string; marked: boolean }[] {
  const cut: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of stretches) {
    if (to <= at) continue;
    if (from > at) cut.push({ text: text.slice(at, from), marked: false });
    cut.push({ text: text.slice(Math.max(at, from), to), marked: true });
    at = to;
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false });
  return cut;
}
