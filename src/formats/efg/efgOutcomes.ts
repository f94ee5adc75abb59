import type { EfgCursor } from './efgCursor.ts';
import { distinctLabels, tidyLabel } from './efgLabel.ts';
import { takeNumber } from './efgNumber.ts';
import type { EfgProblems } from './efgProblems.ts';

const NULL_ID = '0';
/** What an end is called where nothing is paid and nothing is said. */
const NULL_LABEL = 'null outcome';

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The outcomes of a game, by the order in which they are first described; 0 is the null outcome. */
export class EfgOutcomes {
  readonly #players: number;
  readonly #problems: EfgProblems;
  readonly #indexes = new Map<string, number>();
  readonly #labels: string[] = [NULL_LABEL];
  /** Per outcome, one payoff per player. */
  readonly #payoffs: number[];
  /** The payoffs that are being read. */
  readonly #written: number[] = [];

  constructor(players: number, problems: EfgProblems) {
    this.#players = players;
    this.#problems = problems;
    this.#payoffs = Array.from({ length: players }, () => 0);
  }

  /** Takes a node's outcome and gives its index: `0`, an id described before, or an id with its text and payoffs. */
  take(cursor: EfgCursor): number {
    const { at, node } = cursor;
    const id = cursor.takeId('an outcome’s id (0 for none)');
    const known = this.#indexes.get(id);
    if (!cursor.isText('the text of the outcome in quotes')) {
      if (id === NULL_ID) return 0;
      if (known === undefined) {
        const message = `outcome ${id} is mentioned before it is described`;
        const suggestion =
          'describe it where it is first mentioned: its id, a text in quotes, and { one payoff per player }';
        this.#problems.add({ code: 'undefined-outcome', at, node, message, suggestion });
      }
      return known ?? 0;
    }
    if (id === NULL_ID) {
      cursor.refuse(
        'nothing after outcome 0',
        'outcome 0 pays nothing and has no text: give this one an id of its own',
      );
    }
    const label = tidyLabel(cursor.take('text'));
    this.#takePayoffs(cursor);
    if (known !== undefined) {
      this.#compare(id, at, node, label, known);
      return known;
    }
    const index = this.#labels.length;
    this.#indexes.set(id, index);
    this.#labels.push(label);
    for (let player = 0; player < this.#players; player += 1) this.#payoffs.push(this.#written[player] ?? 0);
    return index;
  }

  #takePayoffs(cursor: EfgCursor): void {
    const { node } = cursor;
    const payoffs = this.#written;
    payoffs.length = 0;
    cursor.take('{', '`{` and one payoff per player');
    let surplusAt: number | undefined;
    while (!cursor.is('}')) {
      if (payoffs.length === this.#players) surplusAt = cursor.at;
      payoffs.push(takeNumber(cursor, payoffs.length < this.#players ? 'a payoff' : '`}` after the last payoff'));
      if (cursor.is(',')) cursor.tokens.advance();
    }
    const at = surplusAt ?? cursor.at;
    cursor.tokens.advance();
    if (payoffs.length !== this.#players) {
      const message = `${counted(payoffs.length, 'payoff')}, where the game has ${counted(this.#players, 'player')}`;
      this.#problems.add({ code: 'payoff-count', at, node, message, suggestion: 'give each player one payoff' });
    }
  }

  #compare(id: string, at: number, node: number | undefined, label: string, index: number): void {
    const isSameText = label === this.#labels[index];
    const begin = index * this.#players;
    const isSame = isSameText && this.#written.every((payoff, player) => payoff === this.#payoffs[begin + player]);
    if (isSame) return;
    const what = isSameText ? 'other payoffs' : 'another text';
    const message = `outcome ${id} is described again, with ${what} than before`;
    const suggestion = 'describe it once, or the same way each time, or give this one an id of its own';
    this.#problems.add({ code: 'outcome-conflict', at, node, message, suggestion });
  }

  /** What a player is paid at each node, by the outcomes that stand there. */
  payoffsOf(player: number, outcomes: readonly number[]): Float64Array {
    const payoffs = new Float64Array(outcomes.length);
    for (let node = 0; node < outcomes.length; node += 1) {
      payoffs[node] = this.#payoffs[(outcomes[node] ?? 0) * this.#players + player] ?? 0;
    }
    return payoffs;
  }

  /** What each outcome is called: as written, so that those which share a name are one to a reader; `_1`, `_2`, … where nothing is. */
  labels(): readonly string[] {
    const written = this.#labels;
    const named = new Set(written.filter((label) => label !== ''));
    const numbered = distinctLabels([...named, ...written.filter((label) => label === '')]).slice(named.size);
    let unnamed = 0;
    return written.map((label) => (label === '' ? (numbered[unnamed++] ?? '') : label));
  }
}
