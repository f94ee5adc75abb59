/**
 * Four ways to judge whether somebody stays where it is. `nash`: it has nothing better to move to. `gmr`, general metarationality
 * (Howard 1971): whatever better it moves to, the others can answer so that it ends no better off. `smr`, symmetric metarationality
 * (Howard 1971): the same, and it cannot get away from the answer. `seq`, sequential stability (Fraser & Hipel 1979): the same as `gmr`
 * with answers that are each to the good of who makes them.
 */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Something for each of the four concepts. */
export type ByConcept<Value> = Readonly<Record<Concept, Value>>;

export const byConcept = <Value>(of: (concept: Concept) => Value): ByConcept<Value> => ({
  nash: of('nash'),
  gmr: of('gmr'),
  smr: of('smr'),
  seq: of('seq'),
});
