import { type Effect, readEffects } from './effects.ts';
import { contains, feasibleCombinations, type OneWayOption, type PartialChoice } from './optionForm.ts';
import type { PreferenceStatement } from './preferenceStatements.ts';
import type { Scenario } from './scenario.ts';
import type { FileChoice, FilePostures } from './schema/postures.ts';

/** Options that the stability view takes together: every one of them doubles the number of postures. */
export const MOST_POSTURE_OPTIONS = 12;

/** Something that an actor may take up or leave. */
export interface PostureOption {
  /** `ACTOR.option`. */
  readonly id: string;
  readonly label: string;
  /** Index of the actor in `actors`. */
  readonly owner: number;
  readonly effects: readonly Effect[];
}

/** The postures of a scenario, read for analysis: names are indexes, effects have their sizes. */
export interface Postures {
  /** Those who have options, in the order of the block. */
  readonly actors: readonly string[];
  readonly options: readonly PostureOption[];
  /** Effects that several options have only where all of them are taken. */
  readonly combinations: readonly { readonly when: readonly number[]; readonly effects: readonly Effect[] }[];
  readonly oneWay: readonly OneWayOption[];
  /** Every combination that can be, and which of them holds at the reading date. */
  readonly feasible: readonly (readonly boolean[])[];
  readonly statusQuo: number;
  /** Per actor its preference statements; undefined where its stakes decide. */
  readonly orders: readonly (readonly PreferenceStatement[] | undefined)[];
  /** τ per actor, in its own points. */
  readonly tolerances: readonly number[];
}

/** The options of a block as `ACTOR.option`, in file order. */
export const postureOptionIds = ({ options }: Pick<FilePostures, 'options'>): readonly string[] =>
  Object.entries(options).flatMap(([actor, own]) => Object.keys(own).map((option) => `${actor}.${option}`));

/** A choice as written, by the indexes of options; names that are not known are left out. */
function readPostureChoice(written: FileChoice, optionOf: ReadonlyMap<string, number>): PartialChoice {
  const entries = Array.isArray(written) ? written.map((id) => [id, true] as const) : Object.entries(written);
  return new Map(
    entries.flatMap(([id, taken]): readonly (readonly [number, boolean])[] => {
      const option = optionOf.get(id);
      return option === undefined ? [] : [[option, taken]];
    }),
  );
}

/** Every combination of a block that can be, and the one that holds now: −1 where that one cannot be. */
export function feasiblePostures(block: Pick<FilePostures, 'options' | 'infeasible' | 'statusQuo'>): {
  readonly feasible: readonly (readonly boolean[])[];
  readonly statusQuo: number;
} {
  const ids = postureOptionIds(block);
  const optionOf = new Map(ids.map((id, index) => [id, index]));
  const infeasible = (block.infeasible ?? []).map((part) => readPostureChoice(part, optionOf));
  const feasible = feasibleCombinations(ids.length, infeasible);
  const taken = new Set(block.statusQuo ?? []);
  const now: PartialChoice = new Map(ids.map((id, index) => [index, taken.has(id)]));
  return { feasible, statusQuo: feasible.findIndex((one) => contains(one, now)) };
}

/** The postures of a scenario; undefined where it has none. The scenario must have passed its checks. */
export function posturesOf(scenario: Scenario): Postures | undefined {
  const { postures: block } = scenario;
  if (block === undefined) return undefined;
  const actors = Object.keys(block.options);
  const options = Object.entries(block.options).flatMap(([actor, own], owner) =>
    Object.entries(own).map(([option, { label, effects }]): PostureOption => {
      const id = `${actor}.${option}`;
      return { id, label, owner, effects: readEffects(scenario, id, effects) };
    }),
  );
  const optionOf = new Map(options.map(({ id }, index) => [id, index]));
  const indexOf = (id: string): number => {
    const index = optionOf.get(id);
    if (index === undefined) throw new RangeError(`no option is called ${id}`);
    return index;
  };
  return {
    actors,
    options,
    combinations: (block.combinations ?? []).map(({ when, effects }, index) => ({
      when: when.map(indexOf),
      effects: readEffects(scenario, `combination.${index}`, effects),
    })),
    oneWay: (block.irreversible ?? []).map((id) => ({ option: indexOf(id), from: false })),
    ...feasiblePostures(block),
    orders: actors.map((actor) =>
      block.order?.[actor]?.statements.map(({ anyOf }) => ({
        anyOf: anyOf.map((part) => readPostureChoice(part, optionOf)),
      })),
    ),
    tolerances: actors.map(
      (actor) => (actor === 'basis' ? 0 : (block.indifference?.[actor] as number | undefined)) ?? 0,
    ),
  };
}
