import type { BargainPlan, PlanStep } from '../src/analysis/bargaining/bargainPlan.ts';
import { NODE } from '../src/domain/gameTree.ts';
import { decidersAt } from './bargainScenario.ts';
import type { ScenarioGame } from './scenarioGame.ts';
import { inTwenty } from './textTable.ts';

/** A line of a plan. What may turn out several ways begins with the results that it stands for. */
interface PlanLine {
  readonly depth: number;
  readonly text: string;
  /** At a result of chance, or of a mix: the node that it is a result of, its names and their odds together. */
  readonly result: { readonly node: number; readonly names: readonly string[]; readonly odds: number } | undefined;
}

/** A game whose plans are told: its tree, and what its parts are called. */
type NamedGame = Pick<ScenarioGame, 'tree' | 'labels'>;

function linesOf(game: NamedGame, nameOf: (actor: string) => string, step: PlanStep): readonly PlanLine[] {
  const { tree, labels } = game;
  const { node, branch, share, isAgreed, depth } = step;
  const label = labels.branch(branch);
  const who = decidersAt(game, node).map(nameOf).join(' and ');
  const isResult = share < 1;
  const by = tree.kind[node] === NODE.chance ? 'By chance' : `${who || 'Nobody with stakes'} (solved play, not bound)`;
  const line: PlanLine = {
    depth,
    text: isAgreed ? `${who}: ${label}` : `${by}: ${label}`,
    result: isResult ? { node, names: [label], odds: share } : undefined,
  };
  const to = tree.child[branch] as number;
  if (tree.kind[to] !== NODE.end) return [line];
  return [line, { depth, text: `■ ${labels.outcome(to)}`, result: undefined }];
}

/** Where the block of a result ends: before the next line of its depth that is a result, or a line above it. */
function blockEnd(lines: readonly PlanLine[], start: number): number {
  const depth = lines[start]?.depth ?? 0;
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] as PlanLine;
    if (line.depth < depth || (line.depth === depth && line.result !== undefined)) break;
  }
  return end;
}

const isSame = (one: readonly PlanLine[], other: readonly PlanLine[]): boolean =>
  one.length === other.length &&
  one.every((line, index) => line.depth === other[index]?.depth && textOf(line) === textOf(other[index]));

const textOf = ({ text, result }: PlanLine): string =>
  result === undefined
    ? text
    : `If ${result.names.map((name) => `“${name}”`).join(' or ')} (${inTwenty(result.odds)}):`;

/** Joins neighbouring results of one node, at one depth, that the same steps follow. */
function joined(lines: readonly PlanLine[], depth: number): readonly PlanLine[] {
  const kept: PlanLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as PlanLine;
    if (line.depth !== depth || line.result === undefined) {
      kept.push(line);
      at += 1;
      continue;
    }
    let end = blockEnd(lines, at);
    const block = lines.slice(at + 1, end);
    const { names, odds } = { names: [...line.result.names], odds: { sum: line.result.odds } };
    for (let next = lines[end]; next?.depth === depth && next.result?.node === line.result.node; next = lines[end]) {
      const nextEnd = blockEnd(lines, end);
      if (!isSame(block, lines.slice(end + 1, nextEnd))) break;
      names.push(...next.result.names);
      odds.sum += next.result.odds;
      end = nextEnd;
    }
    kept.push({ ...line, result: { node: line.result.node, names, odds: odds.sum } }, ...block);
    at = end;
  }
  return kept;
}

/** Lines of a plan that are printed; a longer one is cut, and says so. */
const MOST_LINES = 60;

/** The plan of a bargain in words: who is bound to do what, what is left to chance and to others, and where it ends. */
export function* planText(
  game: NamedGame,
  nameOf: (actor: string) => string,
  { steps }: BargainPlan,
): Generator<string> {
  let lines = steps.flatMap((step) => linesOf(game, nameOf, step));
  const deepest = lines.reduce((most, { depth }) => Math.max(most, depth), 0);
  for (let depth = deepest; depth > 0; depth -= 1) lines = [...joined(lines, depth)];
  // Results stand a step left of what follows from them.
  for (const line of lines.slice(0, MOST_LINES)) {
    const indent = '  '.repeat(line.result === undefined ? line.depth : line.depth - 1);
    yield `    ${indent}${textOf(line)}`;
  }
  if (lines.length > MOST_LINES) yield `    … and ${lines.length - MOST_LINES} more lines (all of them with --json)`;
}
