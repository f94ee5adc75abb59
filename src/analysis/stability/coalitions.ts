import { type Conflict, isBetter } from '../../domain/conflict.ts';
import { type ByConcept, byConcept, CONCEPTS, type Concept } from './concepts.ts';
import { type Searcher, type Step, searcher } from './searcher.ts';
import { marked, type Stability } from './stability.ts';

/** What a coalition can do, and where it would stay. */
export interface CoalitionStability {
  readonly members: readonly number[];
  /** Per state from which it can: the states that are better for all of its members. */
  readonly improvements: ReadonlyMap<number, readonly number[]>;
  readonly stable: ByConcept<readonly number[]>;
}

/** A search from each state, made when it is first asked for. */
function keptReach(search: Searcher): (from: number) => readonly number[] {
  const kept = new Map<number, readonly number[]>();
  return (from) => {
    const known = kept.get(from) ?? search.reached(from);
    kept.set(from, known);
    return known;
  };
}

/** CI_H(s): what a coalition can bring about that is better for every member. */
function improvementsOf(conflict: Conflict, members: readonly number[]): (from: number) => readonly number[] {
  const reached = keptReach(searcher(conflict, members, false));
  return (from) =>
    reached(from).filter((to) => to !== from && members.every((member) => isBetter(conflict, member, to, from)));
}

/**
 * Where a coalition would stay. Reading A of the definitions: an answer holds it back where it is no better for some member; under `smr`
 * the member for whom an escape is no better may differ from escape to escape; under `seq` each step of an answer is to the good of who
 * makes it. Where nobody is left to answer, any improvement makes a state unstable.
 */
export function coalitionStability(conflict: Conflict, members: readonly number[]): CoalitionStability {
  const rest = [...conflict.decisionMakers.keys()].filter((one) => !members.includes(one));
  const own = keptReach(searcher(conflict, members, false));
  const answers = keptReach(searcher(conflict, rest, false));
  const credibleAnswers = keptReach(searcher(conflict, rest, true));
  const improving = improvementsOf(conflict, members);
  const improvements = new Map<number, readonly number[]>();
  const stable = byConcept((): number[] => []);
  for (const state of conflict.states.keys()) {
    const better = improving(state);
    if (better.length > 0) improvements.set(state, better);
    const failsSomebody = (to: number): boolean => members.some((member) => !isBetter(conflict, member, to, state));
    const holds: ByConcept<(to: number) => boolean> = {
      nash: () => false,
      gmr: (to) => answers(to).some(failsSomebody),
      smr: (to) => answers(to).some((end) => failsSomebody(end) && own(end).every(failsSomebody)),
      seq: (to) => credibleAnswers(to).some(failsSomebody),
    };
    for (const concept of CONCEPTS) if (better.every(holds[concept])) stable[concept].push(state);
  }
  return { members, improvements, stable };
}

/** Every coalition of two or more, the smaller ones first. */
export function coalitions({ decisionMakers }: Conflict): readonly (readonly number[])[] {
  const all: number[][] = [];
  for (let number = 0; number < 2 ** decisionMakers.length; number += 1) {
    const members = [...decisionMakers.keys()].filter((one) => (number & (1 << one)) !== 0);
    if (members.length > 1) all.push(members);
  }
  return all.sort((a, b) => a.length - b.length || compareLists(a, b));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** An equilibrium that a coalition can leave for another one that is better for all of its members. */
export interface Vulnerability {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
  readonly members: readonly number[];
  /** A shortest sequence of its moves. */
  readonly path: readonly Step[];
}

/** Which equilibria are vulnerable (Kilgour, Hipel, Fang & Peng 2001), and to whom. */
export function vulnerabilities(conflict: Conflict, { equilibrium }: Stability): readonly Vulnerability[] {
  const equilibria = byConcept((concept) => marked(equilibrium[concept]));
  const found: Vulnerability[] = [];
  for (const members of coalitions(conflict)) {
    const search = searcher(conflict, members, false);
    const improving = improvementsOf(conflict, members);
    for (const concept of CONCEPTS) {
      for (const from of equilibria[concept]) {
        for (const to of improving(from)) {
          if (equilibrium[concept][to] !== 1) continue;
          const path = search.nearest(from, (state) => state === to) ?? [];
          found.push({ concept, from, to, members, path });
        }
      }
    }
  }
  return found;
}
