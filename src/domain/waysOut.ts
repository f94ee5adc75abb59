import { effectsOfAlternative, effectsOfNoDeal } from './chart.ts';
import type { Effect } from './effects.ts';
import type { Scenario } from './scenario.ts';

/** A way out of a branch, and what it changes. */
export interface WayOut {
  readonly branch: string;
  /** Whose `alternative` it is; undefined for the branch's `noDeal`. */
  readonly actor: string | undefined;
  readonly effects: readonly Effect[];
}

/** Every way to walk away from every branch, in file order: its `noDeal`, then its actors' alternatives. */
export const waysOut = (scenario: Scenario): readonly WayOut[] =>
  Object.entries(scenario.branches).flatMap(([branch, { meta }]): readonly WayOut[] => [
    { branch, actor: undefined, effects: effectsOfNoDeal(scenario, branch) },
    ...Object.keys(meta.alternative ?? {}).map((actor) => ({
      branch,
      actor,
      effects: effectsOfAlternative(scenario, branch, actor),
    })),
  ]);
