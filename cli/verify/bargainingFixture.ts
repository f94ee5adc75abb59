import { bargainingPoints } from '../../src/analysis/bargaining/bargainingPoints.ts';
import { paretoFrontier } from '../../src/analysis/bargaining/paretoFrontier.ts';
import { kalaiSmorodinskyVariants } from '../../src/analysis/bargaining/variants.ts';
import { readBargainingSet } from '../../src/formats/bargainingSet.ts';
import { type Answer, isObject, type Json, type JsonObject } from './fixture.ts';
import { tableOf } from './tableOf.ts';

/** A list of ids is a set: ours is told in the order in which the fixture lists the same ids. */
function inOrderOf(expected: Json | undefined, ids: readonly (string | number)[]): Answer {
  const stated: readonly Json[] = Array.isArray(expected) ? expected : [];
  const isSame = stated.length === ids.length && ids.every((id) => stated.includes(id));
  return isSame ? (stated as readonly (string | number)[]) : ids;
}

/**
 * Answers a fixture of the schema `bargaining-set/1` under each key that begins with `expected`. `rational` is our zone of agreement, `kalai`
 * our egalitarian point and `maxWelfare` our utilitarian one.
 */
export function bargainingAnswers(fixture: JsonObject): Answer {
  const { ids, utilities, reservation } = tableOf(fixture, readBargainingSet);
  const of = bargainingPoints(utilities, reservation);
  const variants = kalaiSmorodinskyVariants(utilities, reservation);
  const lists: Readonly<Record<string, readonly number[]>> = {
    rational: of.zopa,
    zopa: of.zopa,
    paretoAll: paretoFrontier(utilities),
    pareto: of.pareto,
    nash: of.nash,
    kalai: of.egalitarian,
    egalitarian: of.egalitarian,
    kalaiSmorodinsky: of.kalaiSmorodinsky,
    maxWelfare: of.utilitarian,
    utilitarian: of.utilitarian,
    maxMinRatio_idealOverRational: variants.maxMinRatioIdealOverRational,
    maxMinRatio_idealOverAll: variants.maxMinRatioIdealOverAll,
    'minSpread_idealOverAll(negmas)': variants.minSpreadIdealOverAll,
  };
  const answersTo = (expected: Json): Answer => {
    const named = Object.entries(lists).map(([name, indexes]) => {
      const stated = isObject(expected) ? expected[name] : undefined;
      return [
        name,
        inOrderOf(
          stated,
          indexes.map((index) => ids[index] as string | number),
        ),
      ] as const;
    });
    const { disagreement } = of;
    return { ...Object.fromEntries(named), disagreement, disagreementUsed: disagreement };
  };
  const asked = Object.entries(fixture).filter(([key]) => key.startsWith('expected'));
  return Object.fromEntries(asked.map(([key, expected]) => [key, answersTo(expected)]));
}
