import type { Scenario } from './scenario.ts';

/** The two actors who must agree, in file order. */
export const principals = (scenario: Scenario): readonly string[] =>
  Object.keys(scenario.actors).filter((actor) => scenario.actors[actor]?.principal === true);

/** An actor's name as a reader sees it. */
export const actorName = (scenario: Scenario, actor: string): string => scenario.actors[actor]?.name ?? actor;
