import type { Conflict, ConflictOption } from '../../src/domain/conflict.ts';
import { feasibleCombinations, movesOfOptions } from '../../src/domain/optionForm.ts';
import { randomKey, uniformAt } from '../../src/domain/random.ts';

/** A conflict in option form with so many options, dealt to some decision makers in turns, and random rankings. */
export function benchConflict(options: number, makers: number, seed: number): Conflict {
  const taken = feasibleCombinations(options, []);
  const decisionMakers = Array.from({ length: makers }, (_, maker) => `D${maker}`);
  const owned = Array.from(
    { length: options },
    (_, option): ConflictOption => ({ id: `o${option}`, label: `o${option}`, owner: option % makers }),
  );
  return {
    title: `${taken.length} states`,
    decisionMakers,
    states: taken.map((_, state) => `s${state}`),
    payoffs: decisionMakers.map((name) => {
      const key = randomKey(seed, name);
      return Float64Array.from(taken, (_, state) => uniformAt(key, state));
    }),
    tolerances: decisionMakers.map(() => 0),
    moves: decisionMakers.map((name, maker) => {
      const own = owned.flatMap(({ owner }, option) => (owner === maker ? [option] : []));
      const graph = movesOfOptions(taken, own, []);
      if (!graph.ok) throw new Error(`${name} has ${graph.error} moves`);
      return graph.value;
    }),
    statusQuo: 0,
    options: owned,
    taken,
  };
}
