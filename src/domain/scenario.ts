import { z } from 'zod';
import type { Estimate } from './estimate.ts';
import { type Branch, branch, moveMeta } from './schema/branch.ts';
import { type Fact, ledgerShape, type Source, type SourceIssue } from './schema/ledger.ts';
import { type Basis, basis, coded, effects, estimate, factIds, identifier, text } from './schema/parts.ts';
import { postures } from './schema/postures.ts';

/** The format that this version of Parley writes; older ones are brought up one step at a time (upgrade.ts). */
export const FORMAT = 1;

const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;

const actor = z
  .strictObject({
    name: text,
    shape: z.enum(SHAPES),
    colour: z.int().min(1).max(4),
    principal: z.boolean().optional(),
    wants: z.array(text).optional(),
    fears: z.array(text).optional(),
    facts: factIds.optional(),
  })
  .meta({ id: 'Actor' });
export type Actor = z.output<typeof actor>;

const indicator = z
  .strictObject({
    label: text,
    unit: text,
    range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, {
      ...coded('range-empty', 'a range is [lowest, highest], the first below the second'),
    }),
    initial: estimate,
    of: z.string().meta({ description: 'The actor whose own indicator this is.' }).optional(),
    note: text.optional(),
    basis: basis.optional(),
  })
  .meta({ id: 'Indicator' });

const anchors = z.strictObject({ 0: text, 50: text, 100: text });

const drivers = z
  .object({
    labels: z.record(identifier, text),
    anchors: z.record(identifier, anchors).optional(),
  })
  .catchall(z.object({ basis: basis.optional() }).catchall(estimate))
  .meta({ id: 'Drivers', description: 'Leverage drivers: labels, anchors, then a block of start values per actor.' });

const leverageBlock = z.strictObject({ weights: z.record(identifier, z.number().min(0)), basis: basis.optional() });

const stake = z
  .strictObject({
    weight: z.number().min(0).max(1),
    worst: z.number(),
    best: z.number(),
    curve: z
      .array(z.tuple([z.number(), z.number().min(0).max(1)]))
      .min(2, 'a curve has at least two points')
      .meta({ description: '[value, worth] from worst (0) to best (1); linear between.' })
      .optional(),
  })
  .refine((value) => value.worst !== value.best, {
    ...coded('stake-anchors', 'worst and best are the same: nothing is at stake'),
  });
export type Stake = z.output<typeof stake>;

const stakeBlock = z.object({ basis: basis.optional() }).catchall(stake);
const scale = z.object({ basis: basis.optional() }).catchall(z.record(z.string(), estimate));

const conditionState = z.strictObject({ label: text, effects: effects.optional(), basis: basis.optional() });
const condition = z
  .strictObject({
    label: text,
    facts: factIds.optional(),
    note: text.optional(),
    initial: z.string(),
    states: z.record(identifier, conditionState),
  })
  .meta({ id: 'Condition' });
export type Condition = z.output<typeof condition>;

const tableMove = z.strictObject({ target: z.string(), meta: moveMeta });
const table = z
  .strictObject({
    meta: z.strictObject({ decides: z.literal('user'), ask: text, context: text.optional() }),
    on: z.record(identifier, tableMove),
  })
  .meta({ id: 'Table' });

/** Everything that scenario.yaml may say, facts and branches included: the whole scenario in one mapping. */
export const scenarioShape = {
  format: z.literal(FORMAT),
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case: small letters and digits with hyphens between'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected three numbers, as in 1.0.0'),
  title: text,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag such as en'),
  readingDate: z.iso.date('expected a date such as 2025-03-14'),
  author: z.strictObject({ name: text, licence: text }),
  summary: text,
  ...ledgerShape,
  actors: z.record(identifier, actor),
  indicators: z.record(identifier, indicator),
  drivers,
  leverage: z.record(identifier, leverageBlock).optional(),
  stakes: z.record(identifier, stakeBlock),
  scale: scale.optional(),
  conditions: z.record(identifier, condition).optional(),
  table,
  branches: z.record(identifier, branch),
  shortcuts: z.record(identifier, z.array(z.string())).optional(),
  afterwards: z
    .array(z.strictObject({ date: z.iso.date('expected a date such as 2025-06-02'), text, facts: factIds.optional() }))
    .optional(),
  postures: postures.optional(),
};

/** The file format of a scenario, version 1. Unknown keys are errors. */
export const scenarioFile = z.strictObject(scenarioShape);
export type ScenarioFile = z.output<typeof scenarioFile>;

type Plain = Omit<
  ScenarioFile,
  'drivers' | 'stakes' | 'scale' | 'leverage' | 'facts' | 'sources' | 'issues' | 'conditions'
>;

/** One negotiation at one reading date, as the rest of Parley reads it: mappings that mixed keys are taken apart. */
export interface Scenario extends Readonly<Plain> {
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly issues: Readonly<Record<string, SourceIssue>>;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly drivers: {
    readonly labels: Readonly<Record<string, string>>;
    readonly anchors: Readonly<Record<string, z.output<typeof anchors>>>;
    /** Start values: actor → driver → estimate, 0 to 100. */
    readonly initial: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
    readonly basis: Readonly<Record<string, Basis | undefined>>;
  };
  readonly leverage: Readonly<
    Record<string, { readonly weights: Readonly<Record<string, number>>; readonly basis: Basis | undefined }>
  >;
  readonly stakes: Readonly<
    Record<string, { readonly items: Readonly<Record<string, Stake>>; readonly basis: Basis | undefined }>
  >;
  readonly scale: {
    /** Unit → word → estimate. */
    readonly tables: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
    readonly basis: Basis | undefined;
  };
  readonly branches: Readonly<Record<string, Branch>>;
  /** How errors of judgement go together where somebody asks for other than the usual ρ and κ (errorModel.ts); no part of a file. */
  readonly commonError?: { readonly rho?: number; readonly kappa?: number };
}

const entriesWithout = <Value>(block: object, ...omit: readonly string[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(block).filter(([key]) => !omit.includes(key))) as Record<string, Value>;

const mapValues = <In, Out>(
  record: Readonly<Record<string, In>>,
  read: (value: In) => Out,
): Readonly<Record<string, Out>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(value)]));

/** The file's mapping as a scenario. The file must have passed `scenarioFile`. */
export function toScenario(file: ScenarioFile): Scenario {
  const driverBlocks = entriesWithout<{ basis?: Basis }>(file.drivers, 'labels', 'anchors');
  return {
    ...file,
    sources: file.sources ?? {},
    facts: file.facts ?? {},
    issues: file.issues ?? {},
    conditions: file.conditions ?? {},
    drivers: {
      labels: file.drivers.labels,
      anchors: file.drivers.anchors ?? {},
      initial: mapValues(driverBlocks, (block) => entriesWithout<Estimate>(block, 'basis')),
      basis: mapValues(driverBlocks, (block) => block.basis),
    },
    leverage: mapValues(file.leverage ?? {}, (block) => ({ weights: block.weights, basis: block.basis })),
    stakes: mapValues(file.stakes, (block) => ({ items: entriesWithout<Stake>(block, 'basis'), basis: block.basis })),
    scale: { tables: entriesWithout(file.scale ?? {}, 'basis'), basis: file.scale?.basis },
  };
}
