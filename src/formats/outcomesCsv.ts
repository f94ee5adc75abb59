import { actorName } from '../domain/actors.ts';
import { isEnd, labelOf, stateAt } from '../domain/chart.ts';
import { type GameLabels, type GameTree, NODE } from '../domain/gameTree.ts';
import type { Line, StateId } from '../domain/identifier.ts';
import { quantities } from '../domain/indicators.ts';
import type { Position } from '../domain/position.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Scenario } from '../domain/scenario.ts';
import { payoff, stakeholders } from '../domain/stakes.ts';
import { csvPieces } from './csv.ts';
import { type DecimalTotal, decimalValue, paidAt } from './efg/efgDecimal.ts';

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

/** Letters of lines that a table of ends may come to in all: no spreadsheet opens a larger one, and a disk is soon full of it. */
const MOST_LETTERS = 500_000_000;

/** Why the ends of a game are too much for a table, where they are: each row tells its line from the start. */
function tooManyLetters(tree: GameTree, labels: GameLabels): string | undefined {
  const letters = new Float64Array(tree.kind.length);
  const moves = new Int32Array(tree.kind.length);
  let [ends, all, most] = [0, 0, 0];
  for (const [node, kind] of tree.kind.entries()) {
    const [length = 0, steps = 0] = [letters[node], moves[node]];
    if (kind === NODE.end) {
      ends += 1;
      all += length;
      most = Math.max(most, steps);
    }
    for (let branch = tree.first[node] ?? 0; branch < (tree.first[node + 1] ?? 0); branch += 1) {
      const child = tree.child[branch] ?? 0;
      letters[child] = length + (steps === 0 ? 0 : STEP.length) + labels.branch(branch).length;
      moves[child] = steps + 1;
    }
  }
  if (all <= MOST_LETTERS) return undefined;
  const told = (count: number): string => count.toLocaleString('en');
  return `the table would tell ${told(ends)} lines of up to ${told(most)} moves, ${told(all)} letters in all; at most ${told(MOST_LETTERS)} are written. Write the game instead, which names each move once: --format efg`;
}

/**
 * The ends of a game as CSV: the line, the end, the odds of chance along the line (players apart), and what each actor is paid in all;
 * its numbers read back as they are. Nothing but the reason where the lines are too long for a table.
 */
export function gameOutcomesCsv(
  tree: GameTree,
  labels: GameLabels,
  remarks: readonly string[] = [],
): Result<Generator<string>, string> {
  const tooMany = tooManyLetters(tree, labels);
  if (tooMany !== undefined) return fail(tooMany);
  const rows = function* () {
    const nothing: readonly DecimalTotal[] = tree.actors.map(() => 0);
    const waiting = [{ node: 0, way: undefined as Way | undefined, odds: 1, before: nothing }];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const { node, way, odds } = at;
      const paid = paidAt(tree, node, at.before);
      if (tree.kind[node] === NODE.end) {
        const moves: string[] = [];
        for (let step = way; step !== undefined; step = step.before) moves.push(labels.branch(step.branch));
        yield [`n${node}`, moves.reverse().join(STEP), labels.outcome(node), odds, ...paid.map(decimalValue)];
      }
      for (let branch = (tree.first[node + 1] ?? 0) - 1; branch >= (tree.first[node] ?? 0); branch -= 1) {
        const factor = tree.kind[node] === NODE.chance ? (tree.odds[branch] ?? 0) : 1;
        waiting.push({
          node: tree.child[branch] ?? 0,
          way: { before: way, branch },
          odds: odds * factor,
          before: paid,
        });
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
  return succeed(csvPieces(columns, rows(), remarks, true));
}
