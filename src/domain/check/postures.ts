import { error, inferred, nearMiss, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { lookUp, lookupsOf } from './lookup.ts';

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
  const namesIn = (path: Path, names: readonly string[]) =>
    names.flatMap((name, index) => {
      const [actor = '', option = ''] = name.split('.');
      return lookUp('option', { name, path: [...path, index] }, options, ['postures', 'options', actor, option]);
    });
  const found = [
    ...actorsOf('options'),
    ...actorsOf('order'),
    ...actorsOf('indifference'),
    ...(postures.combinations ?? []).flatMap(({ when }, index) =>
      namesIn(['postures', 'combinations', index, 'when'], when),
    ),
    ...(postures.infeasible ?? []).flatMap((list, index) => namesIn(['postures', 'infeasible', index], list)),
    ...namesIn(['postures', 'irreversible'], postures.irreversible ?? []),
  ];
  if ((postures.combinations ?? []).length === 0 && Object.keys(postures.order ?? {}).length === 0) {
    const message =
      'with the effects of single options alone, every actor’s preference is separable and the game is trivial';
    const help = 'add `combinations` with effects, or an `order` by statements';
    found.push(inferred(error('postures-without-order', ['postures'], message, help), ['postures', '*']));
  }
  return found;
}
