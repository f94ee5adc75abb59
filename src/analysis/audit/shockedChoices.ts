import { NODE } from '../../domain/gameTree.ts';
import type { MoveId, StateId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { type ScenarioKernel, type UnfoldedGame, unfoldGame } from '../kernel/scenarioKernel.ts';
import type { Refusal } from '../rollback/playModel.ts';
import { solve } from '../rollback/solve.ts';

/** A scenario at the table, at its opening conditions and after each shock: what is solved to see which shocks matter. */
export interface ShockSweep {
  readonly kernel: ScenarioKernel;
  /** The table, as a state of the chart. */
  readonly table: StateId;
  readonly opening: Position;
  readonly shocks: readonly { readonly shock: MoveId; readonly position: Position }[];
}

/** A number of positions, and how many of them a shock gives another solved choice. */
export interface Changed {
  of: number;
  changed: number;
}

/** What a shock does to the solved choices of a scenario. */
export interface ShockedChoices {
  readonly shock: MoveId;
  /** Over the decision positions that both trees have, by the same line. */
  readonly positions: Changed;
  /** Over those of them where play comes at the opening conditions, whichever branch is entered. */
  readonly played: Changed;
  /** The same per decision: positions, and those where play comes. */
  readonly decisions: ReadonlyMap<StateId, { readonly positions: Changed; readonly played: Changed }>;
}

/** A tree with its rational solution: per branch how often it is taken, per node how often it is reached. */
interface Solved extends UnfoldedGame {
  readonly share: Float64Array;
  readonly reach: Float64Array;
}

const TOO_LARGE: Refusal = { code: 'too-large', message: 'the tree has more positions than are unfolded' };

function solvedFrom({ kernel, table }: ShockSweep, position: Position): Result<Solved, Refusal> {
  const unfolded = unfoldGame(kernel, table, position);
  if (unfolded === undefined) return fail(TOO_LARGE);
  const solved = solve(unfolded.game, { name: 'rational' });
  if (!solved.ok) return solved;
  const { share, reach } = solved.value.columns;
  return succeed({ ...unfolded, share, reach });
}

/** The moves of a node by the chart's numbering, with the branch of the tree that each is. */
function movesAt({ tree }: Solved, node: number): ReadonlyMap<number, number> {
  const moves = new Map<number, number>();
  for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1)
    moves.set(tree.move[branch] as number, branch);
  return moves;
}

const count = (into: Changed, isChanged: boolean): void => {
  into.of += 1;
  if (isChanged) into.changed += 1;
};
const none = (): Changed => ({ of: 0, changed: 0 });

/** Compares the choices of two trees at every decision position that both have by the same line, and where somebody with stakes has a choice. */
function compareChoices(
  { chart, deciders }: ScenarioKernel,
  opening: Solved,
  shocked: Solved,
): Omit<ShockedChoices, 'shock'> {
  const found = {
    positions: none(),
    played: none(),
    decisions: new Map<StateId, { positions: Changed; played: Changed }>(),
  };
  const waiting: [number, number][] = [[0, 0]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [before, after] = pair;
    const state = opening.tree.state[before] as number;
    // A guard may send the same move elsewhere: what is decided there is another question.
    if (shocked.tree.state[after] !== state) continue;
    const [earlier, later] = [movesAt(opening, before), movesAt(shocked, after)];
    const set = deciders.sets[deciders.of[state] as number] ?? [];
    const hasChoice =
      opening.game.kind[before] === NODE.decision && set.length > 0 && (earlier.size > 1 || later.size > 1);
    if (hasChoice) {
      const isBest = (of: Solved, branch: number | undefined) =>
        branch !== undefined && (of.share[branch] as number) > 0;
      const isChanged = [...new Set([...earlier.keys(), ...later.keys()])].some(
        (move) => isBest(opening, earlier.get(move)) !== isBest(shocked, later.get(move)),
      );
      const id = chart.states[state] as StateId;
      const own = found.decisions.get(id) ?? { positions: none(), played: none() };
      found.decisions.set(id, own);
      const isPlayed = (opening.reach[before] as number) > 0;
      for (const into of [found, own]) {
        count(into.positions, isChanged);
        if (isPlayed) count(into.played, isChanged);
      }
    }
    for (const [move, branch] of earlier) {
      const other = later.get(move);
      if (other !== undefined)
        waiting.push([opening.tree.child[branch] as number, shocked.tree.child[other] as number]);
    }
  }
  return found;
}

/**
 * Which solved choices each shock changes when it is set at the table, before a branch is entered: rational play, at every decision position
 * that the tree at the opening conditions and the tree after the shock both have. A choice is the set of moves that are equally best; it is
 * changed, too, where the shock closes one of them. Refuses where a tree is larger than is unfolded, or cannot be solved.
 */
export function shockedChoices(sweep: ShockSweep): Result<readonly ShockedChoices[], Refusal> {
  const opening = solvedFrom(sweep, sweep.opening);
  if (!opening.ok) return opening;
  const found: ShockedChoices[] = [];
  for (const { shock, position } of sweep.shocks) {
    const shocked = solvedFrom(sweep, position);
    if (!shocked.ok) return shocked;
    found.push({ shock, ...compareChoices(sweep.kernel, opening.value, shocked.value) });
  }
  return succeed(found);
}
