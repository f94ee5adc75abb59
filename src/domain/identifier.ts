/** An id begins with a letter; letters, digits, `_` and `-` follow; no dots inside a segment. */
export const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Words with a meaning of their own in move ids, deciders or mappings. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['table', 'shock', 'user', 'chance', 'basis', 'end']);

/** An indicator (`days`) or an actor's leverage driver (`CITY.chip`). */
export type Address = string;
/** A place in the chart: `table`, or `branch.state`. */
export type StateId = string;
/** A move: `branch.state.move`, `table.move` or `shock.condition.state`. */
export type MoveId = string;
/** Move ids from the start: a place in the story. */
export type Line = readonly MoveId[];

export const stateIdOf = (branch: string, state: string): StateId => `${branch}.${state}`;
export const moveIdOf = (state: StateId, move: string): MoveId => `${state}.${move}`;
export const shockId = (condition: string, state: string): MoveId => `shock.${condition}.${state}`;
export const isShock = (move: MoveId): boolean => move.startsWith('shock.');

/** The condition and state that a shock switches to, or undefined for an ordinary move. */
export function readShock(move: MoveId): { readonly condition: string; readonly state: string } | undefined {
  if (!isShock(move)) return undefined;
  const [, condition, state] = move.split('.');
  return condition !== undefined && state !== undefined ? { condition, state } : undefined;
}
