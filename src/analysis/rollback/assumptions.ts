import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { PlayModel } from './playModel.ts';
import type { Workspace } from './workspace.ts';

const ALWAYS = [
  'Everybody who moves knows all earlier moves and all results of chance.',
  'Each actor cares about its own expected payoff alone. Points of different actors are not compared.',
];

const OF_MODEL: Readonly<Record<PlayModel['name'], string>> = {
  rational: 'Every actor always takes a move that is best for it, and everybody counts on that.',
  bounded:
    'Every actor takes better moves more often, in proportion to exp(λ × value), and everybody counts on such mistakes. λ says how often; nobody has measured it here.',
  tendency: 'Every actor moves as often each way as the analyst expects, whatever the payoffs.',
};

const JOINT = {
  rational:
    'Several who must agree take the move with the largest geometric mean of their gains over no agreement; nobody agrees to a loss.',
  bounded:
    'Several who must agree take moves with a larger geometric mean of their gains over no agreement more often, with the geometric mean of their λ; a move at which somebody loses counts by the largest loss, in that actor’s own points.',
  tendency:
    'Several who must agree, where no tendency is declared, take the move with the largest geometric mean of their gains over no agreement.',
} as const;

/** What an answer rests on, a sentence each: what every solve assumes, and what the places of this game add to it. */
export function assumptionsOf(
  tree: GameTree,
  model: PlayModel,
  { kinWeight }: Workspace,
  ties: number,
): readonly string[] {
  const present = tree.deciders.map(() => false);
  for (const [node, decider] of tree.decider.entries()) {
    const branches = (tree.first[node + 1] ?? 0) - (tree.first[node] ?? 0);
    if (tree.kind[node] === NODE.decision && branches > 1) present[decider] = true;
  }
  const some = (matches: (count: number) => boolean) =>
    tree.deciders.some(({ length }, index) => present[index] === true && matches(length));
  const sentences = [...ALWAYS, OF_MODEL[model.name]];
  if (some((count) => count > 1)) sentences.push(JOINT[model.name]);
  if (some((count) => count === 0)) {
    sentences.push(
      'Who decides without payoffs of their own takes each move equally often, unless a tendency is declared.',
    );
  }
  if (ties > 0) sentences.push('Equally good moves are taken equally often; the line shows the first of them.');
  if (model.name === 'bounded' && kinWeight.some((weight) => weight !== 1)) {
    sentences.push(
      'Moves that resemble each other count as one group first, so that a copy of a move changes nothing.',
    );
  }
  return sentences;
}
