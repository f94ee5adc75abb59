import type { DecisionTree } from '../../domain/decisionTree.ts';
import { type Expression, evaluateExpression } from '../../domain/expression.ts';
import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { choosesBest, type Scales } from '../rollback/choose.ts';
import { rollBack } from '../rollback/rollBack.ts';
import { workspaceFor } from '../rollback/workspace.ts';
import type { Played } from './varied.ts';

/** What is chosen at each decision that the policy reaches: its node and the index of the branch, in the order of the tree. */
export type TreePolicy = readonly (readonly [node: number, index: number])[];

/** Why a tree has no value at some numbers, and where. */
export interface TreeFault {
  /** Where in the file, for example `root.branches[1].probability`. */
  readonly place: string;
  readonly message: string;
}

/** A decision tree to be valued at any numbers. Its game is written over by each. */
export interface DecisionTreeModel {
  readonly tree: DecisionTree;
  /** The tree as a game of one actor, at the numbers that were last written. */
  readonly game: GameTree;
  /** The parameters' base values, in declared order. */
  readonly base: readonly number[];
  /** Writes payoffs and probabilities at these numbers. */
  readonly write: (numbers: readonly number[]) => Result<undefined, TreeFault>;
  /** The best policy at these numbers and its expected payoff; of equally good branches the first. */
  readonly solve: (numbers: readonly number[]) => Result<Played<TreePolicy>, TreeFault>;
  /** The expected payoff of a policy at these numbers. */
  readonly hold: (policy: TreePolicy, numbers: readonly number[]) => Result<number, TreeFault>;
}

/** Probabilities may miss 0, 1 and their sum 1 by this: rounding, no judgement. */
const ODDS_WITHIN = 1e-9;

/** Payoffs that differ by less than this part of the largest are equally good: rounding alone. A wider margin would move thresholds. */
const SAME_PAYOFF = 1e-12;

function gameOf({ title, kind, first, child }: DecisionTree): GameTree {
  return {
    actors: [title],
    kind,
    decider: Int32Array.from(kind, (what) => (what === NODE.decision ? 0 : -1)),
    deciders: kind.includes(NODE.decision) ? [[0]] : [],
    first,
    child,
    odds: new Float64Array(child.length),
    payoffs: [new Float64Array(kind.length)],
    noAgreement: new Int32Array(kind.length).fill(-1),
    kin: Int32Array.from(child, (_, branch) => branch),
    tendency: undefined,
  };
}

/** Lays out a decision tree for being valued again and again. */
export function decisionTreeModel(tree: DecisionTree): DecisionTreeModel {
  const { kind, first, child, payoff, probability, places } = tree;
  const game = gameOf(tree);
  const columns = workspaceFor(game);
  const [paid] = game.payoffs as [Float64Array];

  /** Writes the expressions of a branch; in words, what is wrong with one of them. */
  function write(numbers: readonly number[]): Result<undefined, TreeFault> {
    const at = (branch: number, part: string, message: string) =>
      fail({ place: `${places[branch]}${part}`, message: `${message}${numbersInWords(tree, numbers)}` });
    for (let node = 0; node < kind.length; node += 1) {
      let sum = 0;
      const [start, end] = [first[node] as number, first[node + 1] as number];
      for (let branch = start; branch < end; branch += 1) {
        const pays = evaluateExpression(payoff[branch] as Expression, numbers);
        if (!pays.ok) return at(branch, '.payoff', pays.error);
        paid[child[branch] as number] = pays.value;
        const likely = probability[branch];
        if (likely === undefined) continue;
        const odds = evaluateExpression(likely, numbers);
        if (!odds.ok) return at(branch, '.probability', odds.error);
        if (!(odds.value >= -ODDS_WITHIN && odds.value <= 1 + ODDS_WITHIN))
          return at(branch, '.probability', `a probability is from 0 to 1, and \`${likely.written}\` is ${odds.value}`);
        game.odds[branch] = Math.min(1, Math.max(0, odds.value));
        sum += odds.value;
      }
      if (kind[node] === NODE.chance && Math.abs(sum - 1) > ODDS_WITHIN)
        return at(start, '', `the probabilities at \`${tree.names[node]}\` sum to ${sum}, not to 1`);
    }
    return succeed(undefined);
  }

  const scales = (): Scales => {
    let most = 1;
    for (const amount of paid) most = Math.max(most, Math.abs(amount));
    return { equalWithin: [SAME_PAYOFF * most], scoreWithin: [SAME_PAYOFF * most], lambda: [0] };
  };

  function policy(): TreePolicy {
    const chosen: [number, number][] = [];
    const waiting = [0];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const [start, end] = [first[node] as number, first[node + 1] as number];
      if (kind[node] === NODE.decision) {
        let taken = start;
        while (columns.share[taken] === 0) taken += 1;
        chosen.push([node, taken - start]);
        waiting.push(child[taken] as number);
      } else for (let branch = end - 1; branch >= start; branch -= 1) waiting.push(child[branch] as number);
    }
    return chosen;
  }

  const value = (): number => columns.values[0]?.[0] ?? Number.NaN;
  const finite = <Value>(found: () => Value): Result<Value, TreeFault> =>
    Number.isFinite(value())
      ? succeed(found())
      : fail({ place: 'root', message: 'the payoffs are too large to add up' });

  return {
    tree,
    game,
    base: tree.parameters.map(({ base }) => base),
    write,
    solve: (numbers) => {
      const written = write(numbers);
      if (!written.ok) return written;
      rollBack(game, columns, choosesBest(game, columns, scales()));
      return finite(() => ({ value: value(), policy: policy() }));
    },
    hold: (held, numbers) => {
      const written = write(numbers);
      if (!written.ok) return written;
      const choice = new Map(held);
      rollBack(game, columns, (node) => {
        const start = first[node] as number;
        columns.share.fill(0, start, first[node + 1] as number);
        // Where the policy does not come it does not matter what is chosen.
        columns.share[start + (choice.get(node) ?? 0)] = 1;
      });
      return finite(value);
    },
  };
}

/** At which numbers, where they are not all at their base. */
function numbersInWords({ parameters }: DecisionTree, numbers: readonly number[]): string {
  const changed = parameters.filter(({ base }, index) => numbers[index] !== base);
  if (changed.length === 0) return '';
  const told = changed.map(({ name }) => `${name} = ${numbers[parameters.findIndex((each) => each.name === name)]}`);
  return ` (where ${told.join(', ')})`;
}
