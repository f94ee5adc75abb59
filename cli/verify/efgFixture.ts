import { countResults } from '../../src/analysis/information/chanceResults.ts';
import { partialInformation } from '../../src/analysis/information/partialInformation.ts';
import { perfectInformation } from '../../src/analysis/information/perfectInformation.ts';
import { bestCase, securityLevel, teamOptimum } from '../../src/analysis/rollback/bounds.ts';
import { playedLine } from '../../src/analysis/rollback/lines.ts';
import type { PlayModel } from '../../src/analysis/rollback/playModel.ts';
import { smallestGap } from '../../src/analysis/rollback/regret.ts';
import { type Solution, solve, valueAt } from '../../src/analysis/rollback/solve.ts';
import { type GameLabels, type GameTree, NODE } from '../../src/domain/gameTree.ts';
import { readEfg } from '../../src/formats/efg/readEfg.ts';
import { numberOf } from './compareFigures.ts';
import { type Answer, FixtureFault, GIVEN, isObject, type Json, type JsonObject, type ReadBeside } from './fixture.ts';

/** A game as the reader of .efg files gives it. */
interface Game {
  readonly tree: GameTree;
  readonly labels: GameLabels;
}

/** The game in a file beside a fixture. */
export async function gameBeside(file: Json | undefined, readBeside: ReadBeside): Promise<Game> {
  if (typeof file !== 'string') throw new FixtureFault('`file` does not name the game');
  const { game, problems } = readEfg(await readBeside(file), file);
  if (game !== undefined) return game;
  const [first] = problems.filter(({ severity }) => severity === 'error');
  throw new FixtureFault(`${file}:${first?.line}:${first?.column} is refused: ${first?.message}`);
}

/** A game solved under a model, or a fault. */
export function solved(tree: GameTree, model: PlayModel): Solution {
  const solution = solve(tree, model);
  if (!solution.ok) throw new FixtureFault(solution.error.message);
  return solution.value;
}

/** What the start is worth to each actor. */
export const rootValues = (tree: GameTree, solution: Solution): readonly number[] =>
  tree.actors.map((_, actor) => valueAt(solution, actor));

const idOf = (node: number): string => `n${node}`;

function subgamePerfect({ tree, labels }: Game, solution: Solution): Answer {
  const values = rootValues(tree, solution);
  const choices: Record<string, Answer> = {};
  for (const [node, kind] of tree.kind.entries()) {
    const [branch] = kind === NODE.decision ? playedLine(tree, solution, node).branches : [];
    if (branch !== undefined) choices[idOf(node)] = labels.branch(branch);
  }
  const { branches } = playedLine(tree, solution);
  const rootPath = branches.map((branch, index) => {
    const from = index === 0 ? 0 : (tree.child[branches[index - 1] ?? 0] ?? 0);
    return [idOf(from), labels.branch(branch)];
  });
  return {
    unique: solution.ties.length + solution.tiesOffPath === 0,
    values,
    valuesFloat: values,
    minMarginAnyNode: smallestGap(tree, solution)?.gap,
    choices,
    rootPath,
  };
}

function terminals({ tree }: Game, { columns }: Solution, expected: Json | undefined): Answer {
  if (!Array.isArray(expected)) return undefined;
  return expected.map((entry: Json): Answer => {
    const id = isObject(entry) ? entry.id : undefined;
    const node = typeof id === 'string' && /^n\d+$/.test(id) ? Number(id.slice(1)) : -1;
    if (tree.kind[node] !== NODE.end) return { id: 'no end of this game' };
    return {
      id: GIVEN,
      payoffs: columns.paid.map((paid) => paid[node]),
      speReachProbability: columns.reach[node],
    };
  });
}

function logit({ tree, labels }: Game, expected: Json | undefined): Answer {
  if (!Array.isArray(expected)) return undefined;
  const first = tree.kind.indexOf(NODE.decision);
  return expected.map((entry: Json): Answer => {
    const lambda = numberOf(isObject(entry) ? entry.lambda : undefined);
    if (lambda === undefined) throw new FixtureFault('an entry of `expected.logit` has no `lambda` that is a number');
    const solution = solved(tree, { name: 'bounded', lambda });
    const shares = new Map<string, number>();
    for (let branch = tree.first[first] ?? 0; branch < (tree.first[first + 1] ?? 0); branch += 1) {
      shares.set(labels.branch(branch), solution.columns.share[branch] ?? Number.NaN);
    }
    return {
      lambda: GIVEN,
      values: rootValues(tree, solution),
      firstDecisionNode: first < 0 ? undefined : idOf(first),
      firstDecisionProbs: first < 0 ? undefined : Object.fromEntries(shares),
    };
  });
}

/** EVPI and EVPPI where one actor decides everything; nothing otherwise, because several actors have no such figure. */
function valueOfInformation({ tree }: Game): Answer {
  if (tree.actors.length !== 1) return undefined;
  const perfect = perfectInformation(tree, 0);
  const partial = partialInformation(tree, 0);
  if (!perfect.ok || !partial.ok) return undefined;
  const chance = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.chance);
  return {
    ev: perfect.value.without,
    evWithPerfectInformation: perfect.value.with,
    evpi: perfect.value.value,
    evpiFloat: perfect.value.value,
    evppi: Object.fromEntries(chance.map((node) => [idOf(node), partial.value[node]])),
    // How many joint results of chance somebody went through to check it.
    bruteForceChecked: countResults(
      tree,
      chance.map((node) => [node]),
    ),
  };
}

/** Answers a fixture of the schema `efg-fixture/1`: a game in an .efg file with what follows from it. */
export async function efgAnswers(fixture: JsonObject, readBeside: ReadBeside): Promise<Answer> {
  const game = await gameBeside(fixture.file, readBeside);
  const { tree } = game;
  const expected = isObject(fixture.expected) ? fixture.expected : {};
  const rational = solved(tree, { name: 'rational' });
  return {
    expected: {
      spe: subgamePerfect(game, rational),
      terminals: terminals(game, rational, expected.terminals),
      securityLevel: { values: tree.actors.map((_, actor) => securityLevel(tree, actor).values[0]) },
      bestCase: { values: tree.actors.map((_, actor) => bestCase(tree, actor).values[0]) },
      teamOptimum: { sum: teamOptimum(tree).values[0] },
      logit: logit(game, expected.logit),
      valueOfInformation: expected.valueOfInformation === undefined ? undefined : valueOfInformation(game),
    },
  };
}
