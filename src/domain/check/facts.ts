import { factsInProse } from '../citations.ts';
import { error, inferred, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { keySet, lookUp, lookupsOf } from './lookup.ts';
import { citations } from './walkFile.ts';

/** Facts and sources that are cited and given nowhere, and facts that start after the reading date outside `afterwards`. */
export function factProblems(scenario: Scenario): readonly Problem[] {
  const facts = keySet(scenario.facts);
  const sources = keySet(scenario.sources);
  const look = lookupsOf(scenario);
  const given = (name: string, path: Path) => lookUp('fact', { name, path }, facts, ['facts', name]);
  const givenBefore = (name: string, path: Path): readonly Problem[] => {
    const date = facts.has(name) ? scenario.facts[name]?.date : undefined;
    if (date === undefined || date <= scenario.readingDate) return given(name, path);
    const message = `fact \`${name}\` starts on ${date}, after the reading date ${scenario.readingDate}`;
    const late = error('late-fact', path, message, 'cite it under `afterwards` only');
    return [inferred(late, ['facts', name, 'date'], ['readingDate'])];
  };
  /** Of a fact that a text cites in brackets, the place is that of the citation. */
  const inText = (prose: string | undefined, find: (id: string) => readonly Problem[]): readonly Problem[] =>
    factsInProse(prose ?? '').flatMap((id) => find(id).map((problem) => ({ ...problem, word: id })));
  const inProse = (prose: string | undefined, path: Path) => inText(prose, (id) => given(id, path));

  const cited = citations(scenario).flatMap((citation) =>
    'facts' in citation
      ? citation.facts.flatMap((id, index) => givenBefore(id, [...citation.path, index]))
      : inText(citation.prose, (id) => givenBefore(id, citation.path)),
  );
  const afterwards = (scenario.afterwards ?? []).flatMap((entry, index) => [
    ...(entry.facts ?? []).flatMap((id, at) => given(id, ['afterwards', index, 'facts', at])),
    ...inProse(entry.text, ['afterwards', index, 'text']),
  ]);
  const ledger = Object.entries(scenario.facts).flatMap(([id, fact]) => {
    const path: Path = ['facts', id];
    const by = fact.by ?? [];
    return [
      ...inProse(fact.claim, [...path, 'claim']),
      ...inProse(fact.note, [...path, 'note']),
      ...(fact.sources ?? []).flatMap((name, index) =>
        lookUp('source', { name, path: [...path, 'sources', index] }, sources, ['sources', name]),
      ),
      ...(typeof by === 'string'
        ? look.actor({ name: by, path: [...path, 'by'] })
        : by.flatMap((name, index) => look.actor({ name, path: [...path, 'by', index] }))),
    ];
  });
  return [...cited, ...afterwards, ...ledger];
}
