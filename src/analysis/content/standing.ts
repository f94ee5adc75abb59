import { type ClaimsNothing, claimIn, claimsNothing, type FoundClaim } from './claims.ts';
import type { ContentText } from './contentTexts.ts';
import type { Sentence } from './sentences.ts';

/**
 * How a sentence stands with facts. `cites` a fact itself; `covered` by the facts of its entry; one of the ways of claiming nothing;
 * `supposes`: about moves and ends that have not happened, with nothing in it to check; `uncited`: it should cite a fact, and does not.
 */
export type Standing =
  | { readonly is: 'cites' | 'covered' | 'supposes' | ClaimsNothing }
  | { readonly is: 'uncited'; readonly found?: FoundClaim };

/** How a sentence of a text stands with facts; of the ledger itself and of labels nothing is asked. */
export function standing(
  { duty, covered, kind }: ContentText,
  { text, facts }: Sentence,
  people: ReadonlySet<string>,
): Standing {
  if (facts.length > 0) return { is: 'cites' };
  if (covered || duty === 'ledger' || duty === 'label') return { is: 'covered' };
  const found = claimIn(text, people);
  if (found !== undefined) return { is: 'uncited', found };
  if (duty === 'reasons') return { is: 'supposes' };
  // A rule of law is one in any mood: “may” allows, and “would” applies it.
  const way = kind === 'law' ? undefined : claimsNothing(text);
  return way === undefined ? { is: 'uncited' } : { is: way };
}
