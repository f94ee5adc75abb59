import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('the shape of the chart', () => {
  testFaults([
    [
      'a state to which no move leads',
      edit(
        'courts',
        '  ruled:\n',
        '  appeal:\n    meta: { decides: CITY, ask: "Does the city appeal?" }\n    on: { drop: { target: ruled, meta: { label: Drop it } } }\n  ruled:\n',
      ),
      'courts.yaml:10:3 «appeal:» unreachable-state at branches.courts.states.appeal: no move leads to `appeal`, even with every guard open → target it from somewhere, or remove it',
    ],
    [
      'a stub to which no move leads',
      edit('courts', '  ruled:\n', '  back: { type: final, meta: { continues: lease.signed } }\n  ruled:\n'),
      'courts.yaml:10:3 «back: { type:» unreachable-state at branches.courts.states.back: no move leads to `back`, even with every guard open → target it from somewhere, or remove it',
    ],
    [
      'states beyond one that is cut off',
      edit('lease', 'target: together', 'target: reply'),
      'courts.yaml:6:3 «filed:» unreachable-state at branches.courts.states.filed: no move leads to `filed`, even with every guard open → target it from somewhere, or remove it',
      'courts.yaml:10:3 «ruled:» unreachable-state at branches.courts.states.ruled: no move leads to `ruled`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:49:3 «together:» unreachable-state at branches.lease.states.together: no move leads to `together`, even with every guard open → target it from somewhere, or remove it',
    ],
    [
      'a decision without moves',
      [
        edit(
          'courts',
          '      sue: {',
          '      wait: { target: idle, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
        ),
        edit('courts', '  ruled:\n', '  idle:\n    meta: { decides: CITY, ask: "What now?" }\n  ruled:\n'),
      ],
      'courts.yaml:11:3 «idle:» dead-end at branches.courts.states.idle: `idle` has no moves and is no end → add moves, or make it `type: final`',
    ],
    [
      'a decision that leads only to one without moves is no second problem',
      [
        edit(
          'courts',
          '      sue: {',
          '      wait: { target: pause, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
        ),
        edit(
          'courts',
          '  ruled:\n',
          '  pause:\n    meta: { decides: CITY, ask: "And then?" }\n    on: { go: { target: idle, meta: { label: Go on } } }\n  idle:\n    meta: { decides: CITY, ask: "What now?" }\n    on: {}\n  ruled:\n',
        ),
      ],
      'courts.yaml:14:3 «idle:» dead-end at branches.courts.states.idle: `idle` has no moves and is no end → add moves, or make it `type: final`',
    ],
    [
      'a trap: a bounded loop without a way out',
      [
        edit(
          'courts',
          '      sue: {',
          '      wait: { target: idle, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
        ),
        edit(
          'courts',
          '  ruled:\n',
          '  idle:\n    meta: { decides: CITY, ask: "What now?", limit: 3 }\n    on: { again: { target: idle, meta: { label: Wait on } } }\n  ruled:\n',
        ),
      ],
      'courts.yaml:11:3 «idle:» dead-end at branches.courts.states.idle: from `idle` no end can be reached → give some move a target that leads to an end',
    ],
    [
      'a loop without a limit',
      edit('lease', ', limit: 2', ''),
      'lease.yaml:8:3 «reply:» unbounded-loop at branches.lease.states.reply: this loop never ends: lease.reply → lease.waiting → lease.reply → give one of these states a `limit`',
    ],
    [
      'two loops without a limit are two problems',
      [
        edit('lease', ', limit: 2', ''),
        edit(
          'courts',
          '      sue: {',
          '      wait: { target: filed, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
        ),
      ],
      'courts.yaml:6:3 «filed:» unbounded-loop at branches.courts.states.filed: this loop never ends: courts.filed → courts.filed → give one of these states a `limit`',
      'lease.yaml:8:3 «reply:» unbounded-loop at branches.lease.states.reply: this loop never ends: lease.reply → lease.waiting → lease.reply → give one of these states a `limit`',
    ],
    [
      'a decision all of whose moves may be closed by guards',
      [
        edit('lease', '      whenNoneOpen: accept\n', ''),
        edit(
          'lease',
          '        target: signed\n        meta:',
          '        target: signed\n        guard: { type: holds, params: { indicator: days, atLeast: 1 } }\n        meta:',
        ),
        edit(
          'lease',
          '        - target: walkedAway',
          '        - target: walkedAway\n          guard: { type: holds, params: { condition: storm, is: early } }',
        ),
      ],
      'lease.yaml:8:3 «reply:» may-be-stuck at branches.lease.states.reply: every move of `reply` has a guard or leads to a state with a limit, so it may have no open move → leave one move without a guard, or name one in `whenNoneOpen`',
    ],
    [
      'a decision whose last open move a limit closes',
      [
        edit('courts', '      sue: { target: ruled', '      sue: { target: filed'),
        edit('courts', 'decides: CITY, ', 'decides: CITY, limit: 2, '),
        edit(
          'courts',
          '    on:\n',
          '    on:\n      drop: { target: ruled, guard: { type: holds, params: { condition: storm, is: early } }, meta: { label: Drop it, tendency: 1, basis: { judgement: Even. } } }\n',
        ),
      ],
      'courts.yaml:6:3 «filed:» may-be-stuck at branches.courts.states.filed: every move of `filed` has a guard or leads to a state with a limit, so it may have no open move → leave one move without a guard, or name one in `whenNoneOpen`',
    ],
    [
      'a way out that a limit closes is none',
      [
        edit('courts', '      sue: { target: ruled', '      sue: { target: filed'),
        edit('courts', 'decides: CITY, ', 'decides: CITY, whenNoneOpen: sue, limit: 2, '),
        edit(
          'courts',
          '    on:\n',
          '    on:\n      drop: { target: ruled, guard: { type: holds, params: { condition: storm, is: early } }, meta: { label: Drop it, tendency: 1, basis: { judgement: Even. } } }\n',
        ),
      ],
      'courts.yaml:6:3 «filed:» may-be-stuck at branches.courts.states.filed: every move of `filed` has a guard or leads to a state with a limit, so it may have no open move → leave one move without a guard, or name one in `whenNoneOpen`',
    ],
  ]);
});
