import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shockSweep } from '../../cli/shockSweep.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { openingSnapshot, openShocks, play } from '../../machines/stepping.ts';
import { unfold } from '../../machines/unfold.ts';
import { shockChoices } from '../../src/analysis/audit/shockChoices.ts';
import { shockedChoices } from '../../src/analysis/audit/shockedChoices.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { harbourLease } from '../support/harbourLease.ts';
import { plainGame, plainShocks } from '../support/plainGame.ts';
import { plainShockedChoices } from '../support/plainShocks.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { type Edit, templateWith } from '../support/template.ts';

/** Compares what shocks change with the plain version; gives the number of shocks that change something, and of those that do not. */
function compare(scenario: Scenario): readonly [number, number] {
  const solved = shockedChoices(shockSweep(scenario));
  if (!solved.ok) {
    // Drawn scenarios may close the move for no agreement: there the solver refuses, and the audit says so.
    expect(solved.error.code).toBe('no-agreement-closed');
    const verdict = plainShocks(scenario, plainGame(scenario, [])).length === 0 ? 'ok' : 'warning';
    expect(shockChoices(shockSweep(scenario))).toMatchObject({ verdict, figures: [] });
    return [0, 0];
  }
  const found = solved.value;
  const plain = plainShockedChoices(scenario);
  expect(found.map(({ shock }) => shock)).toEqual(plain.map(({ shock }) => shock));
  for (const [index, { shared }] of plain.entries()) {
    const here = found[index];
    const changed = (of: typeof shared) => ({ of: of.length, changed: of.filter(({ isChanged }) => isChanged).length });
    expect(here?.positions).toEqual(changed(shared));
    expect(here?.played).toEqual(changed(shared.filter(({ isPlayed }) => isPlayed)));
    for (const state of new Set(shared.map((position) => position.state))) {
      const own = shared.filter((position) => position.state === state);
      expect(here?.decisions.get(state)?.positions).toEqual(changed(own));
      expect(here?.decisions.get(state)?.played).toEqual(changed(own.filter(({ isPlayed }) => isPlayed)));
    }
    expect(here?.decisions.size).toBe(new Set(shared.map((position) => position.state)).size);
  }
  const matters = plain.filter(({ shared }) => shared.some(({ isChanged }) => isChanged)).length;
  return [matters, plain.length - matters];
}

/** Small enough for recursion, after every shock as well. */
function isSmall(scenario: Scenario): boolean {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const starts = [opening, ...openShocks(scenario, opening).map((shock) => play(machine, opening, shock))];
  return starts.every((from) => {
    let count = 0;
    for (const { depth } of unfold(scenario, machine, from === undefined ? {} : { from })) {
      count += 1;
      if (count > 400 || depth > 60) return false;
    }
    return true;
  });
}

describe('what shocks change', () => {
  test('is what the plain version finds, position by position', async () => {
    expect(compare(await templateWith())).toEqual([1, 0]);
    compare(harbourLease());
    let [matters, idle] = [0, 0];
    for (const scenario of fc.sample(randomScenarioFile, { seed: 11, numRuns: 300 }).map(toScenario).filter(isSmall)) {
      const [some, none] = compare(scenario);
      matters += some;
      idle += none;
    }
    expect(matters).toBeGreaterThan(30);
    expect(idle).toBeGreaterThan(10);
  });
});

describe('the line of the audit', () => {
  const lineWith = async (...edits: readonly Edit[]) => shockChoices(shockSweep(await templateWith(...edits)));
  const weatherless: Edit = [
    'quiet: { add: "--", when: { condition: summer, is: dry } }, goodwill: "+"',
    'quiet: "--", goodwill: "+"',
  ];

  test('says where a shock changes choices, and at how many positions', async () => {
    const line = await lineWith();
    expect(line).toMatchObject({ id: 'shock-choices', verdict: 'ok' });
    expect(line.sentence).toBe('The one shock, “The summer: Wet”, changes what rational play chooses somewhere.');
    // After the offer the library refuses in a dry summer and agrees in a wet one, so the café makes it.
    expect(line.figures).toEqual([
      {
        shock: 'shock.summer.wet',
        positions: '2 of 3',
        'where play comes': '1 of 2 (evenings.request)',
        decisions: '2 of 2: evenings.request (1 of 1) and evenings.answer (1 of 2)',
      },
    ]);
  });

  test('warns where every shock moves the scores, not the solved choices', async () => {
    const line = await lineWith(weatherless);
    expect(line.verdict).toBe('warning');
    expect(line.sentence).toContain('The one shock, “The summer: Wet”, moves the scores, not the solved choices');
    expect(line.figures).toMatchObject([
      { positions: '0 of 3', decisions: 'moves the scores, not the solved choices' },
    ]);
  });

  test('names those that do not matter beside those that do', async () => {
    const line = await lineWith([
      'conditions:\n',
      'conditions:\n  key:\n    label: The spare key\n    initial: lost\n    states:\n      lost: { label: Lost }\n      found: { label: Found, effects: { LIBRARY.chip: "+" }, basis: { judgement: It was under the mat. } }\n',
    ]);
    expect(line.verdict).toBe('ok');
    expect(line.sentence).toBe(
      '1 of 2 shocks, each set at the table, changes what rational play chooses somewhere; one, “The spare key: Found”, moves the scores, not the solved choices.',
    );
    expect(line.figures).toMatchObject([
      { shock: 'shock.key.found', positions: '0 of 3' },
      { shock: 'shock.summer.wet', positions: '2 of 3' },
    ]);
  });

  test('is content where there are no conditions', async () => {
    const sweep = { ...shockSweep(await templateWith()), shocks: [] };
    expect(shockChoices(sweep)).toMatchObject({ verdict: 'ok', figures: [] });
  });
});
