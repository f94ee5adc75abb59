import { principals } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { ChartActor } from './leverageRows.ts';

/** The two principals as charts tell them apart, the first one first. */
export const principalsOf = (scenario: Scenario): readonly ChartActor[] =>
  principals(scenario).flatMap((id) => {
    const actor = scenario.actors[id];
    return actor === undefined ? [] : [{ id, name: actor.name, colour: actor.colour, shape: actor.shape }];
  });
