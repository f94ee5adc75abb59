import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, play } from '../machines/stepping.ts';
import { POSITION_LIMIT, type TreePosition, unfold } from '../machines/unfold.ts';
import {
  deciders,
  isChance,
  isDecision,
  isEnd,
  isJoint,
  type Move,
  moveAt,
  movesFrom,
  placedStates,
  stateAt,
  TABLE,
} from '../src/domain/chart.ts';
import { exp } from '../src/domain/elementary.ts';
import { centralValue } from '../src/domain/estimate.ts';
import { type GameLabels, type GameTree, NODE } from '../src/domain/gameTree.ts';
import { type MoveId, moveIdOf } from '../src/domain/identifier.ts';
import { clippedValue, initialValues, type Values } from '../src/domain/indicators.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { payoff, stakeholders } from '../src/domain/stakes.ts';

/** A scenario as a game at its central values. */
export interface ScenarioGame {
  readonly tree: GameTree;
  readonly labels: GameLabels;
  /** Per branch, how often the model of play takes it; undefined where the game is not solved. */
  readonly solvedShares: Float64Array | undefined;
}

/** The moves at the table by which a branch begins. */
export const entriesOf = (scenario: Scenario, branch: string): readonly Move[] =>
  movesFrom(scenario, TABLE).filter(({ targets }) => targets.some(({ state }) => state.startsWith(`${branch}.`)));

/** A position and the branches out of it, in the order of the unfolding. */
interface Node extends TreePosition {
  readonly children: number[];
}

/** Where the positions of a game begin: at the table, or after each move there by which a branch is entered. */
function* startsOf(scenario: Scenario, branch: string | undefined): Generator<TreePosition> {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  if (branch === undefined) return yield* unfold(scenario, machine);
  const entries = entriesOf(scenario, branch).map(({ id }) => id);
  const deeper = entries.length === 1 ? 0 : 1;
  if (deeper === 1) yield { line: [], depth: 0, state: TABLE, snapshot: opening, end: false, moves: entries };
  for (const entry of entries) {
    const from = play(machine, opening, entry);
    if (from === undefined) throw new RangeError(`the table does not open ${entry}`);
    for (const position of unfold(scenario, machine, { from })) yield { ...position, depth: position.depth + deeper };
  }
}

/** The what-if tree as a list, each position after the one that it follows from; undefined where it is too large to hand on. */
function positionsOf(scenario: Scenario, branch: string | undefined): readonly Node[] | undefined {
  const nodes: Node[] = [];
  const open: number[] = [];
  for (const position of startsOf(scenario, branch)) {
    if (nodes.length === POSITION_LIMIT) return undefined;
    open.length = position.depth;
    const before = open.at(-1);
    if (before !== undefined) nodes[before]?.children.push(nodes.length);
    open.push(nodes.length);
    nodes.push({ ...position, children: [] });
  }
  return nodes;
}

/** b · exp(Σ β (clip(x) − ref)) per open move, divided by their sum (model.md, section 5): the odds of chance at a position. */
function oddsAt(scenario: Scenario, moves: readonly MoveId[], values: Values): readonly number[] {
  const weights = moves.map((id) => {
    const { likelihood, leans = {} } = moveAt(scenario, id)?.meta ?? {};
    const tilt = Object.entries(leans).reduce((sum, [address, { per, ref }]) => {
      const centre = ref ?? initialValues(scenario)[address] ?? Number.NaN;
      return sum + per * (clippedValue(scenario, values, address) - centre);
    }, 0);
    return centralValue(likelihood ?? 0) * exp(tilt);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

/** What ends are called: by their label, and by their id too where two ends share one. */
function endNames(scenario: Scenario): (state: string) => string {
  const labels = placedStates(scenario).flatMap(({ id, state }) =>
    isEnd(state) ? [[id, state.meta.label] as const] : [],
  );
  const names = new Map(
    labels.map(([id, label]) => [
      id,
      labels.some(([other, same]) => other !== id && same === label) ? `${label} (${id})` : label,
    ]),
  );
  return (state) => names.get(state) ?? state;
}

/**
 * A scenario, or one branch of it from its own beginning on, as a game at central values: who has stakes decides and is paid at ends,
 * chance has its likelihoods. At the table nobody decides: it is a move of chance with even odds, which changes nothing below it.
 * Undefined where the tree has more positions than are unfolded.
 */
export function scenarioGame(scenario: Scenario, branch?: string): ScenarioGame | undefined {
  const nodes = positionsOf(scenario, branch);
  if (nodes === undefined) return undefined;
  const actors = stakeholders(scenario);
  const sets: (readonly number[])[] = [];
  const first = Int32Array.of(0, ...new Int32Array(nodes.length));
  const kind = new Uint8Array(nodes.length);
  const decider = new Int32Array(nodes.length).fill(-1);
  const noAgreement = new Int32Array(nodes.length).fill(-1);
  const payoffs = actors.map(() => new Float64Array(nodes.length));
  const odds: number[] = [];
  const moves: MoveId[] = [];
  for (const [node, { state, moves: open, snapshot }] of nodes.entries()) {
    const placed = stateAt(scenario, state)?.state;
    const { values } = snapshot.context;
    const begin = moves.length;
    moves.push(...open);
    first[node + 1] = moves.length;
    if (placed !== undefined && isEnd(placed)) {
      for (const [actor, id] of actors.entries())
        (payoffs[actor] as Float64Array)[node] = payoff(scenario, id, values).payoff;
      continue;
    }
    if (placed === undefined || !isDecision(placed) || isChance(placed)) {
      kind[node] = NODE.chance;
      odds.push(...(placed === undefined ? open.map(() => 1 / open.length) : oddsAt(scenario, open, values)));
      continue;
    }
    kind[node] = NODE.decision;
    odds.push(...open.map(() => 0));
    const set = deciders(placed)
      .map((actor) => actors.indexOf(actor))
      .filter((actor) => actor >= 0);
    const known = sets.findIndex((other) => other.join() === set.join());
    decider[node] = known === -1 ? sets.push(set) - 1 : known;
    const without = placed.meta.noAgreement;
    const at = without === undefined || !isJoint(placed) ? -1 : open.indexOf(moveIdOf(state, without));
    if (set.length > 1 && at >= 0) noAgreement[node] = begin + at;
  }
  const nameOf = endNames(scenario);
  return {
    tree: {
      actors,
      kind,
      decider,
      deciders: sets,
      first,
      child: Int32Array.from(nodes.flatMap(({ children }) => children)),
      odds: Float64Array.from(odds),
      payoffs,
      noAgreement,
      kin: Int32Array.from(moves.keys()),
      tendency: undefined,
    },
    labels: {
      title: branch === undefined ? scenario.title : `${scenario.title}: ${branch}`,
      branch: (at) => moveAt(scenario, moves[at] ?? '')?.meta.label ?? '',
      outcome: (node) => nameOf(nodes[node]?.state ?? ''),
      node: (node) => nodes[node]?.state ?? '',
    },
    solvedShares: undefined,
  };
}
