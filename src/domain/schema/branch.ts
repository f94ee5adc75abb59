import { z } from 'zod';
import { address, basis, effects, estimate, factIds, guard, identifier, law, text, told } from './parts.ts';

const holdsGuard = z.strictObject({ type: z.literal('holds'), params: guard }).meta({ id: 'HoldsGuard' });

/** What the first target of a move says; it stands whichever target is taken. */
export const moveMeta = z
  .strictObject({
    label: text,
    describes: text.optional(),
    reason: text.optional(),
    departs: text.optional(),
    law: law.optional(),
    effects: effects.optional(),
    tendency: estimate.optional(),
    likelihood: estimate.optional(),
    leans: z
      .record(address, z.strictObject({ per: z.number(), ref: z.number().optional() }))
      .meta({ description: 'Odds that depend on the position: × exp(per · (value − ref)).' })
      .optional(),
    kin: z
      .string()
      .meta({
        description: 'A move of the same decision that this one resembles: two of a kind count as one in bounded play.',
      })
      .optional(),
    facts: factIds.optional(),
    basis: basis.optional(),
  })
  .meta({ id: 'MoveMeta' });
export type MoveMeta = z.output<typeof moveMeta>;

const candidate = z
  .strictObject({ target: z.string(), guard: holdsGuard.optional(), meta: moveMeta })
  .meta({ id: 'Move' });
const furtherCandidate = z
  .strictObject({ target: z.string(), guard: holdsGuard.optional() })
  .meta({ id: 'FurtherTarget' });

/** A move: one target, or several of which the first whose guard holds is taken. */
export const move = z.union([candidate, z.tuple([candidate], furtherCandidate)]);
export type FileMove = z.output<typeof move>;
export type Candidate = z.output<typeof furtherCandidate> & { readonly meta?: MoveMeta };

const tags = z
  .union([z.string(), z.array(z.string())])
  .meta({ description: 'The stage of the instrument that this state belongs to.' });

export const decision = z
  .strictObject({
    tags: tags.optional(),
    meta: z.strictObject({
      decides: z
        .union([z.string(), z.array(z.string()).min(1, 'name at least one actor')])
        .meta({ description: 'An actor, several actors jointly, or chance.' })
        .optional(),
      ask: text,
      context: text.optional(),
      told: told.optional(),
      facts: factIds.optional(),
      wouldChange: text.optional(),
      whenNoneOpen: z.string().optional(),
      noAgreement: z.string().optional(),
      limit: z.int().min(1).optional(),
    }),
    on: z.record(identifier, move).optional(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.output<typeof decision>;

export const end = z
  .strictObject({
    type: z.literal('final'),
    tags: tags.optional(),
    meta: z.strictObject({
      label: text,
      agreement: z.boolean(),
      describes: text,
      told: told.optional(),
      facts: factIds.optional(),
      law: law.optional(),
    }),
  })
  .meta({ id: 'End' });
export type End = z.output<typeof end>;

export const stub = z
  .strictObject({
    type: z.literal('final'),
    tags: tags.optional(),
    meta: z.strictObject({
      continues: z.string().meta({ description: 'branch.state: a decision or an end of another branch.' }),
    }),
  })
  .meta({ id: 'Stub' });
export type Stub = z.output<typeof stub>;

export const branchState = z.union([decision, end, stub]);
export type BranchState = z.output<typeof branchState>;

/** A branch file: a complete, flat XState config. */
export const branch = z
  .strictObject({
    id: identifier,
    initial: z.string(),
    meta: z.strictObject({
      instrument: z.string().meta({ description: 'A machine of stages in machines/.' }).optional(),
      noDeal: z.strictObject({ end: z.string(), effects: effects.optional(), basis }),
      alternative: z
        .record(identifier, z.strictObject({ end: z.string(), effects: effects.optional(), basis }))
        .optional(),
    }),
    states: z.record(identifier, branchState),
  })
  .meta({ id: 'Branch' });
export type Branch = z.output<typeof branch>;
