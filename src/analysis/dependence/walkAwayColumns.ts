import type { CompiledChart } from '../../../machines/compile.ts';
import { NODE } from '../../domain/gameTree.ts';
import { applyEffectsAt } from '../kernel/applyEffectsAt.ts';
import { payoffAt } from '../kernel/payoffAt.ts';
import { type Positions, roomForPositions } from '../kernel/positions.ts';
import type { KernelTree } from '../kernel/unfoldKernel.ts';
import type { CompiledStakes } from '../kernel/worths.ts';

/** The kind of a state in which a reader chooses a branch, as machines/compile.ts numbers it. */
const TABLE = 3;

/** A branch's ways out: its `noDeal`, and per actor with stakes its `alternative` (−1: none), as moves of the chart's effects. */
interface WaysOut {
  readonly noDeal: number;
  readonly alternative: Int32Array;
}

/** Per state, the ways out of the branch that it belongs to; undefined at the table and at ends, where nobody can walk away any more. */
function waysOutByState(chart: CompiledChart, actors: readonly string[]): readonly (WaysOut | undefined)[] {
  const branches = new Map<string, WaysOut>();
  for (const { branch, actor, move } of chart.walkAways) {
    const known = branches.get(branch) ?? { noDeal: move, alternative: new Int32Array(actors.length).fill(-1) };
    branches.set(branch, known);
    const at = actor === undefined ? -1 : actors.indexOf(actor);
    if (at !== -1) known.alternative[at] = move;
  }
  return chart.states.map((id, state) =>
    chart.kind[state] === NODE.end || chart.kind[state] === TABLE ? undefined : branches.get(id.split('.')[0] ?? ''),
  );
}

/** What walking away is read from: a tree, the sizes of effects, and its positions, whose values may be those of a draw. */
export interface WalkAwayAsk {
  readonly chart: CompiledChart;
  readonly stakes: CompiledStakes;
  readonly tree: KernelTree;
  readonly sizes: Float64Array;
  /** Those of the tree itself unless others are handed in. */
  readonly positions?: Positions;
  /** The actors asked for, as indexes into those with stakes; all where none are named. */
  readonly of?: readonly number[];
}

/** Reads what every actor asked for has by walking away at one position after another; nothing where nobody can walk away. */
function walkAwayReader(ask: WalkAwayAsk): (node: number, write: (actor: number, points: number) => void) => void {
  const { chart, stakes, tree, sizes, positions = tree.positions, of = [...stakes.actors.keys()] } = ask;
  const ways = waysOutByState(chart, stakes.actors);
  const { values, room, memory, memoryWidth } = positions;
  // Effects are written beside what they read: the position, then what it comes to.
  const pair = roomForPositions(chart, 2, positions.conditions);
  return (node, write) => {
    const way = ways[tree.state[node] as number];
    if (way === undefined) return;
    const after = (move: number) => applyEffectsAt(chart, sizes, move, pair, 0, 1);
    const points = (actor: number) => payoffAt(chart, stakes.curves[actor] ?? [], pair, 1);
    for (let address = 0; address < chart.addresses.length; address += 1)
      pair.values[address * pair.room] = values[address * room + node] as number;
    for (let at = 0; at < memoryWidth; at += 1) pair.memory[at] = memory[node * memoryWidth + at] as number;
    after(way.noDeal);
    const together = of.map(points);
    for (const [index, actor] of of.entries()) {
      const alone = way.alternative[actor] as number;
      if (alone !== -1) after(alone);
      const own = together[index] as number;
      write(actor, alone === -1 ? own : Math.max(own, points(actor)));
    }
  };
}

/**
 * W_a at every position of a tree: what the actor has with the effects of the `noDeal` of the branch that the position stands in, or with
 * those of its own `alternative` there, whichever is more. A column per actor in points of its own payoff; NaN at the table and at ends, and
 * for actors who were not asked for. The same as `walkAway` of src/domain/walkAway.ts.
 */
export function walkAwayColumns(ask: WalkAwayAsk): readonly Float64Array[] {
  const columns = ask.stakes.actors.map(() => new Float64Array(ask.tree.nodes).fill(Number.NaN));
  const read = walkAwayReader(ask);
  for (let node = 0; node < ask.tree.nodes; node += 1) {
    read(node, (actor, points) => {
      (columns[actor] as Float64Array)[node] = points;
    });
  }
  return columns;
}

/** W_a of every actor at one position; undefined where nobody can walk away. */
export function walkAwayAt(ask: WalkAwayAsk, node: number): readonly number[] | undefined {
  const points = ask.stakes.actors.map(() => Number.NaN);
  let found = false;
  walkAwayReader(ask)(node, (actor, own) => {
    points[actor] = own;
    found = true;
  });
  return found ? points : undefined;
}
