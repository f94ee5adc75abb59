import type { TreePosition } from '../../../machines/unfold.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { leverage, scoredActors } from '../../domain/leverage.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { payoff, type StakeValue, stakeholders } from '../../domain/stakes.ts';
import { protectionLevel, sharedProtections } from './protections.ts';

/** What a position is worth to whom. */
export interface Reading {
  /** Leverage by actor, 0 to 100. */
  readonly leverage: ReadonlyMap<string, number>;
  /** Payoff by actor, 0 to 100. */
  readonly payoff: ReadonlyMap<string, number>;
  readonly stakes: ReadonlyMap<string, readonly StakeValue[]>;
  /** Level of the shared protections, 0 to 100; undefined where the scenario has none. */
  readonly protections: number | undefined;
}

/** A position of the tree with what was read there. */
export interface Visit {
  readonly position: TreePosition;
  readonly reading: Reading;
  readonly opening: Reading;
  /** What was read after each open move: complete once the position is left. */
  readonly after: ReadonlyMap<MoveId, Reading>;
}

/** Somebody who looks at every position in one pass: when it is entered, and when everything below it has been seen. */
export interface TreeObserver {
  readonly enter?: (visit: Visit) => void;
  readonly leave?: (visit: Visit) => void;
}

/** How much of a tree was seen. */
export interface TreeSeen {
  readonly positions: number;
  /** False where the tree is larger than the limit. */
  readonly whole: boolean;
}

function reader(scenario: Scenario): (position: TreePosition) => Reading {
  const scored = scoredActors(scenario);
  const holders = stakeholders(scenario);
  const protections = sharedProtections(scenario);
  return ({ snapshot }) => {
    const { values } = snapshot.context;
    const payoffs = holders.map((actor) => payoff(scenario, actor, values));
    return {
      leverage: new Map(scored.map((actor) => [actor, leverage(scenario, actor, values).score])),
      payoff: new Map(payoffs.map(({ actor, payoff: value }) => [actor, value])),
      stakes: new Map(payoffs.map(({ actor, stakes }) => [actor, stakes])),
      protections: protections.length === 0 ? undefined : protectionLevel(scenario, protections, values),
    };
  };
}

/** Shows observers every position of a tree that is handed in depth first, in one pass, up to a limit. */
export function observeTree(
  scenario: Scenario,
  positions: Iterable<TreePosition>,
  limit: number,
  observers: readonly TreeObserver[],
): TreeSeen {
  const read = reader(scenario);
  const path: (Visit & { readonly after: Map<MoveId, Reading> })[] = [];
  const backTo = (depth: number) => {
    while (path.length > depth) {
      const visit = path.pop();
      if (visit !== undefined) for (const { leave } of observers) leave?.(visit);
    }
  };
  let count = 0;
  for (const position of positions) {
    if (count === limit) return { positions: count, whole: false };
    count += 1;
    backTo(position.line.length);
    const reading = read(position);
    const move = position.line.at(-1);
    if (move !== undefined) path.at(-1)?.after.set(move, reading);
    const visit = { position, reading, opening: path[0]?.opening ?? reading, after: new Map() };
    path.push(visit);
    for (const { enter } of observers) enter?.(visit);
  }
  backTo(0);
  return { positions: count, whole: true };
}
