import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { replay, standing } from '../../../machines/stepping.ts';
import { splitScenario } from '../../../src/domain/prose.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { emptyStudy, foldStudy } from '../../../src/domain/study.ts';
import { shortestLines } from '../../../src/ui/app/shortestLines.ts';
import { type Entry, factEntries, find, lineEntries, placeEntries } from '../../../src/ui/palette/entries.ts';
import { palette } from '../../../src/ui/text/en/palette.ts';
import { en } from '../../../src/ui/text/en.ts';

let scenario: Scenario;
let places: readonly Entry[];
let facts: readonly Entry[];

beforeAll(async () => {
  scenario = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
  const lines = await shortestLines(scenario, negotiation(scenario), async () => {});
  places = placeEntries(scenario, palette, lines);
  facts = factEntries(en, palette, splitScenario(scenario).ledger, scenario.readingDate);
});

describe('what can be found', () => {
  test('a decision or an end leads exactly there, by open moves', () => {
    expect(places.filter(({ group }) => group === 'decisions').length).toBeGreaterThan(10);
    expect(places.filter(({ group }) => group === 'ends').length).toBeGreaterThan(5);
    const machine = negotiation(scenario);
    for (const { id, deed } of places) {
      if (deed.kind !== 'open' || deed.address.screen !== 'walk') throw new Error(`${id} leads nowhere`);
      const { snapshots, dropped } = replay(machine, deed.address.line);
      expect(dropped).toEqual([]);
      const end = snapshots.at(-1);
      expect(end === undefined ? undefined : id.endsWith(`/${standing(end)}`)).toBe(true);
    }
  });

  test('a fact is found by its number and by its words, and no fact is later than the reading date', () => {
    const { facts: ledger } = splitScenario(scenario).ledger;
    for (const { id } of facts) {
      const date = ledger[id.replace('facts/', '')]?.date;
      expect(date === undefined || date <= scenario.readingDate).toBe(true);
    }
    expect(facts.length).toBeLessThan(Object.keys(ledger).length);
    const [first] = find(facts, 'f51').groups;
    expect(first?.found[0]?.entry.id).toBe('facts/F51');
  });

  test('a line is found by the name that the reader gave it, and not once it is deleted', () => {
    const line = ['table.ceasefire'];
    const at = (stamp: number) => ({ stamp: { at: stamp, by: 'one' }, line });
    const study = foldStudy(emptyStudy, [
      { ...at(1), type: 'added' },
      { ...at(2), type: 'named', name: 'My first try' },
    ]);
    expect(lineEntries(palette, study).map(({ title, beside }) => [title, beside])).toEqual([
      ['My first try', 'One step'],
    ]);
    expect(lineEntries(palette, foldStudy(study, [{ ...at(3), type: 'removed' }]))).toEqual([]);
  });
});

describe('a list of results', () => {
  test('holds at most fifty, at most a dozen of a group, and says how many there are', () => {
    const everything = find([...places, ...facts], '');
    expect(everything.all).toBe(places.length + facts.length);
    expect(everything.shown).toBeLessThanOrEqual(50);
    for (const { found } of everything.groups) expect(found.length).toBeLessThanOrEqual(12);
    expect(everything.groups.flatMap(({ found }) => found)).toHaveLength(everything.shown);
  });

  test('is grouped with the best answer first', () => {
    const { groups } = find([...facts, ...places], 'ceasefire');
    const best = groups.map(({ found }) => found[0]?.score ?? 0);
    expect(best).toEqual([...best].sort((a, b) => b - a));
    for (const { group, found } of groups)
      expect(new Set(found.map(({ entry }) => entry.group))).toEqual(new Set([group]));
  });

  test('is empty where nothing answers', () => {
    expect(find(places, 'xyzzyx')).toEqual({ groups: [], shown: 0, all: 0 });
  });
});
