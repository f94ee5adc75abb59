import type { Conflict, MoveGraph } from '../../domain/conflict.ts';
import { isBetter, movesOf } from '../../domain/conflict.ts';
import { randomKey, uniformAt } from '../../domain/random.ts';
import { type ByConcept, byConcept, type Concept } from './concepts.ts';
import { type RankingCondition, rankingConditions } from './rankingConditions.ts';
import { SAMPLED_RANKINGS, sampledInverse, shuffle } from './sampledInverse.ts';
import { searcher } from './searcher.ts';
import { othersThan, type Stability, stability } from './stability.ts';

/** How many strict rankings of one decision maker make a state stable for everybody. */
export interface RankingCount {
  /** Of all strict rankings. Never a probability: it says how much the state asks of that ranking. */
  readonly share: number;
  /** Sampling error of the share; 0 where every ranking was counted. */
  readonly error: number;
  /** The number itself; undefined where it was sampled, or is too large to be told exactly. */
  readonly count: number | undefined;
}

/** The inverse of stability: which rankings of one decision maker, the others’ being as they are, make which states stable. */
export interface InverseStability {
  readonly vary: number;
  /** Per concept and state. */
  readonly counts: ByConcept<readonly RankingCount[]>;
  /** What a ranking must do for a state to be stable for that decision maker itself. */
  readonly conditions: (concept: Concept, state: number) => readonly RankingCondition[];
}

/** Up to so many states that matter, every set of those that rank below is gone through; beyond, rankings are sampled. */
export const MOST_BELOW = 14;
/** Up to so many states that matter, every order of them is gone through, where an order matters and not only who is below. */
export const MOST_ORDERED = 9;
/** In a conflict with more states, whole rankings are sampled: nearly every state matters to every other there. */
export const MOST_STATES_COUNTED = 16;
/** The largest number of states whose rankings can be counted in whole numbers. */
const MOST_COUNTED = 18;

const NEVER: RankingCount = { share: 0, error: 0, count: 0 };

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** So many of the orders of some states, as a number of rankings of all of them. */
function counted(fulfilled: number, orders: number, states: number): RankingCount {
  const share = fulfilled / orders;
  return { share, error: 0, count: states > MOST_COUNTED ? undefined : fulfilled * (factorial(states) / orders) };
}

/** So many of some sampled rankings. Where all or none did, the error is that of one more that did otherwise (Laplace’s rule). */
function sampled(hits: number, rankings = SAMPLED_RANKINGS): RankingCount {
  const share = hits / rankings;
  const spread = (hits + 1) / (rankings + 2);
  return { share, error: Math.sqrt((spread * (1 - spread)) / rankings), count: undefined };
}

const mentioned = (conditions: readonly RankingCondition[]): readonly number[] =>
  [...new Set(conditions.flatMap(({ below }) => below.flat()))].sort((a, b) => a - b);

/** Counts where it matters only which states rank below one: |B|! (m − |B|)! orders of m others put exactly B below it. */
function countBelow(conditions: readonly RankingCondition[], states: number): RankingCount {
  const others = mentioned(conditions);
  // All of some must be below: the state must be the first of them and itself, in one order of so many.
  if (conditions.every(({ below }) => below.length === 1 && below[0]?.length === 1))
    return counted(1, others.length + 1, states);
  const bit = new Map(others.map((state, index) => [state, 1 << index]));
  const masks = conditions.map(({ below }) =>
    below.map((list) => list.reduce((mask, state) => mask | (bit.get(state) ?? 0), 0)),
  );
  const holds = (set: number): boolean => masks.every((lists) => lists.some((list) => (set & list) === list));
  if (others.length <= MOST_BELOW) {
    const bySize = new Array<number>(others.length + 1).fill(0);
    for (let set = 0; set < 2 ** others.length; set += 1) {
      if (!holds(set)) continue;
      let size = 0;
      for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
      bySize[size] = (bySize[size] as number) + 1;
    }
    const fulfilled = bySize.reduce(
      (sum, sets, size) => sum + sets * factorial(size) * factorial(others.length - size),
      0,
    );
    return counted(fulfilled, factorial(others.length + 1), states);
  }
  // The place of a state in a random ranking is uniform, and given it each other state is below with that probability.
  const key = randomKey(1, 'rankings that put states below one');
  const isBelow = new Set<number>();
  let hits = 0;
  for (let sample = 0; sample < SAMPLED_RANKINGS; sample += 1) {
    const from = sample * (others.length + 1);
    const place = uniformAt(key, from);
    isBelow.clear();
    for (const [index, state] of others.entries()) if (uniformAt(key, from + 1 + index) < place) isBelow.add(state);
    if (conditions.every(({ below }) => below.some((list) => list.every((state) => isBelow.has(state))))) hits += 1;
  }
  return sampled(hits);
}

/** Every order of some things, by Heap’s exchanges (Heap 1963), in place. */
function* orders(things: number[]): Generator<readonly number[]> {
  const turns = new Array<number>(things.length).fill(0);
  yield things;
  for (let at = 1; at < things.length; ) {
    const turn = turns[at] as number;
    if (turn < at) {
      const other = at % 2 === 0 ? 0 : turn;
      const held = things[other] as number;
      things[other] = things[at] as number;
      things[at] = held;
      turns[at] = turn + 1;
      at = 1;
      yield things;
    } else {
      turns[at] = 0;
      at += 1;
    }
  }
}

