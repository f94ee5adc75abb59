import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { contentTexts } from '../../src/analysis/content/contentTexts.ts';
import { isDecision, isStub, placedStates } from '../../src/domain/chart.ts';
import { readLength } from '../../src/domain/check/tone.ts';
import { writtenMoves } from '../../src/domain/check/walkFile.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';

const VOICES = ['UKR', 'RUS', 'USA'];
/** What concerns people who surrender, leave under fire or are held: the law on it stands beside the option. */
const LAW_CONCERNED = /surrender|la(?:y|ys|ying|id) down|prisoner|captur|passage|withdraw|\bretreat|fall back/i;

describe('Kursk, March 2025', () => {
  let scenario: Scenario;

  beforeAll(async () => {
    const folder = scenarioFolders.find(({ name }) => name === 'kursk-2025');
    if (folder === undefined) throw new Error('there is no Kursk');
    scenario = await requireScenario(folder.path);
  });

  test('hears both principals and the mediator at every decision and every end', () => {
    const unheard = placedStates(scenario).flatMap(({ id, state }) =>
      isStub(state)
        ? []
        : VOICES.filter((actor) => state.meta.told?.[actor] === undefined).map((actor) => `${id} ${actor}`),
    );
    expect(unheard).toEqual([]);
  });

  test('says at every decision what is known and what would change it', () => {
    const silent = placedStates(scenario).filter(
      ({ state }) => isDecision(state) && (state.meta.context === undefined || state.meta.wouldChange === undefined),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('gives the principals the same room over all accounts together', () => {
    const room = (actor: string) =>
      placedStates(scenario).reduce(
        (sum, { state }) => sum + (isStub(state) ? 0 : readLength(state.meta.told?.[actor] ?? '')),
        0,
      );
    expect(room('UKR')).toBeGreaterThan(3000);
    expect(room('UKR') / room('RUS')).toBeGreaterThan(0.95);
    expect(room('UKR') / room('RUS')).toBeLessThan(1.05);
  });

  test('states the law, with its facts, at every end and in every branch where surrender, passage or prisoners are concerned', () => {
    const moves = writtenMoves(scenario).filter(({ branchId, meta }) => {
      const texts = [meta.label, meta.describes, meta.reason, meta.departs].join(' ');
      return branchId !== undefined && LAW_CONCERNED.test(texts) && (meta.law?.facts ?? []).length === 0;
    });
    expect(moves.map(({ id }) => id)).toEqual([]);
    const ends = placedStates(scenario).filter(
      ({ state }) => !isStub(state) && !isDecision(state) && (state.meta.law?.facts ?? []).length === 0,
    );
    expect(ends.map(({ id }) => id)).toEqual([]);
  });

  test('tells its source’s wrong date where it is corrected, and nowhere else', () => {
    const told = contentTexts(scenario).filter(({ text }) => text.includes('summer of 2023'));
    expect(told.map(({ path }) => path.join('.')).sort()).toEqual([
      'facts.F10.claim',
      'issues.I1.handled',
      'issues.I1.problem',
    ]);
    expect(scenario.facts.F10).toMatchObject({ status: 'contradicted' });
    const dated = contentTexts(scenario).filter(({ text }) => /\b2023\b/.test(text));
    expect(dated.filter(({ path }) => path[0] !== 'facts' && path[0] !== 'issues').map(({ text }) => text)).toEqual([
      expect.stringContaining('[X24]'),
    ]);
  });
});
