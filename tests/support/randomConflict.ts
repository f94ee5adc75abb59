import fc from 'fast-check';
import { type Conflict, type ConflictOption, moveGraph } from '../../src/domain/conflict.ts';
import { feasibleCombinations, movesOfOptions } from '../../src/domain/optionForm.ts';

interface Sizes {
  readonly most: number;
  readonly makers: readonly [least: number, most: number];
}

/** A conflict by its graph alone: any moves, shared ones among them, payoffs with many ties, tolerances. */
export function graphConflict({ most, makers }: Sizes): fc.Arbitrary<Conflict> {
  return fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: makers[0], max: makers[1] }))
    .chain(([states, count]) => {
      const each = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { minLength: count, maxLength: count });
      const state = fc.nat({ max: states - 1 });
      return fc
        .record({
          ranks: each(fc.array(fc.nat({ max: 4 }), { minLength: states, maxLength: states })),
          tolerances: each(fc.constantFrom(0, 0, 1, 2)),
          arcs: each(fc.array(fc.tuple(state, state), { maxLength: 2 * states })),
          statusQuo: state,
        })
        .map(
          ({ ranks, tolerances, arcs, statusQuo }): Conflict => ({
            title: 'Any conflict',
            decisionMakers: ranks.map((_, maker) => `D${maker}`),
            states: Array.from({ length: states }, (_, index) => `s${index}`),
            payoffs: ranks.map((own) => Float64Array.from(own)),
            tolerances,
            moves: arcs.map((own) => moveGraph(states, own)),
            statusQuo,
            options: [],
            taken: [],
          }),
        );
    });
}

/** A conflict in option form: some combinations infeasible, some options one-way, payoffs with ties. */
export const optionConflict: fc.Arbitrary<Conflict> = fc
  .record({
    owners: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 }),
    infeasible: fc.array(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.boolean()), { minLength: 2, maxLength: 3 }), {
      maxLength: 2,
    }),
    oneWay: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.boolean()), { maxLength: 2 }),
    ranks: fc.array(fc.nat({ max: 6 }), { minLength: 48, maxLength: 48 }),
    tolerance: fc.constantFrom(0, 1),
  })
  .map(({ owners, infeasible, oneWay, ranks, tolerance }): Conflict => {
    const parts = infeasible
      .map((part) => new Map(part.filter(([option]) => option < owners.length)))
      .filter((part) => part.size > 1);
    const taken = feasibleCombinations(owners.length, parts);
    const options = owners.map((owner, option): ConflictOption => ({ id: `o${option}`, label: `o${option}`, owner }));
    const makers = [0, 1, 2];
    return {
      title: 'Any conflict in option form',
      decisionMakers: makers.map((maker) => `D${maker}`),
      states: taken.map((_, index) => `s${index}`),
      payoffs: makers.map((maker) => Float64Array.from(taken, (_, state) => ranks[16 * maker + state] ?? 0)),
      tolerances: makers.map(() => tolerance),
      moves: makers.map((maker) => {
        const own = options.flatMap(({ owner }, option) => (owner === maker ? [option] : []));
        const graph = movesOfOptions(
          taken,
          own,
          oneWay.map(([option, from]) => ({ option, from })),
        );
        if (!graph.ok) throw new Error('so few options have few moves');
        return graph.value;
      }),
      statusQuo: taken.length === 0 ? undefined : 0,
      options,
      taken,
    };
  });
