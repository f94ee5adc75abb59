import { actorName } from '../domain/actors.ts';
import { isEnd, labelOf, stateAt } from '../domain/chart.ts';
import { type GameLabels, type GameTree, NODE } from '../domain/gameTree.ts';
import type { Line, StateId } from '../domain/identifier.ts';
import { quantities } from '../domain/indicators.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { payoff, stakeholders } from '../domain/stakes.ts';
import { csvPieces } from './csv.ts';

/** A position of a what-if tree, as a table of outcomes reads it. */
export interface OutcomePosition {
  readonly line: Line;
  readonly state: StateId;
  readonly end: boolean;
  readonly snapshot: { readonly context: Position };
}

const STEP = ' → ';

/**
 * The outcomes of a scenario as CSV: a row per line that ends, with its moves, its end, whether that is an agreement, the points of
 * each actor (0 to 100, not comparable between actors) and the raw value of every indicator and driver there. How many lines lead to
 * an end says nothing about its likelihood.
 */
export function* outcomesCsv(
  scenario: Scenario,
  positions: Iterable<OutcomePosition>,
  remarks: readonly string[] = [],
): Generator<string> {
  const actors = stakeholders(scenario);
  const all = [...quantities(scenario).values()];
  const columns = [
    ...['line', 'moves', 'end', 'end label', 'agreement'],
    ...actors.map((actor) => `payoff: ${actorName(scenario, actor)} [${actor}]`),
    ...all.map(
      ({ address, of, label, unit }) =>
        `${of === undefined ? '' : `${actorName(scenario, of)}: `}${label}, ${unit} [${address}]`,
    ),
  ];
  const rows = function* () {
    for (const { line, state, end, snapshot } of positions) {
      const placed = end ? stateAt(scenario, state)?.state : undefined;
      if (placed === undefined || !isEnd(placed)) continue;
      const { values } = snapshot.context;
      yield [
        line.join(STEP),
        line.map((move) => labelOf(scenario, move)).join(STEP),
        state,
        placed.meta.label,
        placed.meta.agreement ? 'yes' : 'no',
        ...actors.map((actor) => payoff(scenario, actor, values).payoff),
        ...all.map(({ address }) => values[address]),
      ];
    }
  };
  yield* csvPieces(columns, rows(), remarks);
}

/** The way to a node, shared by those that follow. */
interface Way {
  readonly before: Way | undefined;
  readonly branch: number;
}

/** The ends of a game as CSV: the line, the end, the odds of chance along the line (players apart), and what each actor is paid in all. */
export function* gameOutcomesCsv(
  tree: GameTree,
  labels: GameLabels,
  remarks: readonly string[] = [],
): Generator<string> {
  const rows = function* () {
    const waiting = [{ node: 0, way: undefined as Way | undefined, odds: 1, paid: tree.actors.map(() => 0) }];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const { node, way, odds } = at;
      const paid = at.paid.map((sum, actor) => sum + (tree.payoffs[actor]?.[node] ?? 0));
      if (tree.kind[node] === NODE.end) {
        const moves: string[] = [];
        for (let step = way; step !== undefined; step = step.before) moves.push(labels.branch(step.branch));
        yield [`n${node}`, moves.reverse().join(STEP), labels.outcome(node), odds, ...paid];
      }
      for (let branch = (tree.first[node + 1] ?? 0) - 1; branch >= (tree.first[node] ?? 0); branch -= 1) {
        const factor = tree.kind[node] === NODE.chance ? (tree.odds[branch] ?? 0) : 1;
        waiting.push({ node: tree.child[branch] ?? 0, way: { before: way, branch }, odds: odds * factor, paid });
      }
    }
  };
  const columns = [
    'node',
    'line',
    'end',
    'odds of chance on the line',
    ...tree.actors.map((actor) => `payoff: ${actor}`),
  ];
  yield* csvPieces(columns, rows(), remarks);
}
