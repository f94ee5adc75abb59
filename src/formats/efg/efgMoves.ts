import { formatRational, isEqual, ONE, type Rational, sum, toNumber } from '../../domain/rational.ts';
import type { EfgCursor } from './efgCursor.ts';
import { distinctLabels, tidyLabel } from './efgLabel.ts';
import { takeRational } from './efgNumber.ts';
import type { EfgProblems } from './efgProblems.ts';

/** What somebody who moves knows and may do: an information set, described once. Chance has one too, with a probability per action. */
export interface MoveSet {
  readonly label: string;
  readonly actions: readonly string[];
  /** As nearest doubles; undefined where a player decides. */
  readonly odds: readonly number[] | undefined;
  readonly exact: readonly Rational[] | undefined;
  /** The node where it was first met. */
  readonly node: number;
  /** How many nodes of it are on the line that is being read. */
  open: number;
}

/** A fraction as it is told, rounded where it is long. */
const told = (value: Rational): string =>
  value.denominator < 10n ** 12n ? formatRational(value) : `about ${Number(toNumber(value).toPrecision(12))}`;

/** A sum that is not 1, as it is told: beside 1, by how much it misses it. */
function toldSum(total: Rational): string {
  const rest = toNumber({ numerator: total.numerator - total.denominator, denominator: total.denominator });
  if (Math.abs(rest) > 1e-6) return told(total);
  return `1 ${rest < 0 ? 'less' : 'and'} ${Number(Math.abs(rest).toPrecision(2))}`;
}

function checkOdds(odds: readonly Rational[], at: number, node: number | undefined, problems: EfgProblems): void {
  const negative = odds.find(({ numerator }) => numerator < 0n);
  if (negative !== undefined) {
    const message = `the probability ${told(negative)} is negative`;
    problems.add({ code: 'probabilities', at, node, message, suggestion: 'write probabilities from 0 to 1' });
    return;
  }
  const total = sum(odds);
  if (total !== undefined && isEqual(total, ONE)) return;
  const [message, suggestion] =
    total === undefined
      ? [
          'the probabilities cannot be summed exactly: their common denominator has more than about 20,000 digits',
          'write them over one denominator (3/1000, 7/1000), or as decimals that sum to exactly 1',
        ]
      : [
          `the probabilities sum to ${toldSum(total)}; they must sum to exactly 1`,
          'write fractions where decimals do not do: 1/3, not 0.333',
        ];
  problems.add({ code: 'probabilities', at, node, message, suggestion });
}

/** The information sets of one player, or of chance. */
export class EfgMoves {
  readonly #isChance: boolean;
  readonly #problems: EfgProblems;
  readonly #sets = new Map<string, MoveSet>();

  constructor(isChance: boolean, problems: EfgProblems) {
    this.#isChance = isChance;
    this.#problems = problems;
  }

  /** Takes an information set: its id, and its description where it is first mentioned; it may be repeated after that. */
  take(cursor: EfgCursor): MoveSet {
    const { at } = cursor;
    const id = cursor.takeId('an information set’s id');
    const known = this.#sets.get(id);
    const written = cursor.isText('the text of the information set in quotes')
      ? this.#takeDescription(cursor)
      : undefined;
    if (known === undefined) {
      if (written === undefined) {
        const message = `information set ${id} is mentioned before it is described`;
        const suggestion = 'describe it where it is first mentioned: its id, a text in quotes, and { its actions }';
        cursor.fail('undefined-infoset', message, suggestion, at);
      }
      this.#sets.set(id, written);
      return written;
    }
    this.#checkAgain(id, at, cursor.node, known, written);
    return written !== undefined && written.actions.length !== known.actions.length ? written : known;
  }

  #takeDescription(cursor: EfgCursor): MoveSet {
    const { at, node = 0 } = cursor;
    const label = tidyLabel(cursor.take('text'));
    cursor.take('{', '`{` and the actions');
    const actions: string[] = [];
    const exact: Rational[] = [];
    do {
      actions.push(
        tidyLabel(
          cursor.take('text', actions.length === 0 ? 'the name of an action in quotes' : 'an action in quotes, or `}`'),
        ),
      );
      if (this.#isChance) exact.push(takeRational(cursor, 'the probability of the action'));
    } while (!cursor.is('}'));
    cursor.tokens.advance();
    if (this.#isChance) checkOdds(exact, at, node, this.#problems);
    const distinct = distinctLabels(actions);
    if (distinct !== actions) {
      const message = 'actions without a name, or of the same name, are told apart by a number (_1, _2, …)';
      this.#problems.add({
        code: 'label-renamed',
        at,
        node,
        message,
        suggestion: 'give each action a name of its own',
      });
    }
    const odds = this.#isChance ? exact.map(toNumber) : undefined;
    return { label, actions: distinct, odds, exact: this.#isChance ? exact : undefined, node, open: 0 };
  }

  #checkAgain(id: string, at: number, node: number | undefined, known: MoveSet, written: MoveSet | undefined): void {
    if (!this.#isChance) {
      const message = `who decides here cannot tell this position from that at node n${known.node}: both are in information set ${id}`;
      const suggestion = 'only games of perfect information are read: give each position an information set of its own';
      this.#problems.add({ code: 'imperfect-information', at, node, message, suggestion });
      return;
    }
    if (known.open > 0) {
      const message = `this draw of chance (information set ${id}) was already made on the way here, at node n${known.node}`;
      const suggestion =
        'a draw that stands twice on a line is forgotten in between: give the later one an id of its own';
      this.#problems.add({ code: 'imperfect-recall', at, node, message, suggestion });
    }
    if (written === undefined) return;
    const what = differenceOf(known, written);
    if (what === undefined) return;
    const message = `information set ${id} of chance is described again, with ${what} than at node n${known.node}`;
    const suggestion = 'describe it once, or the same way each time, or give this one an id of its own';
    this.#problems.add({ code: 'infoset-conflict', at, node, message, suggestion });
  }
}

/** How two descriptions of one draw of chance differ; numbers are compared as numbers, so 1/2 is 0.5. */
function differenceOf(known: MoveSet, again: MoveSet): string | undefined {
  if (known.label !== again.label) return 'another text';
  if (known.actions.length !== again.actions.length) return 'another number of actions';
  if (known.actions.some((action, index) => action !== again.actions[index])) return 'other actions';
  const isSame = (known.exact ?? []).every((odds, index) => {
    const other = again.exact?.[index];
    return other !== undefined && isEqual(odds, other);
  });
  return isSame ? undefined : 'other probabilities';
}
