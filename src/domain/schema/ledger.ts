import { z } from 'zod';
import { factIds, text } from './parts.ts';

const date = z.iso.date('expected a date such as 2025-03-14');

const FACT_KINDS = ['event', 'figure', 'stated position', 'analyst judgement', 'context'] as const;
const FACT_STATUSES = ['corroborated', 'contested', 'contradicted', 'not checked'] as const;

export const source = z.strictObject({
  title: text,
  publisher: text.optional(),
  date: date.optional(),
  // Whoever reads the ledger follows it, so nothing but a page: a `javascript:` address would run in ours.
  url: z.url({ protocol: /^https?$/, error: 'expected an address such as https://example.org/page' }).optional(),
});
export type Source = z.output<typeof source>;

/** A numbered claim with what was checked about it. `date` is when it starts; `printed` is how a person would write it. */
export const fact = z.strictObject({
  claim: text,
  section: text.optional(),
  kind: z.enum(FACT_KINDS),
  date: date.optional(),
  printed: text.optional(),
  by: z.union([z.string(), z.array(z.string())]).optional(),
  status: z.enum(FACT_STATUSES),
  sources: z.array(z.string()).optional(),
  note: text.optional(),
});
export type Fact = z.output<typeof fact>;

/** A problem of the source itself, and what the scenario does about it. */
export const sourceIssue = z.strictObject({ problem: text, facts: factIds.optional(), handled: text });
export type SourceIssue = z.output<typeof sourceIssue>;

/** The three sections of facts.yaml. */
export const ledgerShape = {
  sources: z.record(z.string(), source).optional(),
  facts: z.record(z.string(), fact).optional(),
  issues: z.record(z.string(), sourceIssue).optional(),
};
export const ledger = z.strictObject(ledgerShape);
