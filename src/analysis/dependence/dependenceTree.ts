import { principals } from '../../domain/actors.ts';
import { isEnd, stateAt } from '../../domain/chart.ts';
import { NODE } from '../../domain/gameTree.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { payoffAt } from '../kernel/payoffAt.ts';
import type { Positions } from '../kernel/positions.ts';
import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import { type AgreementEnds, agreementEnds } from './agreementEnds.ts';
import type { PrincipalPoints } from './dependence.ts';
import { walkAwayColumns } from './walkAwayColumns.ts';

/** An unfolded tree laid out for reading who depends on whom: its structure once, numbers at central values or of a draw. */
export interface DependenceTree extends UnfoldedGame {
  readonly kernel: ScenarioKernel;
  readonly agreements: AgreementEnds;
  /** The two principals, as indexes into the actors with stakes. */
  readonly principals: readonly [number, number];
}

/** Lays out a tree of a scenario. */
export function dependenceTree(kernel: ScenarioKernel, unfolded: UnfoldedGame): DependenceTree {
  const { scenario, chart, stakes } = kernel;
  const agreed = chart.states.map((id) => {
    const state = stateAt(scenario, id)?.state;
    return state !== undefined && isEnd(state) && state.meta.agreement;
  });
  const [one, other] = principals(scenario);
  return {
    ...unfolded,
    kernel,
    agreements: agreementEnds(unfolded.game, (node) => agreed[unfolded.tree.state[node] as number] === true),
    principals: [stakes.actors.indexOf(one), stakes.actors.indexOf(other)],
  };
}

/** What the principals have at ends and by walking away, at central values. */
export function centralPoints({ kernel, tree, game, principals: pair }: DependenceTree): PointsOfBoth {
  const apart = walkAwayColumns({ ...kernel, tree, of: pair });
  return both(pair, (actor) => ({
    payoff: game.payoffs[actor] as Float64Array,
    walkAway: apart[actor] as Float64Array,
  }));
}

/** The same at other numbers: sizes of effects, and the positions with the values that they make. */
export function pointsAt(of: DependenceTree, sizes: Float64Array, positions: Positions): PointsOfBoth {
  const { kernel, tree, game, principals: pair } = of;
  const { chart, stakes } = kernel;
  const apart = walkAwayColumns({ chart, stakes, tree, sizes, positions, of: pair });
  return both(pair, (actor) => {
    const payoff = new Float64Array(tree.nodes);
    const curves = stakes.curves[actor] ?? [];
    for (let node = 0; node < tree.nodes; node += 1)
      if (game.kind[node] === NODE.end) payoff[node] = payoffAt(chart, curves, positions, node);
    return { payoff, walkAway: apart[actor] as Float64Array };
  });
}

type PointsOfBoth = readonly [PrincipalPoints, PrincipalPoints];

const both = ([one, other]: readonly [number, number], read: (actor: number) => PrincipalPoints): PointsOfBoth => [
  read(one),
  read(other),
];

/** The position of a tree after some moves from its root; undefined where one of them is not open. */
export function nodeAfter({ kernel, tree }: DependenceTree, moves: readonly MoveId[]): number | undefined {
  let node = 0;
  for (const id of moves) {
    let next: number | undefined;
    for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1)
      if (kernel.chart.moves[tree.move[branch] as number] === id) next = tree.child[branch];
    if (next === undefined) return undefined;
    node = next;
  }
  return node;
}
