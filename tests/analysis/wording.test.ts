import { describe, expect, test } from 'vitest';
import { proseOf, termsIn } from '../../src/analysis/audit/wording.ts';
import { TERMS_TO_AVOID } from '../../src/analysis/terms.ts';
import { templateWith } from '../support/template.ts';

const found = (text: string): readonly string[] => termsIn({ path: [], text }).map((term) => term.found);

describe('a term that takes a side', () => {
  test.each([
    ['is found in the middle of a sentence', 'It was called an armistice.', ['armistice']],
    ['is found with a capital at the start', 'Mercenaries were seen.', ['Mercenaries']],
    ['is found in each of its forms', 'Occupied, then liberated.', ['Occupied', 'liberated']],
    ['is found across a line break', 'the special military\n  operation', ['special military\n  operation']],
    ['is found beside punctuation', '(trapped), regime; Kiev.', ['Kiev', 'regime', 'trapped']],
    ['is not part of a longer word', 'Preoccupied regimental adventurers', []],
    ['keeps the capitals of a name', 'kiev KIEV Kievan', []],
    ['may stand in straight quotation marks', 'He spoke of a "special military operation".', []],
    ['may stand in curly ones', 'He spoke of “terrorists”.', []],
    ['may stand in angled ones', 'He spoke of «liberation».', []],
    ['is found between two quotations', 'Both “sides” saw terrorists and “heroes”.', ['terrorists']],
    ['is found after an apostrophe', "Kyiv's view of the region's liberation", ['liberation']],
    ['may be part of a fixed expression', 'since the full-scale invasion of Ukraine', []],
    ['is found beside the fixed expression', 'the invasion, after the full-scale invasion of Ukraine', ['invasion']],
  ])('%s', (_claim, text, terms) => {
    expect([...found(text)].sort()).toEqual([...terms].sort());
  });

  test.each(TERMS_TO_AVOID)('has a replacement that is not itself such a term: $instead', ({ instead, why, forms }) => {
    expect(found(instead)).toEqual([]);
    expect(why.length).toBeGreaterThan(10);
    for (const form of forms) expect(found(form)).toContain(form);
  });
});

describe('the texts that are looked at', () => {
  test('are those in the scenario’s own voice: no ids, no titles of others’ works', async () => {
    const scenario = await templateWith();
    const paths = proseOf(scenario).map(({ path }) => path.join('.'));
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['title', 'facts.F1.claim', 'issues.I1.handled', 'actors.CAFE.wants.0', 'drivers.anchors.chip.50'],
        ...['branches.evenings.states.request.meta.told.CAFE', 'branches.evenings.states.answer.on.try.meta.reason'],
        ...['branches.evenings.states.shared.meta.describes', 'branches.evenings.meta.noDeal.basis.judgement'],
      ]),
    );
    expect(paths.filter((path) => /sources|effects|target|\.id$/.test(path))).toEqual([]);
  });

  test('are looked for below an id of ours that is also a word of the format', () => {
    const state = { meta: { ask: 'Is there a truce?' } };
    expect(proseOf({ branches: { talks: { states: { date: state } } } })).toEqual([
      { path: ['branches', 'talks', 'states', 'date', 'meta', 'ask'], text: 'Is there a truce?' },
    ]);
  });
});
