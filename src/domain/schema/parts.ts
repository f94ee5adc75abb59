import { z } from 'zod';
import { type Estimate, toTriple } from '../estimate.ts';
import type { Guard } from '../guard.ts';
import { IDENTIFIER, RESERVED_IDS } from '../identifier.ts';

/** A zod issue of ours carries the problem's own code in `params`. */
export const coded = (code: string, message: string) => ({ message, params: { code } });

export const identifier = z
  .string()
  .regex(IDENTIFIER, 'an id begins with a letter; letters, digits, _ and - may follow; no dots')
  .refine((id) => !RESERVED_IDS.has(id), {
    error: (issue) => `\`${String(issue.input)}\` is a word with a meaning of its own here; choose another id`,
    params: { code: 'reserved-id' },
  })
  .meta({ id: 'Identifier', description: 'An id: a letter, then letters, digits, _ or -.' });

export const address = z
  .string()
  .regex(/^[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)?$/, 'expected an indicator id, or ACTOR.driver')
  .meta({ id: 'Address', description: 'An indicator id such as days, or a leverage driver such as CITY.chip.' });

export const text = z.string().trim().min(1, 'expected some text').meta({ id: 'Text' });
export const factIds = z.array(z.string()).meta({ id: 'FactIds', description: 'Ids of facts in facts.yaml.' });

const triple = z.strictObject({ low: z.number(), mode: z.number(), high: z.number() });

/** An estimate as written: a number, or low ≤ mode ≤ high. */
export const estimate: z.ZodType<Estimate, Estimate> = z
  .union([z.number(), triple])
  .superRefine((value, context) => {
    const { low, mode, high } = toTriple(value);
    if (low > mode) {
      context.addIssue({
        code: 'custom',
        ...coded('low-above-mode', `low (${low}) is above mode (${mode})`),
        path: ['low'],
      });
    }
    if (mode > high) {
      context.addIssue({
        code: 'custom',
        ...coded('mode-above-high', `mode (${mode}) is above high (${high})`),
        path: ['high'],
      });
    }
  })
  .meta({ id: 'Estimate', description: 'A number, or {low, mode, high}: a PERT distribution.' });

/** Where a number comes from: facts, a formula over others, or a judgement with its reason. */
export const basis = z
  .union([
    z.strictObject({ source: factIds.min(1, 'name at least one fact') }),
    z.strictObject({ derived: text }),
    z.strictObject({ judgement: text }),
  ])
  .meta({ id: 'Basis', description: '{source: [fact ids]}, {derived: a formula} or {judgement: the reason}.' });
export type Basis = z.output<typeof basis>;

type FileGuard = Exclude<Guard, { readonly entered: string } | { readonly talks: 'open' }>;

/** The guard language of a scenario file. */
export const guard: z.ZodType<FileGuard, FileGuard> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(guard).min(1, 'an empty `all` says nothing') }),
      z.strictObject({ any: z.array(guard).min(1, 'an empty `any` never holds') }),
      z.strictObject({ not: guard }),
      z
        .strictObject({ indicator: address, atLeast: z.number().optional(), atMost: z.number().optional() })
        .refine((term) => term.atLeast !== undefined || term.atMost !== undefined, 'say atLeast or atMost'),
      z.strictObject({ condition: z.string(), is: z.string() }),
      z.strictObject({ played: z.string() }),
    ]),
  )
  .meta({
    id: 'Guard',
    description: 'all, any, not, {indicator, atLeast|atMost}, {condition, is} or {played: branch.state.move}.',
  }) as z.ZodType<FileGuard, FileGuard>;

const word = z.string().meta({ description: 'A word of the scale, in quotes: "++", "+", "-", "--", "?".' });

const sizedEffect = z
  .strictObject({
    add: z.union([word, estimate]).optional(),
    scale: estimate.optional(),
    set: estimate.optional(),
    scaled: z
      .strictObject({ by: address, ref: z.number().refine((ref) => ref !== 0, 'ref must not be 0') })
      .meta({ description: 'Multiplies an add by clip(value of `by` / ref, 0, 2).' })
      .optional(),
    when: guard.optional(),
  })
  .superRefine((effect, context) => {
    const operations = [effect.add, effect.scale, effect.set].filter((value) => value !== undefined).length;
    if (operations !== 1) {
      context.addIssue({
        code: 'custom',
        ...coded('effect-operation', 'an effect has exactly one of add, scale and set'),
      });
    }
    if (effect.scaled !== undefined && effect.add === undefined) {
      context.addIssue({
        code: 'custom',
        ...coded('effect-operation', 'only an `add` may be `scaled`'),
        path: ['scaled'],
      });
    }
  });

/** One effect as written: a word, an estimate (both add), or {add | scale | set, scaled?, when?}. */
export const effect = z.union([word, estimate, sizedEffect]).meta({ id: 'Effect' });
export type FileEffect = z.output<typeof effect>;

export const effects = z
  .record(address, effect)
  .meta({ id: 'Effects', description: 'At most one entry per indicator.' });
export type FileEffects = z.output<typeof effects>;

export const told = z
  .record(identifier, text)
  .meta({ id: 'Told', description: 'Each side’s account, in the third person, of similar length.' });

export const law = z.strictObject({ text, facts: factIds.optional() }).meta({ id: 'Law' });
