import { type Plan, type Switch, switchesBetween } from '../src/analysis/sensitivity/plan.ts';
import type { ScenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import { type Tornadoes, tornadoes, type VariationSweep } from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import type { Bar } from '../src/analysis/sensitivity/tornado.ts';
import { moveAt } from '../src/domain/chart.ts';
import { barName, ownValue, variationName } from './variationNames.ts';

/** A bar of a branch's tornado, by names. */
export interface BranchBar extends Bar {
  readonly name: string;
  readonly kind: string;
}

/** A choice that switches: where, whose, and between which moves. */
export interface NamedSwitch {
  readonly state: string;
  readonly actors: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A place along a variation at which play changes. */
export interface BranchFlip {
  readonly id: string;
  readonly name: string;
  /** From −1 (low) through 0 (central) to 1 (high). */
  readonly at: number;
  /** Where it is a single estimate, its value there. */
  readonly value: number | null;
  readonly unit: string | null;
  /** What switches, in the order of play: the first choice is the one that changes where play goes. */
  readonly switches: readonly NamedSwitch[];
  /** Why the first of them switches: by itself, because others further on do (`behind`), or because other moves are open. */
  readonly cause: 'own' | 'others' | 'tree' | null;
  readonly behind: readonly NamedSwitch[];
  /** Whether a condition on a number turns there, so that nobody is indifferent. */
  readonly jumps: boolean;
}

/** The first decision of a branch and what rational play takes there. */
export interface FirstChoice {
  readonly state: string;
  readonly actors: readonly string[];
  readonly choice: readonly string[];
}

/** How sensitive one actor's value of a branch is. */
export interface BranchSensitivity {
  readonly value: number;
  readonly first: FirstChoice;
  readonly tornado: Partial<Record<keyof Tornadoes, readonly BranchBar[]>>;
  readonly flips: readonly BranchFlip[];
}

/** What the chart's places and moves of a model are called. */
export function planNames({ start }: ScenarioModel) {
  const { chart, scenario, stakes, deciders } = start.kernel;
  const labelOf = (move: number): string => moveAt(scenario, chart.moves[move] ?? '')?.meta.label ?? '';
  const decidersOf = (state: number): readonly string[] =>
    (deciders.sets[deciders.of[state] ?? -1] ?? []).map((actor) => stakes.actors[actor] ?? '');
  const firstOf = ({ root }: Plan): FirstChoice => ({
    state: chart.states[root.state] ?? '',
    actors: decidersOf(root.state),
    choice: root.isDecision ? root.moves.map(({ move }) => labelOf(move)) : [],
  });
  const named = ({ state, from, to }: Switch): NamedSwitch => ({
    state: chart.states[state] ?? '',
    actors: decidersOf(state),
    from: from.map(labelOf),
    to: to.map(labelOf),
  });
  return { firstOf, named };
}

/** Tells sweeps of a branch by names. */
export function branchSensitivity(
  model: ScenarioModel,
  sweeps: readonly VariationSweep[],
  policies: readonly (keyof Tornadoes)[],
): BranchSensitivity {
  const { scenario } = model.start.kernel;
  const { firstOf, named } = planNames(model);
  const found = tornadoes(sweeps);
  const variationOf = new Map(sweeps.map(({ variation }) => [variation.bar, variation]));
  const bars = (all: readonly Bar[]): readonly BranchBar[] =>
    all.flatMap((bar) => {
      const variation = variationOf.get(bar.id);
      return variation === undefined ? [] : [{ ...bar, name: barName(scenario, variation), kind: variation.kind }];
    });
  return {
    value: model.base.value,
    first: firstOf(model.base.policy),
    tornado: Object.fromEntries(policies.map((policy) => [policy, bars(found[policy])])),
    flips: sweeps.flatMap(({ variation, flips }) =>
      flips.map(({ x, from, to, cause }) => {
        const own = ownValue(scenario, variation, x);
        return {
          id: variation.id,
          name: variationName(scenario, variation),
          at: x,
          value: own?.value ?? null,
          unit: own?.unit ?? null,
          switches: switchesBetween(from, to).map(named),
          cause: cause?.kind ?? null,
          behind: cause?.kind === 'others' ? cause.switches.map(named) : [],
          jumps:
            cause?.kind === 'own' ? cause.jumps : cause?.kind === 'others' && cause.switches.some(({ jumps }) => jumps),
        };
      }),
    ),
  };
}
