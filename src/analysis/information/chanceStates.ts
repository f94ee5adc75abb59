import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { KernelTree } from '../kernel/unfoldKernel.ts';
import type { Solution } from '../rollback/solve.ts';
import { informationForOne } from './informationForOne.ts';

/** What knowing how a state of chance comes out is worth to one actor. */
export interface ChanceInformation {
  /** The chart's state. */
  readonly state: number;
  /** Places of the tree at which it stands and that are learned together: all, or only the first to which play comes. */
  readonly places: number;
  readonly isWhole: boolean;
  readonly privately: number;
  readonly publicly: number;
}

/**
 * Per state of chance in a tree, what knowing its result before the first decision is worth to an actor, privately and publicly. Its
 * places are learned as one draw where they have the same odds and none stands behind another; else the first to which play comes.
 */
export function informationPerState(
  tree: GameTree,
  { state }: Pick<KernelTree, 'state'>,
  solution: Solution,
  actor: number,
): readonly ChanceInformation[] {
  const places = new Map<number, number[]>();
  for (let node = 0; node < tree.kind.length; node += 1) {
    if (tree.kind[node] !== NODE.chance) continue;
    const here = state[node] as number;
    const known = places.get(here) ?? [];
    known.push(node);
    places.set(here, known);
  }
  const { reach } = solution.columns;
  return [...places].flatMap(([here, nodes]): readonly ChanceInformation[] => {
    const told = (draw: readonly number[]): readonly ChanceInformation[] => {
      const found = informationForOne(tree, solution, actor, [draw]);
      if (!found.ok) return [];
      const { privately, publicly } = found.value;
      const isWhole = draw.length === nodes.length;
      return [{ state: here, places: draw.length, isWhole, privately: privately.value, publicly: publicly.value }];
    };
    const whole = told(nodes);
    if (whole.length > 0) return whole;
    const reached = nodes.find((node) => (reach[node] as number) > 0);
    return reached === undefined ? [] : told([reached]);
  });
}
