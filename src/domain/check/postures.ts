import { feasiblePostures, MOST_POSTURE_OPTIONS, postureOptionIds } from '../postures.ts';
import { error, inferred, nearMiss, type Path, type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { FileChoice, FilePostures } from '../schema/postures.ts';
import { blockOf, lookUp, lookupsOf } from './lookup.ts';

/** A name with its place. */
interface Named {
  readonly name: string;
  readonly path: Path;
  readonly atKey?: boolean;
}

/** The options that a choice names: keys of a mapping, or items of a list. */
const namesOf = (choice: FileChoice, path: Path): readonly Named[] =>
  Array.isArray(choice)
    ? choice.map((name, index) => ({ name, path: [...path, index] }))
    : Object.keys(choice).map((name) => ({ name, path: [...path, name], atKey: true }));

/** Every place at which a block names options. */
function namedOptions({ combinations, infeasible, irreversible, statusQuo, order }: FilePostures): readonly Named[] {
  return [
    ...(combinations ?? []).flatMap(({ when }, index) => namesOf(when, ['postures', 'combinations', index, 'when'])),
    ...(infeasible ?? []).flatMap((choice, index) => namesOf(choice, ['postures', 'infeasible', index])),
    ...namesOf(irreversible ?? [], ['postures', 'irreversible']),
    ...namesOf(statusQuo ?? [], ['postures', 'statusQuo']),
    ...Object.entries(order ?? {}).flatMap(([actor, { statements }]) =>
      statements.flatMap(({ anyOf }, index) =>
        anyOf.flatMap((choice, at) => namesOf(choice, ['postures', 'order', actor, 'statements', index, 'anyOf', at])),
      ),
    ),
  ];
}

/** Whether the block says what its actors prefer. */
function preferenceProblems(scenario: Scenario, postures: FilePostures): readonly Problem[] {
  const found: Problem[] = [];
  const { combinations = [], order = {}, indifference } = postures;
  if (combinations.length === 0 && Object.keys(order).length === 0) {
    const message =
      'with the effects of single options alone, every actor’s preference is separable and the game is trivial';
    const help = 'add `combinations` with effects, or an `order` by statements';
    found.push(inferred(error('postures-without-order', ['postures'], message, help), ['postures', '*']));
  }
  for (const actor of Object.keys(postures.options)) {
    // Of a principal without stakes it is told where it stands.
    const isToldHere = Object.hasOwn(scenario.actors, actor) && scenario.actors[actor]?.principal !== true;
    if (!isToldHere || blockOf(scenario, scenario.stakes, actor) !== undefined || Object.hasOwn(order, actor)) continue;
    const message = `${actor} has options here and no stakes, so nothing says what it prefers`;
    const problem = error(
      'posture-without-stakes',
      ['postures', 'options', actor],
      message,
      'add its stakes, or an `order` for it',
    );
    found.push({ ...inferred(problem, ['stakes', '*'], ['postures', 'order']), atKey: true });
  }
  for (const actor of Object.keys(indifference ?? {})) {
    if (actor === 'basis' || !Object.hasOwn(order, actor)) continue;
    const message = `${actor} is judged by statements, which have no points within which it could not care`;
    found.push({
      ...warning('indifference-unused', ['postures', 'indifference', actor], message, 'leave it out'),
      atKey: true,
    });
  }
  return found;
}

/** Whether there are postures to look at, and whether the one that holds now is among them. */
function feasibilityProblems(postures: FilePostures): readonly Problem[] {
  const count = postureOptionIds(postures).length;
  const from: readonly Path[] = [
    ['postures', 'options', '**'],
    ['postures', 'infeasible', '**'],
  ];
  if (count > MOST_POSTURE_OPTIONS) {
    const message = `there are ${count} options, and each doubles the number of postures; at most ${MOST_POSTURE_OPTIONS} are read`;
    return [
      inferred(
        error('too-many-options', ['postures', 'options'], message, 'leave out those that matter least'),
        ...from,
      ),
    ];
  }
  const { feasible, statusQuo } = feasiblePostures(postures);
  if (statusQuo >= 0) return [];
  const at: Path = postures.statusQuo === undefined ? ['postures', 'infeasible'] : ['postures', 'statusQuo'];
  const message =
    feasible.length === 0
      ? 'no combination of the options can be'
      : 'what holds at the reading date is among what cannot be';
  const help = 'mend `infeasible`, or say in `statusQuo` which options are taken at the reading date';
  return [inferred(error('posture-infeasible', at, message, help), ...from)];
}

/** The options and actors that the stability view names, and whether it says in what order actors prefer combinations. */
export function postureProblems(scenario: Scenario): readonly Problem[] {
  const { postures } = scenario;
  if (postures === undefined) return [];
  const look = lookupsOf(scenario);
  const actorsOf = (key: 'options' | 'order' | 'indifference') =>
    Object.keys(postures[key] ?? {}).flatMap((name) =>
      name === 'basis' ? [] : look.actor({ name, path: ['postures', key, name], atKey: true }),
    );
  const actors = Object.keys(scenario.actors);
  const options = new Set(
    Object.entries(postures.options).flatMap(([actor, list]) =>
      // The options of a misspelt actor are those of the one that was meant.
      Object.keys(list).map((option) => `${nearMiss(actor, actors) ?? actor}.${option}`),
    ),
  );
  const unknown = [
    ...actorsOf('options'),
    ...actorsOf('order'),
    ...actorsOf('indifference'),
    ...namedOptions(postures).flatMap((named) => {
      const [actor = '', option = ''] = named.name.split('.');
      return lookUp('option', named, options, ['postures', 'options', actor, option]);
    }),
  ];
  return [
    ...unknown,
    ...preferenceProblems(scenario, postures),
    ...(unknown.length > 0 ? [] : feasibilityProblems(postures)),
  ];
}
