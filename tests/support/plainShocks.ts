import type { Scenario } from '../../src/domain/scenario.ts';
import { type PlainPosition, plainGame, plainShocks } from './plainGame.ts';
import { plainRollback } from './plainRollback.ts';
import { type PlainGameNode, plainScenarioGame } from './plainScenarioGame.ts';
import type { PlainNode } from './randomGameTree.ts';

/** A position with the moves that are best there, and how often play comes to it. */
interface PlainChoice {
  readonly node: PlainGameNode;
  readonly best: ReadonlySet<string>;
  readonly reach: number;
}

/** A nested scenario as a nested game. Who has no stakes takes each move equally often, like chance with even odds. */
function asGame(node: PlainGameNode, actors: readonly string[], made: Map<PlainGameNode, PlainNode>): PlainNode {
  const isNobody = node.kind === 'decision' && node.deciders.length === 0;
  const game: PlainNode = {
    paid: actors.map((actor) => node.payoffs[actor] ?? 0),
    mover:
      node.kind === 'end'
        ? 'end'
        : node.kind !== 'decision' || isNobody
          ? 'chance'
          : node.deciders.map((actor) => actors.indexOf(actor)),
    branches: node.moves.map(({ odds, to }, kin) => ({
      odds: isNobody ? 1 / node.moves.length : odds,
      kin,
      tendency: Number.NaN,
      to: asGame(to, actors, made),
    })),
    apart: node.moves.findIndex(({ id }) => id === node.noAgreement),
  };
  made.set(node, game);
  return game;
}

/** Every position by the line that leads to it. */
function choicesFrom(scenario: Scenario, at: PlainPosition): ReadonlyMap<string, PlainChoice> {
  const actors = Object.keys(scenario.stakes);
  const root = plainScenarioGame(scenario, at);
  const made = new Map<PlainGameNode, PlainNode>();
  const solved = plainRollback({ actors: actors.length, root: asGame(root, actors, made) }, { name: 'rational' });
  const found = new Map<string, PlainChoice>();
  const visit = (node: PlainGameNode, line: readonly string[], reach: number): void => {
    const shares = solved.get(made.get(node) as PlainNode)?.shares ?? [];
    const best = new Set(node.moves.flatMap(({ id }, index) => ((shares[index] ?? 0) > 0 ? [id] : [])));
    found.set(line.join(' '), { node, best, reach });
    for (const [index, { id, to }] of node.moves.entries()) visit(to, [...line, id], reach * (shares[index] ?? 0));
  };
  visit(root, [], 1);
  return found;
}

/** Per shock at the table: the decision positions that both trees have by the same line, and which of them get another choice. */
export function plainShockedChoices(scenario: Scenario) {
  const start = plainGame(scenario, []);
  const opening = choicesFrom(scenario, start);
  return plainShocks(scenario, start).map((at) => {
    const shocked = choicesFrom(scenario, at);
    const shared = [...opening].flatMap(([line, before]) => {
      const after = shocked.get(line);
      if (after === undefined || after.node.place !== before.node.place) return [];
      const hasChoice = before.node.moves.length > 1 || after.node.moves.length > 1;
      if (before.node.deciders.length === 0 || !hasChoice) return [];
      const isSame = before.best.size === after.best.size && [...before.best].every((move) => after.best.has(move));
      return [{ state: before.node.place, isPlayed: before.reach > 0, isChanged: !isSame }];
    });
    return { shock: at.line.at(-1) ?? '', shared };
  });
}
