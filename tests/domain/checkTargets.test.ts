import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('targets', () => {
  testFaults([
    [
      'a state that is not there',
      edit('lease', '        target: signed\n', '        target: singed\n'),
      'lease.yaml:19:17 «singed» unknown-target at branches.lease.states.reply.on.accept.target: no state is called `singed` → did you mean `signed`?',
    ],
    [
      'a second target that is not there',
      edit('lease', '        - target: walkedAway', '        - target: walkedaway'),
      'lease.yaml:43:19 «walkedaway» unknown-target at branches.lease.states.reply.on.raise[1].target: no state is called `walkedaway` → did you mean `walkedAway`?',
    ],
    [
      'a target like nothing that there is',
      edit('lease', '        - target: walkedAway', '        - target: nowhere\n        - target: walkedAway'),
      'lease.yaml:43:19 «nowhere» unknown-target at branches.lease.states.reply.on.raise[1].target: no state is called `nowhere` → use one of: reply, waiting, together, elsewhere, signed, walkedAway',
    ],
    [
      'a branch that is not there',
      edit('scenario', 'target: lease', 'target: leese'),
      'scenario.yaml:92:22 «leese, meta: {» unknown-target at table.on.lease.target: no branch is called `leese` → did you mean `lease`?',
    ],
    [
      'a state of another branch',
      edit('lease', '        target: signed\n', '        target: courts.filed\n'),
      'lease.yaml:19:17 «courts.filed» unknown-target at branches.lease.states.reply.on.accept.target: no state is called `courts.filed` → add a final state here with `continues: courts.filed`, and target that',
    ],
    [
      'a stub that continues nowhere',
      edit('lease', 'continues: courts.filed', 'continues: courts.filled'),
      'lease.yaml:54:48 «courts.filled» unknown-target at branches.lease.states.elsewhere.meta.continues: no decision or end is called `courts.filled` → did you mean `courts.filed`?',
    ],
    [
      'a stub that continues in a branch without saying where',
      edit('lease', 'continues: courts.filed', 'continues: courts'),
      'courts.yaml:6:3 «filed:» unreachable-state at branches.courts.states.filed: no move leads to `filed`, even with every guard open → target it from somewhere, or remove it',
      'courts.yaml:10:3 «ruled:» unreachable-state at branches.courts.states.ruled: no move leads to `ruled`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:54:48 «courts } }» unknown-target at branches.lease.states.elsewhere.meta.continues: no decision or end is called `courts` → use one of: lease.reply, lease.waiting, lease.together, lease.signed, lease.walkedAway, courts.filed, courts.ruled',
    ],
    [
      'a stub that continues at home',
      edit('lease', 'continues: courts.filed', 'continues: lease.signed'),
      'courts.yaml:6:3 «filed:» unreachable-state at branches.courts.states.filed: no move leads to `filed`, even with every guard open → target it from somewhere, or remove it',
      'courts.yaml:10:3 «ruled:» unreachable-state at branches.courts.states.ruled: no move leads to `ruled`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:54:48 «lease.signed }» stub-at-home at branches.lease.states.elsewhere.meta.continues: `lease.signed` is in this branch → target it directly and remove this stub',
    ],
    [
      'a stub that continues in another stub',
      [
        edit('courts', '  ruled:\n', '  back: { type: final, meta: { continues: lease.reply } }\n  ruled:\n'),
        edit(
          'courts',
          '      sue: {',
          '      wait: { target: back, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
        ),
        edit('lease', 'continues: courts.filed', 'continues: courts.back'),
        edit('scenario', '      early: { label', '      late: { label: Late }\n      early: { label'),
      ],
      'courts.yaml:6:3 «filed:» unreachable-state at branches.courts.states.filed: no move leads to `filed`, even with every guard open → target it from somewhere, or remove it',
      'courts.yaml:12:3 «ruled:» unreachable-state at branches.courts.states.ruled: no move leads to `ruled`, even with every guard open → target it from somewhere, or remove it',
      'lease.yaml:54:48 «courts.back }» unknown-target at branches.lease.states.elsewhere.meta.continues: no decision or end is called `courts.back` → write `lease.reply`, where that one continues',
    ],
    [
      'a branch that begins nowhere',
      edit('lease', 'initial: reply', 'initial: repyl'),
      'lease.yaml:2:10 «repyl» unknown-target at branches.lease.initial: no state is called `repyl` → did you mean `reply`?',
    ],
    [
      'a branch that begins at an end',
      edit('courts', 'initial: filed', 'initial: ruled'),
      'courts.yaml:2:10 «ruled» initial-end at branches.courts.initial: a branch must begin with a decision; `ruled` is none → name a decision',
    ],
    [
      'a branch under another name',
      edit('courts', 'id: courts', 'id: court'),
      'courts.yaml:1:5 «court» branch-id at branches.courts.id: this branch stands under the key `courts` but calls itself `court` → make them equal',
    ],
    [
      'an end without a deal that is not there',
      edit('lease', 'noDeal: { end: walkedAway', 'noDeal: { end: walkedway'),
      'lease.yaml:4:18 «walkedway, eff» unknown-target at branches.lease.meta.noDeal.end: no end is called `walkedway` → did you mean `walkedAway`?',
    ],
    [
      'an end without a deal that is a deal',
      edit('lease', 'noDeal: { end: walkedAway', 'noDeal: { end: signed'),
      'lease.yaml:4:18 «signed, effect» no-deal-agreement at branches.lease.meta.noDeal.end: `signed` is marked as an agreement, so it is no way of walking away → name an end with agreement: false',
    ],
    [
      'an end without a deal that is a stub',
      edit('lease', 'noDeal: { end: walkedAway', 'noDeal: { end: elsewhere'),
      'lease.yaml:4:18 «elsewhere, eff» unknown-target at branches.lease.meta.noDeal.end: no end is called `elsewhere` → this state only continues elsewhere: name an end, as in `branch.end`',
    ],
    [
      'an end without a deal that is a decision',
      edit('courts', 'end: ruled', 'end: filed'),
      'courts.yaml:4:18 «filed, basis:» unknown-target at branches.courts.meta.noDeal.end: no end is called `filed` → did you mean `ruled`?',
    ],
    [
      'an alternative that is not there',
      edit('lease', 'end: courts.ruled', 'end: courts.rulled'),
      'lease.yaml:6:18 «courts.rulled,» unknown-target at branches.lease.meta.alternative.CITY.end: no end is called `courts.rulled` → did you mean `courts.ruled`?',
    ],
    [
      'a way out that is no move',
      edit('lease', 'whenNoneOpen: accept', 'whenNoneOpen: acept'),
      'lease.yaml:16:21 «acept» unknown-move at branches.lease.states.reply.meta.whenNoneOpen: no move is called `acept` → did you mean `accept`?',
    ],
    [
      'a kin that is no move',
      edit('lease', 'label: Raise the price\n', 'label: Raise the price\n            kin: acept\n'),
      'lease.yaml:33:18 «acept» unknown-move at branches.lease.states.reply.on.raise[0].meta.kin: no move is called `acept` → did you mean `accept`?',
    ],
    [
      'a move that is its own kin',
      edit('lease', 'label: Accept\n', 'label: Accept\n          kin: accept\n'),
      'lease.yaml:22:16 «accept» kin-unusable at branches.lease.states.reply.on.accept.meta.kin: a move is no kin of its own → name another move of this decision, or remove `kin`',
    ],
    [
      'a failure to agree that is no move',
      edit('lease', 'noAgreement: none', 'noAgreement: nope'),
      'lease.yaml:50:54 «nope, ask: "Do» unknown-move at branches.lease.states.together.meta.noAgreement: no move is called `nope` → did you mean `none`?',
    ],
    [
      'a shortcut to a decision that is not there',
      edit('scenario', '[lease.reply, lease.together]', '[lease.reply, lease.togther]'),
      'scenario.yaml:95:24 «lease.togther]» unknown-decision at shortcuts.lease[1]: no decision is called `lease.togther` → did you mean `lease.together`?',
    ],
    [
      'a shortcut to an end',
      edit('scenario', '[lease.reply, lease.together]', '[lease.reply, lease.signed]'),
      'scenario.yaml:95:24 «lease.signed]» unknown-decision at shortcuts.lease[1]: no decision is called `lease.signed` → use one of: lease.reply, lease.waiting, lease.together, courts.filed',
    ],
    [
      'a shortcut for a branch that is not there',
      edit('scenario', 'shortcuts:\n  lease:', 'shortcuts:\n  leaze:'),
      'scenario.yaml:95:3 «leaze: [lease.» unknown-branch at shortcuts.leaze: no branch is called `leaze` → did you mean `lease`?',
    ],
  ]);
});
