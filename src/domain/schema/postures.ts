import { z } from 'zod';
import { address, basis, coded, effects, identifier, text } from './parts.ts';

const option = z.strictObject({ label: text, effects: effects.optional(), basis: basis.optional() });

const names = z.array(address);

/** Which options are taken, as written: a list of those that are, or a mapping from options to true or false. */
const choice = z.union([names, z.record(address, z.boolean())]).meta({
  id: 'Choice',
  description: 'Options that are taken, as a list; or a mapping from options to true or false.',
});
export type FileChoice = z.output<typeof choice>;

const combination = z
  .strictObject({
    when: names.min(2, 'a combination is of two options or more; what one option changes belongs to that option'),
    effects,
    basis: basis.optional(),
  })
  .meta({ id: 'Combination' });

const order = z
  .strictObject({
    statements: z
      .array(z.strictObject({ anyOf: z.array(choice).min(1, 'a statement without a choice never holds') }))
      .min(1, 'an order has at least one statement'),
    basis: basis.optional(),
  })
  .meta({
    id: 'Order',
    description:
      'What an actor prefers, the most important statement first; a state is judged by which statements hold in it.',
  });

/** The stability view of a scenario: what each actor could take up or leave, and what follows from it. */
export const postures = z
  .strictObject({
    options: z.record(identifier, z.record(identifier, option)),
    combinations: z.array(combination).optional(),
    order: z.record(identifier, order).optional(),
    infeasible: z.array(choice).optional(),
    irreversible: names.meta({ description: 'Options that, once taken up, are never given up.' }).optional(),
    statusQuo: names.meta({ description: 'The options that are taken at the reading date.' }).optional(),
    indifference: z
      .object({ basis: basis.optional() })
      .catchall(z.number().min(0))
      .meta({ description: 'Points within which an actor does not care.' })
      .optional(),
  })
  .refine((value) => Object.values(value.options).some((own) => Object.keys(own).length > 0), {
    ...coded('postures-without-options', 'nobody has an option here'),
    path: ['options'],
  })
  .meta({ id: 'Postures' });
export type FilePostures = z.output<typeof postures>;
