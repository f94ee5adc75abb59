/** What JSON may hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stands in an answer for what the fixture itself states in order to ask: it is not compared, and not counted. */
export const GIVEN: unique symbol = Symbol('given');

/** What we find where a fixture states what it expects; `undefined` where we compute no such figure. */
export type Answer =
  | undefined
  | boolean
  | number
  | string
  | typeof GIVEN
  | readonly Answer[]
  | { readonly [key: string]: Answer };

/** A figure that a fixture states and what we find, both as they are printed. */
export interface Difference {
  /** Where it stands in the fixture, for example `expected.spe.values[0]`. */
  readonly path: string;
  readonly expected: Json;
  readonly got: Json;
}

/** What came of verifying one file. */
export interface Verification {
  readonly file: string;
  readonly schema: string | null;
  /** Figures that agree or differ. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Where the fixture states what we do not compute. */
  readonly notCompared: readonly string[];
  /** Why the file could not be verified. */
  readonly errors: readonly string[];
}

/** Something is wrong with the fixture, or with a file that it names. */
export class FixtureFault extends Error {}

/** Reads a file that stands beside the fixture. Throws a `FixtureFault` where there is none. */
export type ReadBeside = (file: string) => Promise<string>;

/** One expectation of a fixture: where it stands, what it states, and what we find there. */
export interface Expectation {
  readonly path: string;
  readonly expected: Json;
  readonly answer: Answer;
  /** How near figures must be where the fixture states no tolerance, if not the usual one: draws have a sampling error. */
  readonly tolerance?: number | undefined;
}

/** Reads fixtures of one schema and answers what they ask. */
export type Verifier = (fixture: JsonObject, readBeside: ReadBeside) => Promise<readonly Expectation[]>;
