import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { lineReader } from '../../../machines/stepping.ts';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import { principals } from '../../../src/domain/actors.ts';
import { movesFrom, TABLE } from '../../../src/domain/chart.ts';
import { factsInProse } from '../../../src/domain/citations.ts';
import { splitScenario } from '../../../src/domain/prose.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { endOf } from '../../../src/ui/present/comparison.ts';
import { agendaRows } from '../../../src/ui/present/print/agendaRows.ts';
import { ballotSheets, ballotsOf, branchOf, slipsOnSheet } from '../../../src/ui/present/print/ballots.ts';
import { firstChoices, sheetsOf, toggled } from '../../../src/ui/present/print/choices.ts';
import { type RoleSheet, roleSheet, vantagePoints } from '../../../src/ui/present/print/roles.ts';
import { PLANS } from '../../../src/workshop/plans.ts';

let scenario: Scenario;
let sheetOf: (actor: string, branch: string) => RoleSheet;
let branches: readonly string[];

beforeAll(async () => {
  scenario = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
  const read = lineReader(negotiation(scenario));
  const opening = endOf({ read, drawsAlong: lineDraws(heldDraws(scenario)) }, []);
  if (opening === undefined) throw new Error('the opening is always open');
  const { prose, ledger } = splitScenario(scenario);
  const texts = Object.assign({}, ...Object.values(prose));
  sheetOf = (actor, branch) => roleSheet({ scenario, prose: texts, facts: ledger.facts, branch, opening }, actor);
  branches = movesFrom(scenario, TABLE).map(({ id }) => id);
});

describe('ballots', () => {
  test('cover every decision of each short cut, and every option of it', () => {
    for (const move of branches) {
      const branch = branchOf(move);
      const ballots = ballotsOf(scenario, branch);
      expect(ballots.map(({ state }) => state)).toEqual(scenario.shortcuts?.[branch]);
      for (const { state, options } of ballots)
        expect(options.map(({ move: option }) => option)).toEqual(movesFrom(scenario, state).map(({ id }) => id));
    }
  });

  test('ask every decision of a branch that has no short cut, and never what chance decides', () => {
    const { shortcuts: _, ...rest } = scenario;
    const ballots = ballotsOf(rest, 'ceasefire');
    expect(ballots.length).toBeGreaterThan(scenario.shortcuts?.ceasefire?.length ?? 0);
    expect(ballots.every(({ decides }) => decides.length > 0)).toBe(true);
  });

  test('stand on as many sheets as they need: every slip once, none over', () => {
    const ballots = branches.flatMap((move) => ballotsOf(scenario, branchOf(move)));
    fc.assert(
      fc.property(fc.constantFrom(...ballots), fc.integer({ min: 1, max: 200 }), (ballot, copies) => {
        const sheets = ballotSheets(ballot, copies);
        expect(sheets.reduce((sum, slips) => sum + slips, 0)).toBe(copies);
        expect(Math.max(...sheets)).toBeLessThanOrEqual(slipsOnSheet(ballot));
        expect(Math.min(...sheets)).toBeGreaterThan(0);
      }),
    );
  });

  test('share a sheet with fewer others, the longer they are', () => {
    const options = (count: number) => Array.from({ length: count }, () => ({ move: 'm', label: 'A label' }));
    const held = [2, 5, 12, 60].map((count) => slipsOnSheet({ question: 'Who?', options: options(count) }));
    expect(held).toEqual([...held].sort((a, b) => b - a));
    expect(held.at(-1)).toBe(2);
  });
});

const room = ({ wants, fears, situation, told, drivers, facts }: RoleSheet): number =>
  [
    ...wants,
    ...fears,
    ...situation,
    ...told.map(({ account }) => account),
    ...drivers.flatMap(({ label, between }) => [label, between?.low.means ?? '', between?.high.means ?? '']),
    ...facts.map(({ fact }) => fact.claim),
  ].join(' ').length;

describe('role sheets', () => {
  test('give both sides the same sections, the same accounts, and room within a fifth', () => {
    for (const branch of branches) {
      const [one, other] = principals(scenario).map((actor) => sheetOf(actor, branch));
      if (one === undefined || other === undefined) throw new Error('a scenario has two principals');
      expect(one.told).toEqual(other.told);
      expect(one.situation).toEqual(other.situation);
      expect(one.wants.length).toBe(other.wants.length);
      expect(one.fears.length).toBe(other.fears.length);
      expect(one.drivers.map(({ driver }) => driver)).toEqual(other.drivers.map(({ driver }) => driver));
      const [least, most] = [room(one), room(other)].sort((a, b) => a - b);
      expect((most ?? 0) / (least ?? 0)).toBeLessThan(1.2);
    }
  });

  test('hold every fact that they cite, with its claim, and put each driver between marks of its scale', () => {
    for (const branch of branches)
      for (const actor of vantagePoints(scenario)) {
        const sheet = sheetOf(actor, branch);
        const cited = [...sheet.situation, ...sheet.told.map(({ account }) => account)].flatMap(factsInProse);
        const held = new Set(sheet.facts.map(({ id }) => id));
        expect(cited.filter((id) => !held.has(id))).toEqual([]);
        expect(sheet.facts.every(({ fact }) => fact.claim.length > 0)).toBe(true);
        for (const { points, range, between } of sheet.drivers) {
          expect(range.low).toBeLessThanOrEqual(range.high);
          expect(between?.low.points ?? 0).toBeLessThanOrEqual(points);
          expect(between?.high.points ?? 100).toBeGreaterThanOrEqual(points);
        }
      }
  });
});

describe('the pack', () => {
  test('needs as many sheets as its parts have', () => {
    const choices = firstChoices(scenario, undefined);
    const ballots = ballotsOf(scenario, branchOf(choices.branch));
    const whole = sheetsOf(choices, ballots);
    const apart = choices.parts.map((part) => sheetsOf({ ...choices, parts: [part] }, ballots));
    expect(apart.reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(sheetsOf({ ...choices, parts: [] }, ballots)).toBe(0);
  });

  test('keeps its order whatever is ticked first', () => {
    const all = ['a', 'b', 'c'];
    expect(toggled(all, ['c'], 'a')).toEqual(['a', 'c']);
    expect(toggled(all, ['a', 'c'], 'a')).toEqual(['c']);
  });

  test('puts the parts of a plan end to end, to its last minute', () => {
    for (const plan of PLANS) {
      const last = agendaRows(plan).at(-1);
      expect((last?.from ?? 0) + (last?.minutes ?? 0)).toBe(plan.minutes);
    }
  });
});
