import type { MoveGraph } from './conflict.ts';
import { fail, type Result, succeed } from './result.ts';

/** Which options are taken, for some of them: true taken, false not; an option that is left out may be either. */
export type PartialChoice = ReadonlyMap<number, boolean>;

/** An option that changes only one way, such as a strike: from `from` to its opposite. */
export interface OneWayOption {
  readonly option: number;
  /** What it changes from: false where it can be taken and never taken back. */
  readonly from: boolean;
}

/** The most combinations of options that are gone through, and the most moves that are laid out. */
export const MOST_COMBINATIONS = 65_536;
export const MOST_MOVES = 8_000_000;

/** Whether a combination contains a partial one; what does not matter in a state contains nothing. */
export const contains = (taken: readonly (boolean | undefined)[], part: PartialChoice): boolean =>
  [...part].every(([option, value]) => taken[option] === value);

/**
 * Every combination of so many options that contains none of the infeasible ones, in the order of the number whose bit k is option k.
 * Throws RangeError for more combinations than are gone through.
 */
export function feasibleCombinations(
  options: number,
  infeasible: readonly PartialChoice[],
): readonly (readonly boolean[])[] {
  if (2 ** options > MOST_COMBINATIONS) throw new RangeError(`${options} options are too many to go through`);
  const all: boolean[][] = [];
  for (let number = 0; number < 2 ** options; number += 1) {
    const taken = Array.from({ length: options }, (_, option) => (number & (1 << option)) !== 0);
    if (!infeasible.some((part) => contains(taken, part))) all.push(taken);
  }
  return all;
}

/** A value of an option as one letter, so that what the others hold can be compared as one text. */
const letter = (value: boolean | undefined): string => (value === undefined ? '-' : value ? '1' : '0');

/**
 * The moves of the decision maker that has some options: from each state to every other in which nobody else's options differ, however
 * many of its own change at once, and whether or not a step between would be feasible. One-way options never change back.
 * Fails with the number of moves where there are more than are laid out.
 */
export function movesOfOptions(
  taken: readonly (readonly (boolean | undefined)[])[],
  own: readonly number[],
  oneWay: readonly OneWayOption[],
): Result<MoveGraph, number> {
  const ownSet = new Set(own);
  const groups = new Map<string, number[]>();
  for (const [state, options] of taken.entries()) {
    const key = options.map((value, option) => (ownSet.has(option) ? '' : letter(value))).join('');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [state]);
    else group.push(state);
  }
  const most = [...groups.values()].reduce((sum, { length }) => sum + length * (length - 1), 0);
  if (most > MOST_MOVES) return fail(most);
  const oneWayOwn = oneWay.filter(({ option }) => ownSet.has(option));
  const undoes = (from: number, to: number): boolean =>
    oneWayOwn.some((one) => taken[from]?.[one.option] === !one.from && taken[to]?.[one.option] === one.from);
  const first = new Int32Array(taken.length + 1);
  const groupOf = new Array<number[]>(taken.length);
  for (const group of groups.values()) for (const state of group) groupOf[state] = group;
  const to = new Int32Array(most);
  let at = 0;
  for (const [state, group] of groupOf.entries()) {
    for (const target of group) {
      if (target === state || undoes(state, target)) continue;
      to[at] = target;
      at += 1;
    }
    first[state + 1] = at;
  }
  return succeed({ first, to: to.slice(0, at) });
}
