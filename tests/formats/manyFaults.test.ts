import { describe, expect, test } from 'vitest';
import { refinementProblems } from '../../machines/refinement.ts';
import { edit, edited, type Folder, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

/** What is said of a folder, a line each, without the place. */
const said = (folder: Folder): readonly string[] =>
  readTexts(folder, [refinementProblems]).problems.map(({ code, path }) => `${code} ${path}`);

describe('many faults at once are all told', () => {
  test('in one file, of form and of meaning side by side', () => {
    const folder = edited(
      HARBOUR_LEASE,
      edit('lease', 'noDeal: { end: walkedAway', 'noDeal: { end: signed'),
      edit('lease', '      decides: PORT\n', ''),
      edit('lease', '      wouldChange: Proof', '      wouldchange: Proof'),
      edit('lease', '        target: signed\n', '        target: singed\n'),
      edit('lease', '          label: Accept\n', '          label: 5\n'),
      edit('lease', '{ low: -4, mode: -2, high: 0 }', '{ low: -1, mode: -2, high: .inf }'),
      edit('lease', '{ condition: storm, is: calm }', '{ condition: storm, is: clam }'),
      edit('lease', 'facts: [F01] }\n            effects', 'facts: [F03] }\n            effects'),
      edit('lease', '            basis: { judgement: Its habit. }\n', ''),
      edit('lease', 'decides: chance, ', 'decides: chance, __proto__: 1, '),
      edit('lease', 'likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans', 'likelihood: 0.6, leans'),
      edit('lease', 'noAgreement: none, ', ''),
      edit('lease', 'set: 80', 'set: 180'),
      edit('lease', '  walkedAway:\n', '  adrift:\n    meta: { decides: CITY, ask: "What now?" }\n  walkedAway:\n'),
    );
    expect(said(folder)).toEqual([
      'no-deal-agreement branches.lease.meta.noDeal.end',
      'decision-without-actor branches.lease.states.reply.meta',
      'unknown-key branches.lease.states.reply.meta.wouldchange',
      'unknown-target branches.lease.states.reply.on.accept.target',
      'wrong-type branches.lease.states.reply.on.accept.meta.label',
      'low-above-mode branches.lease.states.reply.on.accept.meta.effects.PORT.credibility.low',
      'not-finite branches.lease.states.reply.on.accept.meta.effects.PORT.credibility.high',
      'unknown-state branches.lease.states.reply.on.raise[0].guard.params.all[1].is',
      'missing-basis branches.lease.states.reply.on.raise[0].meta',
      'late-fact branches.lease.states.reply.on.raise[0].meta.law.facts[0]',
      'prototype-key branches.lease.states.waiting.meta.__proto__',
      'likelihood-sum branches.lease.states.waiting.on',
      'joint-without-no-agreement branches.lease.states.together.meta',
      'out-of-range branches.lease.states.together.on.share.meta.effects.access.set',
      'dead-end branches.lease.states.adrift',
      'unreachable-state branches.lease.states.adrift',
    ]);
  });

  test('in every file of the folder, in the order of files and lines', () => {
    const folder = edited(
      HARBOUR_LEASE,
      edit('courts', 'meta:\n  noDeal', 'meta:\n  instrument: withdrawl\n  noDeal'),
      edit('courts', 'decides: CITY', 'decides: CTY'),
      edit('lease', 'continues: courts.filed', 'continues: courts.filled'),
      edit('facts', 'status: contested', 'status: contestd'),
      edit('facts', 'sources: [S1], note', 'sources: [S9], note'),
      edit('scenario', 'shape: triangle', 'shape: triangel'),
      edit('scenario', 'initial: 80', 'initial: 800'),
      edit('scenario', '    strain: { weight: 0.2, worst: 80, best: 30 }\n', ''),
      edit(
        'scenario',
        'effects: { access: "-" }, basis: { judgement: It costs',
        'effects: { acces: "-" }, basis: { judgement: It costs',
      ),
    );
    expect(said(folder)).toEqual([
      'unknown-instrument branches.courts.meta.instrument',
      'unknown-actor branches.courts.states.filed.meta.decides',
      'unknown-target branches.lease.states.elsewhere.meta.continues',
      'unknown-value facts.F02.status',
      'unknown-source facts.F02.sources[0]',
      'unknown-value actors.MED.shape',
      'out-of-range indicators.days.initial',
      'unread-indicator indicators.strain',
      'weight-sum stakes.CITY',
      'unknown-indicator postures.options.CITY.insist.effects.acces',
    ]);
  });

  test('what was plainly meant is read as that, and the rest is checked on it', () => {
    const folder = edited(
      HARBOUR_LEASE,
      edit('lease', '  signed:\n    type: final', '  signed:\n    type: finl'),
      edit('lease', 'target: together', 'target: reply'),
      edit('scenario', 'initial: 80', 'initial: "800"'),
      edit('scenario', '    strain: { weight: 0.2', '    strain: { wieght: 0.3'),
    );
    expect(said(folder)).toEqual([
      'unreachable-state branches.courts.states.filed',
      'unreachable-state branches.courts.states.ruled',
      'unreachable-state branches.lease.states.together',
      'unknown-value branches.lease.states.signed.type',
      'out-of-range indicators.days.initial',
      'wrong-type indicators.days.initial',
      'weight-sum stakes.CITY',
      'unknown-key stakes.CITY.strain.wieght',
    ]);
  });

  test('a whole section that is missing or of another form is one problem, not one for everything that needs it', () => {
    for (const [section, next] of [
      ['actors:', 'indicators:'],
      ['indicators:', 'drivers:'],
      ['drivers:', 'leverage:'],
      ['stakes:', 'scale:'],
      ['scale:', 'conditions:'],
      ['conditions:', 'table:'],
      ['table:', 'shortcuts:'],
    ] as const) {
      const text = HARBOUR_LEASE['scenario.yaml'] ?? '';
      const from = text.indexOf(`\n${section}`) + 1;
      const rest = text.slice(text.indexOf(`\n${next}`) + 1);
      const name = section.slice(0, -1);
      const other = { ...HARBOUR_LEASE, 'scenario.yaml': `${text.slice(0, from)}${section} [1]\n${rest}` };
      expect(said(other)).toEqual([`wrong-type ${name}`]);
    }
  });

  test('a state, a move or an actor of another form is one problem too', () => {
    const asNumber = (file: string, from: string, to: string) => said(edited(HARBOUR_LEASE, edit(file, from, to)));
    expect(
      asNumber('lease', '  elsewhere: { type: final, meta: { continues: courts.filed } }', '  elsewhere: 5'),
    ).toEqual(['wrong-type branches.lease.states.elsewhere']);
    expect(asNumber('courts', '    meta: { decides: CITY, ask: "Does the city sue?" }', '    meta: 5')).toEqual([
      'wrong-type branches.courts.states.filed.meta',
    ]);
    expect(asNumber('scenario', 'labels: { chip:', 'labels: 5\n  unused: { chip:')).toContain(
      'wrong-type drivers.labels',
    );
    expect(
      asNumber(
        'scenario',
        '  MED: { name: Mediator, shape: triangle, colour: 3, wants: [an end before June], fears: [blame] }',
        '  MED: 5',
      ),
    ).toEqual(['wrong-type actors.MED']);
  });
});
