import { describe, expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { openingSnapshot } from '../../machines/stepping.ts';
import { templateWith } from '../support/template.ts';
import { bareNumbers, firstPerson, lateFacts, regionProblems, scoreProblems, surrenderWithoutLaw } from './rules.ts';

/** The suite's own rules, on faults that nobody would commit: each must be seen, and its neighbour must pass. */
describe('a planted fault is seen', () => {
  test('a number without a basis', () => {
    const bare = { format: 1, indicators: { days: { range: [0, 9], initial: { low: 1, mode: 2, high: 3 } } } };
    expect(bareNumbers(bare)).toHaveLength(5);
    expect(
      bareNumbers({ indicators: { days: { ...bare.indicators.days, basis: { judgement: 'A guess.' } } } }),
    ).toEqual([]);
    expect(bareNumbers({ on: { go: { meta: { effects: { days: { add: 2 } } } } } })).toEqual([
      'on.go.meta.effects.days.add is 2 and has no basis',
    ]);
  });

  test('a late fact that is cited', async () => {
    const scenario = await templateWith();
    expect(lateFacts({ ...scenario, readingDate: '2025-04-01' })).toContainEqual('F2: F2');
    expect(lateFacts({ ...scenario, readingDate: '2025-04-01' })).toContainEqual(
      expect.stringMatching(/^F2: The café may.*\[F2\]/),
    );
    expect(lateFacts(scenario)).toEqual([]);
  });

  test.each([
    ['We need the courtyard quiet.', 1],
    ['It says that the evenings are ours.', 1],
    ['As I see it, it is late.', 1],
    ['The US and Item I2 are west of the museum.', 0],
  ])('an account in the first person: %s', async (text, problems) => {
    const said = 'The library is thought to need the courtyard quiet on most evenings, for its readers.';
    expect(firstPerson(await templateWith([said, text]))).toHaveLength(problems);
  });

  test('a word on surrender without the law', async () => {
    const edits = [['label: Agree\n', 'label: Agree to lay down the broom\n']] as const;
    const scenario = await templateWith(...edits);
    expect(surrenderWithoutLaw(scenario)).toEqual([]);
    const [[id, branch] = []] = Object.entries(scenario.branches);
    if (id === undefined || branch === undefined) throw new Error('the template has a branch');
    const demand = { ...branch, meta: { ...branch.meta, instrument: 'surrenderDemand' } };
    expect(surrenderWithoutLaw({ ...scenario, branches: { [id]: demand } })).toEqual(['evenings.answer.agree']);
  });

  test('a score that is no number, and a region that lost its condition', async () => {
    const scenario = await templateWith();
    const snapshot = openingSnapshot(negotiation(scenario));
    expect(scoreProblems(scenario, snapshot)).toEqual([]);
    expect(regionProblems(scenario, snapshot)).toEqual([]);
    const context = { ...snapshot.context, values: {}, conditions: { summer: 'wet' } };
    const broken = { ...snapshot, context } as typeof snapshot;
    expect(scoreProblems(scenario, broken).length).toBeGreaterThan(0);
    expect(regionProblems(scenario, broken)).toEqual(['summer: wet in the context, dry in its region']);
  });
});
