import { error, type Path, type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { writtenEffects } from './walkFile.ts';

/** Ids that two things share: an actor and an indicator, or two owners of effects, whose numbers could not be told apart. */
export function idProblems(scenario: Scenario): readonly Problem[] {
  const found: Problem[] = [];
  const shared = (id: string, path: Path, sort: string, other: string, give = error) =>
    found.push({
      ...give('duplicate-id', path, `\`${id}\` is the id of ${sort} and of ${other}`, 'give one of them another id'),
      atKey: true,
    });
  for (const id of Object.keys(scenario.indicators)) {
    if (Object.hasOwn(scenario.actors, id)) shared(id, ['indicators', id], 'an indicator', 'an actor');
  }
  for (const id of Object.keys(scenario.conditions)) {
    // Nothing is ambiguous to the program here, but in a room it is to people.
    if (Object.hasOwn(scenario.actors, id)) shared(id, ['conditions', id], 'a condition', 'an actor', warning);
    if (Object.hasOwn(scenario.indicators, id)) shared(id, ['conditions', id], 'a condition', 'an indicator', warning);
  }
  const owners = new Set<string>();
  for (const { owner, path } of writtenEffects(scenario)) {
    if (owners.has(owner)) shared(owner, path.slice(0, -1), 'this', 'something else with effects');
    owners.add(owner);
  }
  return found;
}
