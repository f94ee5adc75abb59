import type { EfgCursor } from './efgCursor.ts';
import { distinctLabels, tidyLabel } from './efgLabel.ts';
import type { EfgProblems } from './efgProblems.ts';

/** What stands before the first node. */
interface EfgHead {
  readonly title: string;
  /** Each name once. */
  readonly players: readonly string[];
  readonly comment: string;
}

const NOT_EFG = 'an .efg file begins: EFG 2 R "title" { "player 1" "player 2" }';

/** What to do about a file that does not begin as one of the format does. */
function helpFor(word: string): string {
  if (word.startsWith('\uFEFF')) return 'save it as UTF-8 without a byte-order mark (BOM), as Gambit asks';
  if (word === 'NFG') return 'this is a game in strategic form; only games in extensive form (.efg) are read';
  return NOT_EFG;
}

function takeWord(cursor: EfgCursor, expected: string, isRight: (word: string) => boolean): void {
  const { kind, value } = cursor.tokens;
  if ((kind !== 'symbol' && kind !== 'number') || !isRight(value)) cursor.refuse(expected, helpFor(value));
  cursor.tokens.advance();
}

/** Takes the head: `EFG 2 R "title" { "player" … }`, and a comment where there is one. */
export function takeHead(cursor: EfgCursor, problems: EfgProblems): EfgHead {
  takeWord(cursor, '`EFG`', (word) => word === 'EFG');
  takeWord(cursor, 'version 2 of the format', (word) => word === '2');
  takeWord(cursor, '`R` or `D`', (word) => word === 'R' || word === 'D');
  const title = tidyLabel(cursor.take('text', 'the title in quotes'));
  const { at } = cursor;
  cursor.take('{', '`{` and the players');
  const written: string[] = [];
  do {
    written.push(
      tidyLabel(cursor.take('text', written.length === 0 ? 'a player in quotes' : 'a player in quotes, or `}`')),
    );
  } while (!cursor.is('}'));
  cursor.tokens.advance();
  const players = distinctLabels(written);
  if (players !== written) {
    const message = 'players without a name, or of the same name, are told apart by a number (_1, _2, …)';
    problems.add({ code: 'label-renamed', at, message, suggestion: 'give each player a name of its own' });
  }
  const comment = cursor.isText('the comment in quotes, or the first node') ? cursor.take('text') : '';
  return { title, players, comment };
}
