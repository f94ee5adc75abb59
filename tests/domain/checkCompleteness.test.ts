import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('what a scenario must have, and have once', () => {
  testFaults([
    [
      'three principals',
      edit('scenario', 'colour: 3, ', 'colour: 3, principal: true, '),
      'scenario.yaml:10:1 «actors:» principals at actors: there are 3 principals; there must be two, the actors who must agree → mark two actors with `principal: true`',
    ],
    [
      'one principal',
      edit('scenario', 'colour: 1, principal: true, ', 'colour: 1, '),
      'scenario.yaml:10:1 «actors:» principals at actors: there is 1 principal; there must be two, the actors who must agree → mark two actors with `principal: true`',
    ],
    [
      'a principal without stakes',
      edit(
        'scenario',
        '  PORT:\n    access: { weight: 0.2, worst: 90, best: 20, curve: [[90, 0], [50, 0.6], [20, 1]] }\n    days: { weight: 0.8, worst: 80, best: 0 }\n    basis: { judgement: It wants an answer soon. }\n',
        '',
      ),
      'scenario.yaml:12:3 «PORT: { name:» principal-without-stakes at actors.PORT: the principal PORT has no stakes → add a block `stakes.PORT`',
    ],
    [
      'a principal without drivers',
      [
        edit(
          'scenario',
          '  PORT:\n    chip: 50\n    alternatives: { low: 40, mode: 60, high: 80 }\n    backing: 45\n    time: 55\n    credibility: { low: 35, mode: 50, high: 60 }\n    basis: { judgement: One reading; to be replaced by a panel. }\n',
          '',
        ),
        edit(
          'scenario',
          'leverage:\n  PORT:\n    weights: { chip: 0.2, alternatives: 0.3, backing: 0.1, time: 0.2, credibility: 0.2 }\n    basis: { judgement: The second tenant matters most. }\n',
          '',
        ),
        edit('scenario', ', PORT.time: "+"', ''),
        edit('scenario', 'PORT.alternatives: "+", ', ''),
        edit('lease', ', PORT.credibility: { low: -4, mode: -2, high: 0 }', ''),
        edit('lease', '              PORT.credibility: { add: "--", when: { condition: storm, is: early } }\n', ''),
      ],
      'scenario.yaml:12:3 «PORT: { name:» principal-without-drivers at actors.PORT: the principal PORT has no leverage drivers → add a block `drivers.PORT`',
    ],
    [
      'an indicator that nothing reads',
      [
        edit('scenario', '    strain: { weight: 0.2, worst: 80, best: 30 }\n', ''),
        edit('scenario', '    access: { weight: 0.6, worst: 20', '    access: { weight: 0.8, worst: 20'),
      ],
      'scenario.yaml:29:3 «strain:» unread-indicator at indicators.strain: nothing reads the indicator `strain` → put it in a stake, a guard, `scaled` or `leans`, or remove it',
    ],
    [
      'a condition with one state',
      [
        edit(
          'scenario',
          '      early: { label: Storms come early, effects: { access: "--", PORT.time: "+" }, basis: { judgement: Dredging stops. } }\n',
          '',
        ),
        edit('lease', ', when: { condition: storm, is: early }', ''),
      ],
      'scenario.yaml:85:5 «states:» single-state at conditions.storm.states: the condition `storm` has nothing to switch to → give it two states or more, or remove it',
    ],
    [
      'a condition that adds in the state in which it begins',
      edit(
        'scenario',
        'calm: { label: Calm }',
        'calm: { label: Calm, effects: { access: "+" }, basis: { judgement: Fair weather. } }',
      ),
      'scenario.yaml:86:39 «access: "+" },» initial-adds at conditions.storm.states.calm.effects.access: `calm` is the initial state, from which the other states are counted, so it adds nothing itself → put it into the start value, or use `set`, which holds when the condition comes back to this state',
    ],
    [
      'a table without branches',
      edit(
        'scenario',
        '  on:\n    lease: { target: lease, meta: { label: The city offers a shorter lease, effects: { CITY.chip: "-" }, facts: [F01], basis: { judgement: Length is what it has to give. } } }\n',
        '  on: {}\n',
      ),
      'courts.yaml:6:3 «filed:» unreachable-state at branches.courts.states.filed: no move leads to `filed`, even with every guard open → target it from somewhere, or remove it',
      'courts.yaml:10:3 «ruled:» unreachable-state at branches.courts.states.ruled: no move leads to `ruled`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:8:3 «reply:» unreachable-state at branches.lease.states.reply: no move leads to `reply`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:44:3 «waiting:» unreachable-state at branches.lease.states.waiting: no move leads to `waiting`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:49:3 «together:» unreachable-state at branches.lease.states.together: no move leads to `together`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:55:3 «signed:» unreachable-state at branches.lease.states.signed: no move leads to `signed`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:58:3 «walkedAway:» unreachable-state at branches.lease.states.walkedAway: no move leads to `walkedAway`, even with every guard open → target it from somewhere, or remove it',
      'scenario.yaml:91:3 «on: {}» dead-end at table.on: the table offers no branch → add a move that leads to a branch',
    ],
    [
      'postures whose options never interact',
      edit(
        'scenario',
        '  combinations:\n    - { when: [CITY.insist, PORT.market], effects: { access: "--", CITY.chip: "-" }, basis: { judgement: Both lose the summer. } }\n',
        '',
      ),
      'scenario.yaml:98:1 «postures:» postures-without-order at postures: with the effects of single options alone, every actor’s preference is separable and the game is trivial → add `combinations` with effects, or an `order` by statements',
    ],
    [
      'a state that stands twice',
      edit(
        'courts',
        '  ruled:\n',
        '  filed:\n    type: final\n    meta: { label: x, agreement: false, describes: y }\n  ruled:\n',
      ),
      'courts.yaml:10:3 «filed:» duplicate-id at branches.courts.states.filed: `filed` stands here twice → rename or remove one of them',
    ],
    [
      'a move that stands twice',
      edit('courts', 'The only course. } } }\n', 'The only course. } } }\n      sue: { target: filed }\n'),
      'courts.yaml:10:7 «sue: { target:» duplicate-id at branches.courts.states.filed.on.sue: `sue` stands here twice → rename or remove one of them',
    ],
    [
      'an actor who stands twice',
      edit('scenario', '\nindicators:\n', '  MED: { name: Another, shape: circle, colour: 4 }\n\nindicators:\n'),
      'scenario.yaml:14:3 «MED: { name: A» duplicate-id at actors.MED: `MED` stands here twice → rename or remove one of them',
    ],
    [
      'a fact that stands twice',
      edit('facts', '  F03: { claim', '  F02: { claim: x, kind: event, status: contested }\n  F03: { claim'),
      'facts.yaml:6:3 «F02: { claim:» duplicate-id at facts.F02: `F02` stands here twice → rename or remove one of them',
    ],
    [
      'a section that stands twice',
      edit('scenario', 'shortcuts:\n', 'title: Another\nshortcuts:\n'),
      'scenario.yaml:94:1 «title: Another» duplicate-id at title: `title` stands here twice → rename or remove one of them',
    ],
    [
      'an actor and an indicator with one id',
      [
        edit('scenario', '  MED: { name: Mediator', '  strain: { name: Mediator'),
        edit('lease', 'PORT, MED]', 'PORT, strain]'),
      ],
      'scenario.yaml:29:3 «strain:» duplicate-id at indicators.strain: `strain` is the id of an indicator and of an actor → give one of them another id',
    ],
    [
      'a condition and an indicator with one id',
      [
        edit('scenario', '  storm:\n', '  access:\n'),
        edit('lease', '{ condition: storm, is: calm }', '{ condition: access, is: calm }'),
        edit('lease', '{ condition: storm, is: early }', '{ condition: access, is: early }'),
      ],
      'scenario.yaml:81:3 «access:» warning duplicate-id at conditions.access: `access` is the id of a condition and of an indicator → give one of them another id',
    ],
    [
      'two owners of effects with one id',
      edit(
        'scenario',
        '  storm:\n    label',
        '  CITY: { label: City hall, initial: rest, states: { rest: { label: Rest }, insist: { label: Insist, effects: { access: "-" }, basis: { judgement: Now and then. } } } }\n  storm:\n    label',
      ),
      'scenario.yaml:81:3 «CITY: { label:» warning duplicate-id at conditions.CITY: `CITY` is the id of a condition and of an actor → give one of them another id',
      'scenario.yaml:101:13 «insist: { labe» duplicate-id at postures.options.CITY.insist: `CITY.insist` is the id of this and of something else with effects → give one of them another id',
    ],
    [
      'accounts of very different lengths',
      edit('lease', 'PORT: The port would find the offer short of enough.', 'PORT: No.'),
      'lease.yaml:13:7 «told: { CITY:» warning told-lengths at branches.lease.states.reply.meta.told: the accounts here differ in length by more than a fifth (CITY 43, PORT 3 characters) → give each side the same room',
    ],
  ]);
});
