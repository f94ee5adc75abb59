import { coalitionStability } from '../../src/analysis/stability/coalitions.ts';
import { byConcept, CONCEPTS } from '../../src/analysis/stability/concepts.ts';
import { inverseStability } from '../../src/analysis/stability/inverse.ts';
import { reach } from '../../src/analysis/stability/searcher.ts';
import { marked, stability } from '../../src/analysis/stability/stability.ts';
import type { Conflict } from '../../src/domain/conflict.ts';
import { readConflict } from '../../src/formats/conflict/readConflict.ts';
import { type Answer, FixtureFault, GIVEN, isObject, type Json, type JsonObject } from './fixture.ts';

/** Ids in the order in which a fixture states them, where it states the same ones: a set of states has no order of its own. */
function inOrderOf(expected: Json | undefined, ids: readonly string[]): readonly string[] {
  if (!Array.isArray(expected) || expected.length !== ids.length) return ids;
  const found = new Set(ids);
  return (expected as readonly Json[]).every((id) => typeof id === 'string' && found.delete(id))
    ? (expected as readonly string[])
    : ids;
}

const below = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What a fixture says about how it came by its figures: no figure of its own, so it is not compared. */
function given(expected: JsonObject, isGiven: (key: string) => boolean): { readonly [key: string]: Answer } {
  return Object.fromEntries(Object.keys(expected).flatMap((key) => (isGiven(key) ? [[key, GIVEN]] : [])));
}

function stabilityAnswer(conflict: Conflict, expected: Json | undefined): Answer {
  const { stable, equilibrium } = stability(conflict);
  const names = (column: Uint8Array, path: readonly string[]) =>
    inOrderOf(
      path.reduce<Json | undefined>(below, expected),
      marked(column).map((state) => conflict.states[state] ?? ''),
    );
  return {
    ...byConcept((concept) =>
      Object.fromEntries(
        conflict.decisionMakers.map((name, one) => [name, names(stable[concept][one] as Uint8Array, [concept, name])]),
      ),
    ),
    equilibria: byConcept((concept) => names(equilibrium[concept], ['equilibria', concept])),
  };
}

function reachAnswer(conflict: Conflict, expected: Json | undefined): Answer {
  if (!isObject(expected)) return undefined;
  const from = typeof expected.from === 'string' ? conflict.states.indexOf(expected.from) : conflict.statusQuo;
  if (from === undefined || from < 0) throw new FixtureFault('`expectedReach` does not name a state to start `from`');
  const { byMoves, byImprovements } = reach(conflict, from);
  const names = (states: readonly number[], key: string) =>
    inOrderOf(
      expected[key],
      states.map((state) => conflict.states[state] ?? ''),
    );
  return {
    from: GIVEN,
    byMoves: names(byMoves, 'byMoves'),
    byImprovements: names(byImprovements, 'byImprovements'),
  };
}

function coalitionAnswer(conflict: Conflict, expected: Json | undefined): Answer {
  if (!Array.isArray(expected)) return undefined;
  return (expected as readonly Json[]).map((entry): Answer => {
    if (!isObject(entry) || !Array.isArray(entry.coalition))
      throw new FixtureFault('an entry of `expectedCoalition` names no `coalition`');
    const members = (entry.coalition as readonly Json[]).map((name) =>
      conflict.decisionMakers.indexOf(typeof name === 'string' ? name : ''),
    );
    if (members.includes(-1)) throw new FixtureFault('an entry of `expectedCoalition` names nobody who decides');
    const { improvements, stable } = coalitionStability(conflict, members);
    const names = (states: readonly number[], stated: Json | undefined) =>
      inOrderOf(
        stated,
        states.map((state) => conflict.states[state] ?? ''),
      );
    const found = [...improvements].map(([state, better]): readonly [string, Answer] => {
      const id = conflict.states[state] ?? '';
      return [id, names(better, below(entry.improvements, id))];
    });
    const stated = isObject(entry.improvements) ? Object.keys(entry.improvements) : [];
    const unstated = found.filter(([id]) => !stated.includes(id)).map(([id]) => id);
    // The fixture lists every state from which there is an improvement, so one that it leaves out is a difference.
    const all = [...stated.map((id): readonly [string, Answer] => [id, []]), ...found];
    return {
      ...given(entry, (key) => key === 'coalition' || key === 'readingDependent'),
      improvements: unstated.length === 0 ? Object.fromEntries(all) : [`improvements from ${unstated.join(', ')} too`],
      stable: Object.fromEntries(
        CONCEPTS.map((concept) => [concept, names(stable[concept], below(entry.stable, concept))]),
      ),
    };
  });
}

function inverseAnswer(conflict: Conflict, expected: Json | undefined): Answer {
  if (!isObject(expected)) return undefined;
  const vary = conflict.decisionMakers.indexOf(typeof expected.vary === 'string' ? expected.vary : '');
  if (vary < 0) throw new FixtureFault('`expectedInverse` does not say whose ranking varies (`vary`)');
  const { counts } = inverseStability(conflict, vary);
  return {
    // What others published is told beside the counts, with a comment where it is wrong.
    ...given(expected, (key) => key === 'vary' || key === 'over' || key === 'meaning' || key.startsWith('published')),
    counts: Object.fromEntries(
      conflict.states.map((id, state) => [id, byConcept((concept) => counts[concept][state]?.count)]),
    ),
  };
}

/** Answers a fixture of the format `gmcr-fixture/1`: a conflict, with what is stable in it under each concept. */
export function conflictAnswers(fixture: JsonObject): Answer {
  const { conflict, problems } = readConflict(JSON.stringify(fixture), 'the fixture');
  if (conflict === undefined) {
    const [first] = problems.filter(({ severity }) => severity === 'error');
    throw new FixtureFault(`the conflict is refused at ${first?.path || 'its beginning'}: ${first?.message}`);
  }
  const { expected, expectedReach, expectedCoalition, expectedInverse } = fixture;
  return {
    expected: stabilityAnswer(conflict, expected),
    expectedReach: reachAnswer(conflict, expectedReach),
    expectedCoalition: coalitionAnswer(conflict, expectedCoalition),
    expectedInverse: inverseAnswer(conflict, expectedInverse),
  };
}
