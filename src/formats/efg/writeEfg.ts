import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import { type DecimalTotal, decimalText, decimalValue, paidAt } from './efgDecimal.ts';
import { distinctLabels, tidyLabel } from './efgLabel.ts';
import { exactOdds } from './efgOdds.ts';

/** What a file says beside the game itself. */
export interface EfgOptions {
  /** Where the game comes from, a sentence a line. */
  readonly comment?: readonly string[];
  /**
   * Per branch, how often a joint decision takes it; the format knows only single players, so such a decision is written as a move of
   * chance with these odds. Without them each branch is as likely as the others. Read at joint decisions only.
   */
  readonly jointShares?: ArrayLike<number>;
}

/** A text in quotes. Backslashes become slashes: Gambit's own escape of them is not undone when it reads. */
const quoted = (text: string): string => `"${tidyLabel(text).replaceAll('\\', '/').replaceAll('"', '\\"')}"`;

/** A comment in quotes, with its line breaks; OpenSpiel's reader knows no quote inside one. */
const quotedComment = (lines: readonly string[]): string =>
  `"${lines.map((line) => tidyLabel(line).replaceAll('\\', '/').replaceAll('"', "'")).join('\n')}"`;

/** A node that is still to be written, and what each actor has been paid before it; shared by nodes that follow the same one. */
interface Waiting {
  readonly node: number;
  readonly before: readonly DecimalTotal[];
}

/** Several who must agree, where a node has them. */
function jointDeciders(tree: GameTree, node: number): readonly number[] | undefined {
  const deciders = tree.deciders[tree.decider[node] ?? -1];
  return tree.kind[node] === NODE.decision && deciders !== undefined && deciders.length !== 1 ? deciders : undefined;
}

/** Whether a game has decisions that several must agree on, which an .efg file cannot tell as such. */
export const hasJointDecisions = (tree: GameTree): boolean =>
  tree.kind.some((_, node) => jointDeciders(tree, node) !== undefined);

const rangeOf = (tree: GameTree, node: number): readonly number[] => {
  const [begin = 0, end = 0] = [tree.first[node], tree.first[node + 1]];
  return Array.from({ length: end - begin }, (_, index) => begin + index);
};

/**
 * A game in Gambit's .efg format, a node a line, in the profile that Gambit 16 and 17 and OpenSpiel all read: payoffs at ends only (the
 * sum along the line), every description in full, no commas, information sets numbered from 1 per player in the order of the file, an
 * outcome of its own at each end, no node labels. Outcomes may share a name, and then are one to a reader.
 */
export function* writeEfg(tree: GameTree, labels: GameLabels, options: EfgOptions = {}): Generator<string> {
  const { comment = [], jointShares } = options;
  const players = distinctLabels(tree.actors.map((actor) => tidyLabel(actor).replaceAll('\\', '/')));
  yield `EFG 2 R ${quoted(labels.title)} { ${players.map(quoted).join(' ')} }`;
  yield quotedComment(comment);
  const sets = new Map<number, number>();
  const nextSet = (player: number): number => {
    const next = (sets.get(player) ?? 0) + 1;
    sets.set(player, next);
    return next;
  };
  let outcome = 0;
  const waiting: Waiting[] = [{ node: 0, before: tree.actors.map(() => 0) }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { node, before } = at;
    const paid = paidAt(tree, node, before);
    if (tree.kind[node] === NODE.end) {
      outcome += 1;
      yield `t "" ${outcome} ${quoted(labels.outcome(node))} { ${paid.map((total) => decimalText(decimalValue(total))).join(' ')} }`;
      continue;
    }
    const branches = rangeOf(tree, node);
    const actions = distinctLabels(branches.map((branch) => tidyLabel(labels.branch(branch)).replaceAll('\\', '/')));
    const odds = chanceOdds(tree, node, branches, jointShares);
    if (odds === undefined) {
      const player = (tree.deciders[tree.decider[node] ?? -1]?.[0] ?? 0) + 1;
      const list = actions.map(quoted).join(' ');
      yield `p "" ${player} ${nextSet(player)} ${quoted(labels.node(node))} { ${list} } 0`;
    } else {
      const list = actions.map((action, index) => `${quoted(action)} ${odds[index]}`).join(' ');
      yield `c "" ${nextSet(0)} ${quoted(labels.node(node))} { ${list} } 0`;
    }
    for (const branch of branches.toReversed()) waiting.push({ node: tree.child[branch] ?? 0, before: paid });
  }
}

/** The probabilities of a move of chance, or of what stands for a joint decision; undefined where one player decides. */
function chanceOdds(
  tree: GameTree,
  node: number,
  branches: readonly number[],
  jointShares: ArrayLike<number> | undefined,
): readonly string[] | undefined {
  if (tree.kind[node] === NODE.chance) return exactOdds(branches.map((branch) => tree.odds[branch] ?? 0));
  if (jointDeciders(tree, node) === undefined) return undefined;
  return exactOdds(branches.map((branch) => jointShares?.[branch] ?? 1 / branches.length));
}
