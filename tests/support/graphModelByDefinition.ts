import { type Conflict, movesOf } from '../../src/domain/conflict.ts';

/**
 * The graph model word for word (Fang, Hipel & Kilgour 1993; Xu, Hipel & Kilgour 2009): sets of states, no minima, no labels. Slow on
 * purpose: what src/analysis/stability computes must equal it.
 */
export type States = ReadonlySet<number>;

/** q >_i s. */
const prefers = ({ payoffs, tolerances }: Conflict, i: number, q: number, s: number): boolean =>
  (payoffs[i]?.[q] ?? Number.NaN) > (payoffs[i]?.[s] ?? Number.NaN) + (tolerances[i] ?? Number.NaN);

/** R_i(s). */
export const reachable = (model: Conflict, i: number, s: number): States => {
  const graph = model.moves[i];
  return new Set(graph === undefined ? [] : movesOf(graph, s));
};

/** R⁺_i(s) = { q in R_i(s) : q >_i s }. */
export const improvements = (model: Conflict, i: number, s: number): States =>
  new Set([...reachable(model, i, s)].filter((q) => prefers(model, i, q, s)));

/** F_i(s) = { q : not q >_i s }. */
const notBetter = (model: Conflict, i: number, s: number): States =>
  new Set([...model.states.keys()].filter((q) => !prefers(model, i, q, s)));

type Step = (model: Conflict, j: number, s: number) => States;

/**
 * R_H(s), or R⁺_H(s) with `step` the improvements: the smallest sets with (1) j in H, q in R_j(s) ⇒ q in R_H(s), j in W(s, q);
 * (2) q in R_H(s), j in H, r in R_j(q), W(s, q) ≠ {j} ⇒ r in R_H(s), j in W(s, r). Filled until nothing changes.
 */
export function movesOfCoalition(
  model: Conflict,
  coalition: readonly number[],
  s: number,
  step: Step = reachable,
): States {
  const lastMovers = new Map<number, Set<number>>();
  const note = (state: number, mover: number): boolean => {
    const movers = lastMovers.get(state) ?? new Set<number>();
    lastMovers.set(state, movers);
    if (movers.has(mover)) return false;
    movers.add(mover);
    return true;
  };
  for (const j of coalition) for (const q of step(model, j, s)) note(q, j);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [q, movers] of [...lastMovers]) {
      for (const j of coalition) {
        if (movers.size === 1 && movers.has(j)) continue;
        for (const r of step(model, j, q)) if (note(r, j)) changed = true;
      }
    }
  }
  return new Set(lastMovers.keys());
}

const others = (model: Conflict, coalition: readonly number[]): readonly number[] =>
  [...model.decisionMakers.keys()].filter((j) => !coalition.includes(j));

const meets = (a: States, b: States): boolean => [...a].some((state) => b.has(state));

/** Whether s is stable for i. */
export const isStableByDefinition = {
  nash: (model: Conflict, i: number, s: number): boolean => improvements(model, i, s).size === 0,
  gmr: (model: Conflict, i: number, s: number): boolean =>
    [...improvements(model, i, s)].every((s1) =>
      meets(movesOfCoalition(model, others(model, [i]), s1), notBetter(model, i, s)),
    ),
  smr: (model: Conflict, i: number, s: number): boolean => {
    const F = notBetter(model, i, s);
    return [...improvements(model, i, s)].every((s1) =>
      [...movesOfCoalition(model, others(model, [i]), s1)].some(
        (s2) => F.has(s2) && [...reachable(model, i, s2)].every((s3) => F.has(s3)),
      ),
    );
  },
  seq: (model: Conflict, i: number, s: number): boolean =>
    [...improvements(model, i, s)].every((s1) =>
      meets(movesOfCoalition(model, others(model, [i]), s1, improvements), notBetter(model, i, s)),
    ),
};

/** CI_H(s) = { q in R_H(s), q ≠ s : q >_i s for all i in H }. */
export const coalitionImprovements = (model: Conflict, coalition: readonly number[], s: number): States =>
  new Set(
    [...movesOfCoalition(model, coalition, s)].filter(
      (q) => q !== s && coalition.every((i) => prefers(model, i, q, s)),
    ),
  );

/** Whether s is stable for a coalition, by reading A: the member that an escape fails may differ from escape to escape. */
export const isCoalitionStableByDefinition = {
  nash: (model: Conflict, H: readonly number[], s: number): boolean => coalitionImprovements(model, H, s).size === 0,
  gmr: (model: Conflict, H: readonly number[], s: number): boolean =>
    [...coalitionImprovements(model, H, s)].every((s1) =>
      [...movesOfCoalition(model, others(model, H), s1)].some((s2) => H.some((i) => !prefers(model, i, s2, s))),
    ),
  smr: (model: Conflict, H: readonly number[], s: number): boolean =>
    [...coalitionImprovements(model, H, s)].every((s1) =>
      [...movesOfCoalition(model, others(model, H), s1)].some(
        (s2) =>
          H.some((i) => !prefers(model, i, s2, s)) &&
          [...movesOfCoalition(model, H, s2)].every((s3) => H.some((i) => !prefers(model, i, s3, s))),
      ),
    ),
  seq: (model: Conflict, H: readonly number[], s: number): boolean =>
    [...coalitionImprovements(model, H, s)].every((s1) =>
      [...movesOfCoalition(model, others(model, H), s1, improvements)].some((s2) =>
        H.some((i) => !prefers(model, i, s2, s)),
      ),
    ),
};
