/** The numbers by which a compiled chart names things: the compiler writes them, whoever reads the flat arrays reads them. */

/** What happens in a state. The first three are those of `NODE`: at the table a reader chooses a branch. */
export const STATE = { end: 0, chance: 1, decision: 2, table: 3 } as const;

/** What an effect does to a value. */
export const OPERATION = { add: 0, scale: 1, set: 2 } as const;

/** What a term of a guard asks. */
export const TERM = { all: 0, any: 1, not: 2, indicator: 3, condition: 4, played: 5, entered: 6, always: 7 } as const;
