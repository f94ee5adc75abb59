import type { Scenario } from './scenario.ts';

/** The two actors who must agree, in file order. A checked scenario has exactly two; anything else throws RangeError. */
export function principals(scenario: Scenario): readonly [string, string] {
  const [one, other] = Object.entries(scenario.actors).flatMap(([id, { principal }]) =>
    principal === true ? [id] : [],
  );
  if (one === undefined || other === undefined) throw new RangeError('a scenario has two principals');
  return [one, other];
}

/** An actor's name as a reader sees it. */
export const actorName = (scenario: Scenario, actor: string): string => scenario.actors[actor]?.name ?? actor;