function* sampledOrders(things: number[]): Generator<readonly number[]> {
  const key = randomKey(1, 'rankings in an order');
  for (let sample = 0; sample < SAMPLED_RANKINGS; sample += 1) {
    shuffle(things, key, sample);
    yield things;
  }
}

/** Counts for every state; the ranking that varies is written into a column of its own, over and over. */
class Inverse {
  readonly #conflict: Conflict;
  readonly #vary: number;
  readonly #ranks: Float64Array;
  readonly #now: Stability;
  readonly #conditions: ReturnType<typeof rankingConditions>;

  constructor(conflict: Conflict, vary: number) {
    this.#vary = vary;
    this.#ranks = new Float64Array(conflict.states.length);
    this.#conflict = {
      ...conflict,
      payoffs: conflict.payoffs.map((own, one) => (one === vary ? this.#ranks : own)),
      tolerances: conflict.tolerances.map((own, one) => (one === vary ? 0 : own)),
    };
    this.#now = stability(conflict);
    this.#conditions = rankingConditions(conflict, vary);
  }

  count(concept: Concept, state: number): RankingCount {
    if (concept === 'seq') return this.#countCredible(state, this.#conditions(concept, state));
    return this.isHeld(concept, state) ? countBelow(this.#conditions(concept, state), this.#ranks.length) : NEVER;
  }

  /** Whether all others would stay, which under every concept but `seq` has nothing to do with the ranking that varies. */
  isHeld(concept: Exclude<Concept, 'seq'>, state: number): boolean {
    return othersThan(this.#conflict, this.#vary).every((one) => this.#now.stable[concept][one]?.[state] === 1);
  }

  /** Under `seq` the others are held by moves that who varies would make to its own good, so its order matters and not only who is below. */
  #countCredible(state: number, conditions: readonly RankingCondition[]): RankingCount {
    const conflict = this.#conflict;
    const tests: (() => boolean)[] = [];
    const matters = new Set<number>();
    for (const one of othersThan(conflict, this.#vary)) {
      const everybodyElse = othersThan(conflict, one);
      const without = searcher(
        conflict,
        everybodyElse.filter((other) => other !== this.#vary),
        true,
      );
      const withIt = searcher(conflict, everybodyElse, true);
      const isNoBetter = (to: number): boolean => !isBetter(conflict, one, to, state);
      for (const to of movesOf(conflict.moves[one] as MoveGraph, state)) {
        if (isNoBetter(to) || without.nearest(to, isNoBetter) !== undefined) continue;
        for (const passed of this.#onTheWay(to, everybodyElse)) matters.add(passed);
        tests.push(() => withIt.nearest(to, isNoBetter) !== undefined);
      }
    }
    const states = this.#ranks.length;
    if (tests.length === 0) return countBelow(conditions, states);
    for (const other of [state, ...mentioned(conditions)]) matters.add(other);
    const ranked = [...matters].sort((a, b) => a - b);
    const isExact = ranked.length <= MOST_ORDERED;
    let hits = 0;
    for (const order of isExact ? orders(ranked) : sampledOrders(ranked)) {
      for (let rank = 0; rank < order.length; rank += 1) this.#ranks[order[rank] as number] = rank;
      const own = this.#ranks[state] as number;
      const isBelow = (other: number): boolean => (this.#ranks[other] as number) < own;
      if (conditions.every(({ below }) => below.some((list) => list.every(isBelow))) && tests.every((holds) => holds()))
        hits += 1;
    }
    return isExact ? counted(hits, factorial(ranked.length), states) : sampled(hits);
  }

  /** The states between which who varies may have to choose, once others may move from a state: both ends of each of its moves. */
  #onTheWay(from: number, members: readonly number[]): readonly number[] {
    const anything = this.#conflict.payoffs.map((own, one) =>
      one === this.#vary ? new Float64Array(own.length) : own,
    );
    // A tolerance below nothing lets every move of who varies count as better, while the others stay as they are.
    const loose = this.#conflict.tolerances.map((own, one) => (one === this.#vary ? -1 : own));
    const relaxed: Conflict = { ...this.#conflict, payoffs: anything, tolerances: loose };
    const graph = relaxed.moves[this.#vary] as MoveGraph;
    const places = [from, ...searcher(relaxed, members, true).reached(from)];
    return places.flatMap((place) => {
      const targets = [...movesOf(graph, place)];
      return targets.length === 0 ? [] : [place, ...targets];
    });
  }

  get conditions() {
    return this.#conditions;
  }
}

/** Counts in a conflict with many states: `nash` exactly, the others over whole rankings that are sampled. */
function sampledCounts(conflict: Conflict, vary: number, inverse: Inverse): ByConcept<readonly RankingCount[]> {
  const { rankings, hits } = sampledInverse(conflict, vary);
  return byConcept((concept) =>
    conflict.states.map((_, state) =>
      concept === 'nash' || (concept !== 'seq' && !inverse.isHeld(concept, state))
        ? inverse.count(concept, state)
        : sampled(hits[concept][state] as number, rankings),
    ),
  );
}

/** For one decision maker: how many of its strict rankings make each state stable for everybody, and what they must do. */
export function inverseStability(conflict: Conflict, vary: number): InverseStability {
  const inverse = new Inverse(conflict, vary);
  const counts =
    conflict.states.length > MOST_STATES_COUNTED
      ? sampledCounts(conflict, vary, inverse)
      : byConcept((concept) => conflict.states.map((_, state) => inverse.count(concept, state)));
  return { vary, counts, conditions: inverse.conditions };
}
