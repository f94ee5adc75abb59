import type { Conflict } from '../../domain/conflict.ts';
import {
  type CoalitionStability,
  coalitionStability,
  coalitions,
  type Vulnerability,
  vulnerabilities,
} from './coalitions.ts';
import { type ByConcept, byConcept, CONCEPTS } from './concepts.ts';
import { type Reach, reach } from './searcher.ts';
import { marked, type Stability, stability } from './stability.ts';
import { explainer, type Verdict } from './verdict.ts';

/** Everything that follows from a conflict, by index. */
export interface ConflictStability {
  readonly conflict: Conflict;
  readonly stability: Stability;
  /** What can follow from the status quo; undefined where none is named. */
  readonly reach: Reach | undefined;
  /** Undefined where looking for it would take too long. */
  readonly coalitions: readonly CoalitionStability[] | undefined;
  readonly vulnerabilities: readonly Vulnerability[] | undefined;
  /** Why a state is stable for somebody, or why it is not. */
  readonly explain: ReturnType<typeof explainer>;
  /** The states whose verdicts are worth telling: the status quo and every equilibrium, and all where there are few. */
  readonly worthTelling: readonly number[];
  readonly equilibria: ByConcept<readonly number[]>;
}

/** Steps of a search that are taken for coalitions, some seconds’ worth; and verdicts that are told unasked. */
const MOST_STEPS = 300_000_000;
const MOST_VERDICTS = 4_000;
const MOST_EQUILIBRIA_TOLD = 12;

/** What a search from every one of some states would take, in moves looked at. */
const effort = ({ moves, decisionMakers }: Conflict, searches: number): number =>
  searches * moves.reduce((sum, { to }) => sum + to.length, 0) * decisionMakers.length;

/** Reads a conflict in full: who stays where, what coalitions change, and what can follow from the status quo. */
export function conflictStability(conflict: Conflict): ConflictStability {
  const found = stability(conflict);
  const equilibria = byConcept((concept) => marked(found.equilibrium[concept]));
  const all = coalitions(conflict);
  const { statusQuo } = conflict;
  const verdicts = conflict.states.length * conflict.decisionMakers.length * CONCEPTS.length;
  const told = new Set<number>(statusQuo === undefined ? [] : [statusQuo]);
  for (const concept of ['nash', 'smr', 'seq', 'gmr'] as const)
    for (const state of equilibria[concept].slice(0, MOST_EQUILIBRIA_TOLD)) told.add(state);
  const canSearchAll = effort(conflict, all.length * conflict.states.length) <= MOST_STEPS;
  const canSearchEquilibria = effort(conflict, all.length * equilibria.gmr.length) <= MOST_STEPS;
  return {
    conflict,
    stability: found,
    reach: statusQuo === undefined ? undefined : reach(conflict, statusQuo),
    coalitions: canSearchAll ? all.map((members) => coalitionStability(conflict, members)) : undefined,
    vulnerabilities: canSearchEquilibria ? vulnerabilities(conflict, found) : undefined,
    explain: explainer(conflict),
    worthTelling: verdicts <= MOST_VERDICTS ? [...conflict.states.keys()] : [...told].sort((a, b) => a - b),
    equilibria,
  };
}

/** Every verdict on one state, decision maker by decision maker. */
export const verdictsOn = ({ conflict, explain }: ConflictStability, state: number): readonly Verdict[] =>
  conflict.decisionMakers.flatMap((_, one) => CONCEPTS.map((concept) => explain(one, concept, state)));

/** What the figures rest on, a sentence each. */
export const STABILITY_ASSUMPTIONS: readonly string[] = [
  'Everybody knows everybody’s preferences, and judges a move from where it stands when it makes it.',
  'Others answer in any order and as often as they like, but nobody moves twice in a row. A state that is no better holds somebody back as well as a worse one.',
  'Moves take no time and cost nothing; a state between two moves of one decision maker need not be feasible.',
  'Coalitions by reading A: an answer holds a coalition back where some member is no better off; which member may differ from escape to escape.',
  'Points of different decision makers are never compared: each only ranks states for itself.',
];

/** Who described the method. */
export const STABILITY_SOURCE =
  'Fang, Hipel & Kilgour 1993, Interactive Decision Making: The Graph Model for Conflict Resolution; for coalitions Kilgour, Hipel, Fang & Peng 2001';
