import { isEnd, isStub, labelOf, placedStates } from '../../domain/chart.ts';
import type { Line, MoveId, StateId } from '../../domain/identifier.ts';
import type { SplitScenario } from '../../domain/prose.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Study } from '../../domain/study.ts';
import type { Address } from '../app/address.ts';
import type { BarScreen } from '../app/Bar.tsx';
import type { palette } from '../text/en/palette.ts';
import type { Messages } from '../text/en.ts';
import { type Match, type Searchable, searchable } from './matching.ts';

export type PaletteWords = typeof palette;
export type Group = keyof PaletteWords['groups'];
export type Action = keyof PaletteWords['actions'];

/** What an entry does when it is chosen. */
export type EntryDeed =
  | { readonly kind: 'screen'; readonly screen: BarScreen }
  | { readonly kind: 'open'; readonly address: Address }
  | { readonly kind: 'play'; readonly move: MoveId }
  | { readonly kind: 'act'; readonly action: Action };

/** One thing that can be found. */
export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** What stands beside the title; it is searched too. */
  readonly beside: string;
  readonly answers: Searchable;
  readonly deed: EntryDeed;
}

const entry = (group: Group, id: string, title: string, beside: string, deed: EntryDeed): Entry => ({
  id: `${group}/${id}`,
  group,
  title,
  beside,
  answers: searchable(title, beside),
  deed,
});

/** Screens, and what can be done on each of them. */
export const screenEntries = (text: Messages, screens: readonly BarScreen[]): readonly Entry[] =>
  screens.map((screen) => entry('screens', screen, text.screens[screen], '', { kind: 'screen', screen }));

export const actionEntries = (words: PaletteWords, actions: readonly Action[]): readonly Entry[] =>
  actions.map((action) => entry('actions', action, words.actions[action], '', { kind: 'act', action }));

/** The open options of the present decision. */
export const moveEntries = (scenario: Scenario, moves: readonly MoveId[]): readonly Entry[] =>
  moves.map((move) => entry('moves', move, labelOf(scenario, move), '', { kind: 'play', move }));

/** The lines that the reader gave a name. */
export const lineEntries = (words: PaletteWords, study: Study): readonly Entry[] =>
  [...study.steps.values()].flatMap(({ line, name, present }) =>
    present.value && name !== undefined && name.value !== ''
      ? [entry('lines', line.join('/'), name.value, words.steps(line.length), openLine(line))]
      : [],
  );

const openLine = (line: Line): EntryDeed => ({ kind: 'open', address: { screen: 'walk', line } });

/** Every decision and end that a short line leads to, in file order. */
export function placeEntries(
  scenario: Scenario,
  words: PaletteWords,
  lines: ReadonlyMap<StateId, Line>,
): readonly Entry[] {
  return placedStates(scenario).flatMap(({ id, branchId, state }): Entry[] => {
    const line = lines.get(id);
    if (line === undefined || isStub(state)) return [];
    const branch = Object.values(scenario.table.on).find(({ target }) => target === branchId)?.meta.label ?? branchId;
    return isEnd(state)
      ? [entry('ends', id, state.meta.label, words.end(branch), openLine(line))]
      : [entry('decisions', id, state.meta.ask, words.decision(branch), openLine(line))];
  });
}

/** The facts that were known at the reading date; later ones are kept apart, here as on Sources. */
export const factEntries = (
  text: Messages,
  words: PaletteWords,
  { facts }: SplitScenario['ledger'],
  readingDate: string,
): readonly Entry[] =>
  Object.entries(facts)
    .filter(([, { date }]) => date === undefined || date <= readingDate)
    .map(([id, { claim, status }]) =>
      entry('facts', id, claim, words.fact(id, text.fact.status[status]), {
        kind: 'open',
        address: { screen: 'sources', fact: id },
      }),
    );

/** An entry that answers a query. */
export interface Found extends Match {
  readonly entry: Entry;
}

/** What is shown of a search: groups in the order of their best answer. */
export interface Findings {
  readonly groups: readonly { readonly group: Group; readonly found: readonly Found[] }[];
  readonly shown: number;
  readonly all: number;
}

/** Entries shown at once, and of one group. */
const MOST = 50;
const MOST_OF_GROUP = 12;

/** The best answers to a query, grouped; equal ones keep their order. Without a query, every entry is as good as the next. */
export function find(entries: readonly Entry[], query: string): Findings {
  const all = entries.flatMap((candidate): Found[] => {
    const match = candidate.answers(query);
    return match === undefined ? [] : [{ entry: candidate, ...match }];
  });
  const groups = new Map<Group, Found[]>();
  let shown = 0;
  for (const found of all.toSorted((a, b) => b.score - a.score)) {
    const group = groups.get(found.entry.group) ?? [];
    if (shown >= MOST || group.length >= MOST_OF_GROUP) continue;
    groups.set(found.entry.group, [...group, found]);
    shown += 1;
  }
  return { groups: [...groups].map(([group, found]) => ({ group, found })), shown, all: all.length };
}
