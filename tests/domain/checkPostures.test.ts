import { describe, expect, test } from 'vitest';
import { splitScenario } from '../../src/domain/prose.ts';
import { testFaults } from '../support/faults.ts';
import { edit, edited, HARBOUR_LEASE, harbourLease, readTexts } from '../support/harbourLease.ts';

const ORDER =
  '  order: { CITY: { statements: [{ anyOf: [{ PORT.market: false }] }], basis: { judgement: It wants one tenant. } } }\n';
const LAST = '  statusQuo: [CITY.insist]\n';

describe('the stability view', () => {
  testFaults([
    [
      'a status quo with an option that is not there',
      edit('scenario', LAST, '  statusQuo: [CITY.insits]\n'),
      'scenario.yaml:107:15 «CITY.insits]» unknown-option at postures.statusQuo[0]: no option is called `CITY.insits` → did you mean `CITY.insist`?',
    ],
    [
      'a status quo that cannot be',
      edit('scenario', '  infeasible: []\n', '  infeasible: [{ CITY.insist: true, PORT.market: false }]\n'),
      'scenario.yaml:107:3 «statusQuo: [CI» posture-infeasible at postures.statusQuo: what holds at the reading date is among what cannot be → mend `infeasible`, or say in `statusQuo` which options are taken at the reading date',
    ],
    [
      'nothing that can be',
      edit('scenario', '  infeasible: []\n', '  infeasible: [{ CITY.insist: true }, { CITY.insist: false }]\n'),
      'scenario.yaml:107:3 «statusQuo: [CI» posture-infeasible at postures.statusQuo: no combination of the options can be → mend `infeasible`, or say in `statusQuo` which options are taken at the reading date',
    ],
    [
      'an infeasible choice of an option that is not there',
      edit('scenario', '  infeasible: []\n', '  infeasible: [{ CITY.insits: true }]\n'),
      'scenario.yaml:104:18 «CITY.insits: t» unknown-option at postures.infeasible[0].CITY.insits: no option is called `CITY.insits` → did you mean `CITY.insist`?',
    ],
    [
      'a combination of one option',
      edit('scenario', 'when: [CITY.insist, PORT.market]', 'when: [CITY.insist]'),
      'scenario.yaml:103:9 «when: [CITY.in» wrong-length at postures.combinations[0].when: a combination is of two options or more; what one option changes belongs to that option',
    ],
    [
      'an actor with options and nothing that says what it prefers',
      edit('scenario', '  options:\n', '  options:\n    MED: { mediate: { label: Mediate } }\n'),
      'scenario.yaml:100:5 «MED: { mediate» posture-without-stakes at postures.options.MED: MED has options here and no stakes, so nothing says what it prefers → add its stakes, or an `order` for it',
    ],
    [
      'points for an actor who is judged by statements',
      edit('scenario', LAST, `${LAST}${ORDER}`),
      'scenario.yaml:106:19 «CITY: 2, PORT:» warning indifference-unused at postures.indifference.CITY: CITY is judged by statements, which have no points within which it could not care → leave it out',
    ],
    [
      'an order without a reason',
      edit(
        'scenario',
        LAST,
        `${LAST}${ORDER.replace(', basis: { judgement: It wants one tenant. }', '').replace('CITY', 'PORT')}`,
      ),
      'scenario.yaml:106:28 «PORT: 2, basis» warning indifference-unused at postures.indifference.PORT: PORT is judged by statements, which have no points within which it could not care → leave it out',
      'scenario.yaml:108:12 «PORT: { statem» missing-basis at postures.order.PORT: the order of PORT has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'an order of an option that is not there',
      edit('scenario', LAST, `${LAST}${ORDER.replace('PORT.market', 'PORT.markt')}`),
      'scenario.yaml:106:19 «CITY: 2, PORT:» warning indifference-unused at postures.indifference.CITY: CITY is judged by statements, which have no points within which it could not care → leave it out',
      'scenario.yaml:108:45 «PORT.markt: fa» unknown-option at postures.order.CITY.statements[0].anyOf[0].PORT.markt: no option is called `PORT.markt` → did you mean `PORT.market`?',
    ],
  ]);

  test('more options than are taken together', () => {
    const many = Array.from({ length: 12 }, (_, index) => `o${index}: { label: x }`).join(', ');
    const folder = edited(HARBOUR_LEASE, edit('scenario', '    CITY: { insist:', `    CITY: { ${many}, insist:`));
    expect(readTexts(folder).problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'too-many-options: there are 14 options, and each doubles the number of postures; at most 12 are read',
    ]);
  });

  test('stays out of what a page loads first', () => {
    const scenario = harbourLease();
    expect(scenario.postures).toBeDefined();
    const { structure, ledger } = splitScenario(scenario);
    expect(structure.postures).toBeUndefined();
    expect(ledger.postures).toEqual(scenario.postures);
  });
});
