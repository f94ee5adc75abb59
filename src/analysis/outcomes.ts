import type { TreePosition } from '../../machines/unfold.ts';
import { principals } from '../domain/actors.ts';
import { isEnd, placedStates } from '../domain/chart.ts';
import type { Line, StateId } from '../domain/identifier.ts';
import type { Scenario } from '../domain/scenario.ts';
import { payoff } from '../domain/stakes.ts';
import { dominates, frontierOf, type PayoffPair } from './frontier.ts';

/** An end with one line that leads there, and what it is worth to the principals at central values. */
export interface Outcome {
  readonly end: StateId;
  readonly line: Line;
  /** Moves of the line that were played before lines could part: a branch was chosen, conditions were set. */
  readonly begun: number;
  readonly payoffs: PayoffPair;
}

/** An end as all its lines show it: a few named ones, and where any of them lands. How many land where is not kept. */
export interface EndOutcomes {
  readonly end: StateId;
  readonly shortest: Outcome;
  /** The outcome that is worth most to the first principal, and to the second. */
  readonly best: readonly [Outcome, Outcome];
  /** Cells of the payoff plane in which some line to this end lands, in rising order. */
  readonly cells: readonly number[];
}

/** What can be reached from one or several beginnings. */
export interface Outcomes {
  /** The ends that some line reaches, in file order. */
  readonly ends: readonly EndOutcomes[];
  /** The outcomes that no other dominates, from the least to the most for the first principal; equal ones one per end. */
  readonly frontier: readonly Outcome[];
}

/** Side of a presence cell, in points of both payoffs. */
export const CELL = 1;
const CELLS = 100 / CELL;

const cellIndex = (points: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor(points / CELL)));
const cellOf = ([one, other]: PayoffPair): number => cellIndex(one) * CELLS + cellIndex(other);

/** The lower corner of a cell: points of the first and of the second principal. */
export const cellCorner = (cell: number): PayoffPair => [Math.floor(cell / CELLS) * CELL, (cell % CELLS) * CELL];

/** Digits that payoffs are compared by: the same effects in another order differ by the rounding of the arithmetic. */
const GRAIN = 1e6;
const compared = (points: number): number => Math.round(points * GRAIN) / GRAIN;

/** Every end of a scenario, in file order. */
export const endsOf = (scenario: Scenario): readonly StateId[] =>
  placedStates(scenario).flatMap(({ id, state }) => (isEnd(state) ? [id] : []));

/** What a choice among outcomes asks of each. */
interface Choosable {
  readonly end: StateId;
  readonly payoffs: PayoffPair;
  readonly line: { readonly length: number };
}

/** Whether the first is to be preferred: the fewest moves, or the most for one principal. Where neither is, the earlier stands. */
type Preference = (one: Choosable, other: Choosable) => boolean;
const isShorter: Preference = (one, other) => one.line.length < other.line.length;
const isBetterFor =
  (principal: 0 | 1): Preference =>
  (one, other) =>
    one.payoffs[principal] > other.payoffs[principal] ||
    (one.payoffs[principal] === other.payoffs[principal] && isShorter(one, other));

/** The named outcomes of an end: by the shortest line, and the best for each principal. */
type Named<Item> = readonly [shortest: Item, bestForFirst: Item, bestForSecond: Item];

/** The named outcomes of two gatherings of one end, of which the first came earlier. */
function mergeNamed<Item extends Choosable>([a, b, c]: Named<Item>, [d, e, f]: Named<Item>): Named<Item> {
  const choose = (prefers: Preference, earlier: Item, later: Item) => (prefers(later, earlier) ? later : earlier);
  return [choose(isShorter, a, d), choose(isBetterFor(0), b, e), choose(isBetterFor(1), c, f)];
}

/** The frontier of some outcomes, in which equal outcomes of one end count once, by their shortest line. */
function distinctFrontier<Item extends Choosable>(outcomes: readonly Item[]): readonly Item[] {
  const kept = new Map<string, Item>();
  for (const outcome of outcomes) {
    const key = `${outcome.end} ${outcome.payoffs.join(' ')}`;
    const known = kept.get(key);
    if (known === undefined || isShorter(outcome, known)) kept.set(key, outcome);
  }
  return frontierOf([...kept.values()]);
}

/** An end of the tree as it is met: its line is read only if it is kept, which most are not. */
interface Leaf extends Choosable {
  readonly position: Pick<TreePosition, 'line'>;
}

/** Gathers the outcomes of an unfolding, end by end. */
export interface OutcomeTally {
  /** Takes a position of the tree; all but ends are passed over. */
  readonly add: (position: Pick<TreePosition, 'end' | 'state' | 'line' | 'depth' | 'snapshot'>) => void;
  /** What was gathered so far. */
  readonly read: () => Outcomes;
}

/** A tally of outcomes whose lines all begin with `start`. */
export function outcomeTally(scenario: Scenario, start: Line): OutcomeTally {
  const [first, second] = principals(scenario);
  const gathered = new Map<StateId, { named: Named<Leaf>; readonly cells: Set<number> }>();
  let frontier: readonly Leaf[] = [];
  const outcomeOf = ({ end, payoffs, position }: Leaf): Outcome => ({
    end,
    payoffs,
    line: [...start, ...position.line],
    begun: start.length,
  });
  return {
    add: (position) => {
      if (!position.end) return;
      const { values } = position.snapshot.context;
      const payoffs: PayoffPair = [
        compared(payoff(scenario, first, values).payoff),
        compared(payoff(scenario, second, values).payoff),
      ];
      const leaf: Leaf = { end: position.state, payoffs, line: { length: position.depth }, position };
      const known = gathered.get(leaf.end);
      if (known === undefined) {
        gathered.set(leaf.end, { named: [leaf, leaf, leaf], cells: new Set([cellOf(payoffs)]) });
      } else {
        known.cells.add(cellOf(payoffs));
        known.named = mergeNamed(known.named, [leaf, leaf, leaf]);
      }
      if (!frontier.some((kept) => dominates(kept.payoffs, payoffs))) frontier = distinctFrontier([...frontier, leaf]);
    },
    read: () => ({
      ends: endsOf(scenario).flatMap((end): readonly EndOutcomes[] => {
        const known = gathered.get(end);
        if (known === undefined) return [];
        const [shortest, ...best] = known.named;
        const cells = [...known.cells].sort((a, b) => a - b);
        return [{ end, shortest: outcomeOf(shortest), best: [outcomeOf(best[0]), outcomeOf(best[1])], cells }];
      }),
      frontier: frontier.map(outcomeOf),
    }),
  };
}

/** What can be reached from several beginnings together, the first ones earlier in the order of the file. */
export function mergeOutcomes(scenario: Scenario, parts: readonly Outcomes[]): Outcomes {
  const ends = endsOf(scenario).flatMap((end): readonly EndOutcomes[] => {
    const found = parts.flatMap((part) => part.ends.filter((each) => each.end === end));
    const [first, ...rest] = found;
    return first === undefined ? [] : [rest.reduce(mergeEnd, first)];
  });
  return { ends, frontier: distinctFrontier(parts.flatMap(({ frontier }) => frontier)) };
}

function mergeEnd(earlier: EndOutcomes, later: EndOutcomes): EndOutcomes {
  const named = (each: EndOutcomes): Named<Outcome> => [each.shortest, ...each.best];
  const [shortest, ...best] = mergeNamed(named(earlier), named(later));
  const cells = [...new Set([...earlier.cells, ...later.cells])].sort((a, b) => a - b);
  return { end: earlier.end, shortest, best, cells };
}
