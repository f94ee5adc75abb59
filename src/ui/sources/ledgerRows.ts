import type { SplitScenario } from '../../domain/prose.ts';
import type { Actor } from '../../domain/scenario.ts';
import type { Fact } from '../../domain/schema/ledger.ts';

/** A fact as the list shows it. */
export interface LedgerRow {
  readonly id: string;
  readonly fact: Fact;
  /** What a search looks through: id, claim, note, date, who states it, sources. */
  readonly searched: string;
}

/** What is asked of a ledger. No status, or no kind, stands for all of them. */
export interface LedgerFilter {
  readonly statuses: readonly Fact['status'][];
  readonly kinds: readonly Fact['kind'][];
  readonly words: string;
}

export const EVERYTHING: LedgerFilter = { statuses: [], kinds: [], words: '' };

export const isEverything = ({ statuses, kinds, words }: LedgerFilter): boolean =>
  statuses.length === 0 && kinds.length === 0 && words.trim() === '';

/** Case, accents and typographic forms aside, so that “Zelenskyy”, “km²” and curly quotes are found as they are typed. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

/** Who states a fact, as ids of actors. */
export const statedBy = ({ by }: Fact): readonly string[] =>
  by === undefined ? [] : typeof by === 'string' ? [by] : by;

/**
 * The facts known at the reading date, in file order, and the ids of those that start after it: what happened next, which the list
 * keeps apart.
 */
export function ledgerRows(
  { facts, sources }: Pick<SplitScenario['ledger'], 'facts' | 'sources'>,
  actors: Readonly<Record<string, Actor>>,
  readingDate: string,
): { readonly known: readonly LedgerRow[]; readonly later: readonly string[] } {
  const isLater = ({ date }: Fact): boolean => date !== undefined && date > readingDate;
  const row = ([id, fact]: [string, Fact]): LedgerRow => {
    const cited = (fact.sources ?? []).flatMap((source) => [sources[source]?.title, sources[source]?.publisher]);
    const speakers = statedBy(fact).map((actor) => actors[actor]?.name ?? actor);
    const texts = [id, fact.claim, fact.note, fact.printed, fact.section, ...speakers, ...cited];
    return { id, fact, searched: plain(texts.filter((text) => text !== undefined).join('\n')) };
  };
  const all = Object.entries(facts);
  return {
    known: all.filter(([, fact]) => !isLater(fact)).map(row),
    later: all.flatMap(([id, fact]) => (isLater(fact) ? [id] : [])),
  };
}

/** The rows that answer a filter: one of its statuses, one of its kinds, and every word. */
export function filterRows(rows: readonly LedgerRow[], { statuses, kinds, words }: LedgerFilter): readonly LedgerRow[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ fact, searched }) =>
      (statuses.length === 0 || statuses.includes(fact.status)) &&
      (kinds.length === 0 || kinds.includes(fact.kind)) &&
      wanted.every((word) => searched.includes(word)),
  );
}

/** How many rows each status, or kind, would show with the rest of the filter as it is. */
export function facetCounts<Facet extends 'status' | 'kind'>(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  facet: Facet,
): ReadonlyMap<Fact[Facet], number> {
  const others = filterRows(rows, { ...filter, [facet === 'status' ? 'statuses' : 'kinds']: [] });
  const counts = new Map<Fact[Facet], number>();
  for (const { fact } of others) counts.set(fact[facet], (counts.get(fact[facet]) ?? 0) + 1);
  return counts;
}

/** Rows under the sections of the source that they come from, in file order. */
export function bySection(rows: readonly LedgerRow[]): ReadonlyMap<string | undefined, readonly LedgerRow[]> {
  const sections = new Map<string | undefined, LedgerRow[]>();
  for (const row of rows) {
    const known = sections.get(row.fact.section);
    if (known === undefined) sections.set(row.fact.section, [row]);
    else known.push(row);
  }
  return sections;
}

/** Statuses or kinds in the order of the catalogue, which names every one of them. */
export const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): readonly Key[] =>
  Object.keys(words) as Key[];
