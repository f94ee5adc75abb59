import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('numbers', () => {
  testFaults([
    [
      'a start value beyond its range',
      edit('scenario', 'initial: 80', 'initial: 800'),
      'scenario.yaml:20:14 «800» out-of-range at indicators.days.initial: 800 lies outside the range 0 to 120 → write a value from 0 to 120',
    ],
    [
      'an end of a start value beyond its range',
      edit('scenario', 'high: 70 }', 'high: 170 }'),
      'scenario.yaml:26:41 «170 }» out-of-range at indicators.access.initial.high: 170 lies outside the range 0 to 100 → write a value from 0 to 100',
    ],
    [
      'a driver below 0',
      edit('scenario', 'backing: 45', 'backing: -45'),
      'scenario.yaml:50:14 «-45» out-of-range at drivers.PORT.backing: -45 lies outside the range 0 to 100 → write a value from 0 to 100',
    ],
    [
      'an effect that sets beyond the range',
      edit('lease', 'set: 80', 'set: 180'),
      'lease.yaml:52:108 «180 }, strain:» out-of-range at branches.lease.states.together.on.share.meta.effects.access.set: 180 lies outside the range 0 to 100 → write a value from 0 to 100',
    ],
    [
      'an effect that multiplies by less than nothing',
      edit('lease', 'scale: { low: 0.7', 'scale: { low: -0.7'),
      'lease.yaml:38:25 «scale: { low:» out-of-range at branches.lease.states.reply.on.raise[0].meta.effects.access.scale: a `scale` multiplies, so it must not be below 0',
    ],
    [
      'a bound that no value reaches',
      edit('lease', 'atLeast: 30', 'atLeast: 300'),
      'lease.yaml:30:77 «300 }, { condi» out-of-range at branches.lease.states.reply.on.raise[0].guard.params.all[0].atLeast: 300 lies outside the range 0 to 120 → write a value from 0 to 120',
    ],
    [
      'bounds that exclude each other',
      edit('lease', 'atLeast: 30', 'atLeast: 30, atMost: 20'),
      'lease.yaml:30:49 «{ indicator: d» out-of-range at branches.lease.states.reply.on.raise[0].guard.params.all[0]: no value is at least 30 and at most 20: this never holds',
    ],
    [
      'an anchor beyond the range',
      edit('scenario', 'worst: 20, best: 90', 'worst: -20, best: 90'),
      'scenario.yaml:62:35 «-20, best: 90» out-of-range at stakes.CITY.access.worst: -20 lies outside the range 0 to 100 → write a value from 0 to 100',
    ],
    [
      'a curve that does not run from worst to best',
      edit('scenario', 'curve: [[90, 0], [50, 0.6]', 'curve: [[80, 0], [50, 0.6]'),
      'scenario.yaml:67:49 «curve: [[80, 0» stake-curve at stakes.PORT.access.curve: a curve runs from [worst, 0] to [best, 1], value by value towards best, and never falls → begin with [90, 0] and end with [20, 1]',
    ],
    [
      'a curve that turns back',
      edit('scenario', '[50, 0.6]', '[95, 0.6]'),
      'scenario.yaml:67:49 «curve: [[90, 0» stake-curve at stakes.PORT.access.curve: a curve runs from [worst, 0] to [best, 1], value by value towards best, and never falls → begin with [90, 0] and end with [20, 1]',
    ],
    [
      'a curve that falls',
      edit('scenario', '[50, 0.6], [20, 1]', '[50, 0.6], [40, 0.5], [20, 1]'),
      'scenario.yaml:67:49 «curve: [[90, 0» stake-curve at stakes.PORT.access.curve: a curve runs from [worst, 0] to [best, 1], value by value towards best, and never falls → begin with [90, 0] and end with [20, 1]',
    ],
    [
      'a tendency above 1',
      edit('courts', 'tendency: 1', 'tendency: 1.5'),
      'courts.yaml:9:121 «1.5, basis: {» out-of-range at branches.courts.states.filed.on.sue.meta.tendency: 1.5 lies outside the range 0 to 1 → write a value from 0 to 1',
    ],
    [
      'a likelihood below 0',
      edit(
        'lease',
        'likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans',
        'likelihood: { low: -0.3, mode: 0.5, high: 0.7 }, leans',
      ),
      'lease.yaml:47:91 «-0.3, mode: 0.» out-of-range at branches.lease.states.waiting.on.dredged.meta.likelihood.low: -0.3 lies outside the range 0 to 1 → write a value from 0 to 1',
    ],
    [
      'a reference beyond the range',
      edit('lease', 'ref: 60', 'ref: 600'),
      'lease.yaml:39:63 «600 } }» out-of-range at branches.lease.states.reply.on.raise[0].meta.effects.CITY.time.scaled.ref: 600 lies outside the range 0 to 120 → write a value from 0 to 120',
    ],
    [
      'a lean from a reference beyond the range',
      edit('lease', 'ref: 80', 'ref: 800'),
      'lease.yaml:47:153 «800 } }, effec» out-of-range at branches.lease.states.waiting.on.dredged.meta.leans.days.ref: 800 lies outside the range 0 to 120 → write a value from 0 to 120',
    ],
    [
      'a lean that multiplies the odds beyond all measure',
      edit('lease', 'per: 0.02', 'per: 2'),
      'lease.yaml:47:120 «leans: { days:» steep-lean at branches.lease.states.waiting.on.dredged.meta.leans: over the range the odds would be multiplied by as much as e^160 → write a smaller `per`: at 0.02, 50 units multiply the odds by e',
    ],
    [
      'likelihoods that do not sum to 1',
      edit(
        'lease',
        'likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans',
        'likelihood: { low: 0.3, mode: 0.6, high: 0.7 }, leans',
      ),
      'lease.yaml:46:5 «on:» likelihood-sum at branches.lease.states.waiting.on: the likelihoods here (their modes) sum to 1.1, not 1 → change them until they sum to 1',
    ],
    [
      'a move of chance without a likelihood',
      edit('lease', 'likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans', 'leans'),
      'lease.yaml:47:33 «meta: { label:» missing-key at branches.lease.states.waiting.on.dredged.meta: `dredged` is a move of chance, so it needs a likelihood → add `likelihood`',
    ],
    [
      'a move of chance with a tendency',
      edit('lease', 'likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans', 'likelihood: 0.5, tendency: 0.5, leans'),
      'lease.yaml:47:99 «0.5, leans: {» tendency-of-chance at branches.lease.states.waiting.on.dredged.meta.tendency: chance has likelihoods; only actors have tendencies → remove it',
    ],
    [
      'a move of an actor with a likelihood',
      edit('courts', 'tendency: 1', 'likelihood: 1'),
      'courts.yaml:9:123 «1, basis: { ju» likelihood-of-actor at branches.courts.states.filed.on.sue.meta.likelihood: actors have tendencies; only chance has likelihoods → write `tendency`',
    ],
    [
      'a move at the table with a likelihood',
      edit('scenario', 'effects: { CITY.chip: "-" }, facts', 'likelihood: 1, effects: { CITY.chip: "-" }, facts'),
      'scenario.yaml:92:89 «1, effects: {» likelihood-of-actor at table.on.lease.meta.likelihood: the user chooses at the table; only chance has likelihoods → remove it',
    ],
    [
      'moves of which only some have a tendency',
      edit(
        'lease',
        'reason: Each pays half., effects: { access: { set: 80 }, strain: "+" }, tendency: 0.5',
        'reason: Each pays half., effects: { access: { set: 80 }, strain: "+" }',
      ),
      'lease.yaml:51:5 «on:» warning partial-tendencies at branches.lease.states.together.on: some moves here have a tendency, but not: share → give every move one, or none',
    ],
    [
      'a tendency of nothing',
      edit('courts', 'tendency: 1', 'tendency: 0'),
      'courts.yaml:8:5 «on:» no-odds at branches.courts.states.filed.on: where only some of these moves are open, their tendencies may all be 0, so there are no odds → give each a tendency above 0',
    ],
    [
      'odds of which only a guarded move has any',
      [
        edit('lease', 'tendency: { low: 0.2, mode: 0.4, high: 0.6 }', 'tendency: 0'),
        edit(
          'lease',
          '        - target: walkedAway',
          '        - target: walkedAway\n          guard: { type: holds, params: { condition: storm, is: early } }',
        ),
      ],
      'lease.yaml:17:5 «on:» no-odds at branches.lease.states.reply.on: where only some of these moves are open, their tendencies may all be 0, so there are no odds → give each a tendency above 0',
    ],
    [
      'weights of drivers that do not sum to 1',
      edit('scenario', 'weights: { chip: 0.2,', 'weights: { chip: 0.3,'),
      'scenario.yaml:57:5 «weights: { chi» weight-sum at leverage.PORT.weights: these weights sum to 1.1, not 1 → change them until they sum to 1',
    ],
    [
      'swing weights that do not sum to 1',
      edit('scenario', 'weight: 0.6', 'weight: 0.7'),
      'scenario.yaml:61:3 «CITY:» weight-sum at stakes.CITY: the swing weights of CITY sum to 1.1, not 1 → change them until they sum to 1',
    ],
    [
      'an indicator without a basis',
      edit('scenario', '    basis: { judgement: Two bad years. }\n', ''),
      'scenario.yaml:29:3 «strain:» missing-basis at indicators.strain: the indicator `strain` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'an actor’s drivers without a basis',
      edit(
        'scenario',
        '    credibility: { low: 35, mode: 50, high: 60 }\n    basis: { judgement: One reading; to be replaced by a panel. }\n',
        '    credibility: { low: 35, mode: 50, high: 60 }\n',
      ),
      'scenario.yaml:47:3 «PORT:» missing-basis at drivers.PORT: the block of PORT has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'weights without a basis',
      edit('scenario', '    basis: { judgement: The second tenant matters most. }\n', ''),
      'scenario.yaml:56:3 «PORT:» missing-basis at leverage.PORT: this block of PORT’s weights has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'stakes without a basis',
      edit('scenario', '    basis: { judgement: Ships first. }\n', ''),
      'scenario.yaml:61:3 «CITY:» missing-basis at stakes.CITY: this block of CITY’s stakes has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a scale without a basis',
      edit('scenario', '  basis: { judgement: "One table for all, so that it can be disputed at once." }\n', ''),
      'scenario.yaml:71:1 «scale:» missing-basis at scale: the scale has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a condition that changes something, without a basis',
      edit('scenario', ', basis: { judgement: Dredging stops. }', ''),
      'scenario.yaml:87:7 «early: { label» missing-basis at conditions.storm.states.early: `storm.early` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a move with effects, without a basis',
      edit('lease', '          basis: { judgement: Half heard in public. }\n', ''),
      'lease.yaml:20:9 «meta:» missing-basis at branches.lease.states.reply.on.accept.meta: the move `lease.reply.accept` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a move with a tendency alone, without a basis',
      edit('lease', 'tendency: 0.5, basis: { judgement: Even. } } }\n  elsewhere', 'tendency: 0.5 } }\n  elsewhere'),
      'lease.yaml:53:34 «meta: { label:» missing-basis at branches.lease.states.together.on.none.meta: the move `lease.together.none` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a move at the table without a basis',
      edit('scenario', ', basis: { judgement: Length is what it has to give. }', ''),
      'scenario.yaml:92:29 «meta: { label:» missing-basis at table.on.lease.meta: the move `table.lease` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'walking away without a basis',
      edit('courts', '{ end: ruled, basis: { judgement: There is no other way out. } }', '{ end: ruled }'),
      'courts.yaml:4:3 «noDeal: { end:» missing-basis at branches.courts.meta.noDeal.basis: the basis is missing → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'an alternative without a basis',
      edit('lease', ', basis: { judgement: It can always sue. }', ''),
      'lease.yaml:6:5 «CITY: { end: c» missing-basis at branches.lease.meta.alternative.CITY.basis: the basis is missing → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'an option without a basis',
      edit('scenario', ', basis: { judgement: It takes months. }', ''),
      'scenario.yaml:101:13 «market: { labe» missing-basis at postures.options.PORT.market: `PORT.market` has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'a combination without a basis',
      edit('scenario', ', basis: { judgement: Both lose the summer. }', ''),
      'scenario.yaml:103:7 «{ when: [CITY.» missing-basis at postures.combinations[0]: this combination has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
    [
      'an indifference without a basis',
      edit('scenario', ', basis: { judgement: Points within which an actor does not care. }', ''),
      'scenario.yaml:106:3 «indifference:» missing-basis at postures.indifference: this block has numbers but no basis → add basis: { source: [facts] }, { derived: formula } or { judgement: reason }',
    ],
  ]);
});
