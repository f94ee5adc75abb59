import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('faults of form', () => {
  testFaults([
    [
      'a key that nothing knows',
      edit('scenario', 'title: Harbour lease', 'title: Harbour lease\nweather: fair'),
      'scenario.yaml:5:1 «weather: fair» unknown-key at weather: the key `weather` is not known here → use one of: format, id, version, title, language, readingDate, author, summary, sources, facts, issues, actors, …',
    ],
    [
      'a misspelt key is one slip, not an unknown key and a missing one',
      edit('lease', '          label: Accept\n', '          lable: Accept\n'),
      'lease.yaml:21:11 «lable: Accept» unknown-key at branches.lease.states.reply.on.accept.meta.lable: the key `lable` is not known here → did you mean `label`?',
    ],
    [
      'a misspelt section',
      edit('scenario', 'stakes:\n', 'stake:\n'),
      'scenario.yaml:60:1 «stake:» unknown-key at stake: the key `stake` is not known here → did you mean `stakes`?',
    ],
    [
      'a misspelt key deep inside an effect',
      edit('lease', 'CITY.time: { add: "-", scaled:', 'CITY.time: { add: "-", scaledd:'),
      'lease.yaml:39:38 «scaledd: { by:» unknown-key at branches.lease.states.reply.on.raise[0].meta.effects.CITY.time.scaledd: the key `scaledd` is not known here → did you mean `scaled`?',
    ],
    [
      'a misspelt bound of a guard',
      edit('lease', 'atLeast: 30', 'atleast: 30'),
      'lease.yaml:30:68 «atleast: 30 },» unknown-key at branches.lease.states.reply.on.raise[0].guard.params.all[0].atleast: the key `atleast` is not known here → did you mean `atLeast`?',
    ],
    [
      'timers, which a branch cannot have',
      edit('lease', '      whenNoneOpen: accept\n', '      whenNoneOpen: accept\n    after: { 1000: signed }\n'),
      'lease.yaml:17:5 «after: { 1000:» unknown-key at branches.lease.states.reply.after: the key `after` is not known here → use one of: tags, meta, on',
    ],
    [
      'services, which a branch cannot have',
      edit('lease', '      whenNoneOpen: accept\n', '      whenNoneOpen: accept\n    invoke: { src: clock }\n'),
      'lease.yaml:17:5 «invoke: { src:» unknown-key at branches.lease.states.reply.invoke: the key `invoke` is not known here → use one of: tags, meta, on',
    ],
    [
      'a stage at the table',
      edit('scenario', 'table:\n', 'table:\n  tags: demand\n'),
      'scenario.yaml:90:3 «tags: demand» unknown-key at table.tags: the key `tags` is not known here → use one of: meta, on',
    ],
    [
      'moves out of an end',
      edit('courts', '    type: final\n', '    type: final\n    on: {}\n'),
      'courts.yaml:12:5 «on: {}» unknown-key at branches.courts.states.ruled.on: the key `on` is not known here → use one of: type, tags, meta',
    ],
    [
      'a misspelt type of state',
      edit('courts', 'type: final', 'type: finl'),
      'courts.yaml:11:11 «finl» unknown-value at branches.courts.states.ruled.type: the text "finl" is not a value for this → did you mean `final`?',
    ],
    [
      'an end that does not say whether it is an agreement',
      edit('courts', 'agreement: false, ', ''),
      'courts.yaml:12:5 «meta: { label:» missing-key at branches.courts.states.ruled.meta.agreement: `agreement` is missing → add it: true or false',
    ],
    [
      'a guard of another type',
      edit('lease', 'type: holds', 'type: hold'),
      'lease.yaml:30:26 «hold, params:» unknown-value at branches.lease.states.reply.on.raise[0].guard.type: the text "hold" is not a value for this → did you mean `holds`?',
    ],
    [
      'an empty guard',
      edit('lease', '{ condition: storm, is: early }', '{}'),
      'lease.yaml:40:46 «when: {} }» wrong-type at branches.lease.states.reply.on.raise[0].meta.effects.PORT.credibility.when: found an empty mapping → begin with one of: all, any, not, indicator, condition, played',
    ],
    [
      'a guard without terms',
      edit('lease', '{ condition: storm, is: early }', '{ all: [] }'),
      'lease.yaml:40:54 «all: [] } }» wrong-length at branches.lease.states.reply.on.raise[0].meta.effects.PORT.credibility.when.all: an empty `all` says nothing',
    ],
    [
      'a bound without a number',
      edit('lease', '{ indicator: days, atLeast: 30 }', '{ indicator: days }'),
      'lease.yaml:30:49 «{ indicator: d» not-allowed at branches.lease.states.reply.on.raise[0].guard.params.all[0]: say atLeast or atMost',
    ],
    [
      'an effect with two operations',
      edit('lease', 'access: { set: 80 }', 'access: { set: 80, add: 3 }'),
      'lease.yaml:52:93 «access: { set:» effect-operation at branches.lease.states.together.on.share.meta.effects.access: an effect has exactly one of add, scale and set → write one of add, scale and set; only an `add` may be `scaled`',
    ],
    [
      'an effect with no operation',
      edit('lease', 'access: { set: 80 }', 'access: {}'),
      'lease.yaml:52:93 «access: {}, st» effect-operation at branches.lease.states.together.on.share.meta.effects.access: an effect has exactly one of add, scale and set → write one of add, scale and set; only an `add` may be `scaled`',
    ],
    [
      'a scaled effect that does not add',
      edit('lease', 'access: { set: 80 }', 'access: { set: 80, scaled: { by: days, ref: 60 } }'),
      'lease.yaml:52:112 «scaled: { by:» effect-operation at branches.lease.states.together.on.share.meta.effects.access.scaled: only an `add` may be `scaled` → write one of add, scale and set; only an `add` may be `scaled`',
    ],
    [
      'an effect that is neither word nor number',
      edit('lease', 'access: { set: 80 }', 'access: true'),
      'lease.yaml:52:101 «true, strain:» wrong-type at branches.lease.states.together.on.share.meta.effects.access: expected text, or a number, or a mapping, found true',
    ],
    [
      'an estimate without its high end',
      edit('scenario', 'initial: { low: 40, mode: 55, high: 70 }', 'initial: { low: 40, mode: 55 }'),
      'scenario.yaml:26:5 «initial: { low» missing-key at indicators.access.initial.high: `high` is missing → add it: a number',
    ],
    [
      'low above mode',
      edit('scenario', 'chip: { low: 30, mode: 45', 'chip: { low: 50, mode: 45'),
      'scenario.yaml:41:18 «50, mode: 45,» low-above-mode at drivers.CITY.chip.low: low (50) is above mode (45) → write low ≤ mode ≤ high',
    ],
    [
      'mode above high',
      edit('lease', '{ low: -4, mode: -2, high: 0 }', '{ low: -4, mode: 1, high: 0 }'),
      'lease.yaml:24:79 «0 } }» mode-above-high at branches.lease.states.reply.on.accept.meta.effects.PORT.credibility.high: mode (1) is above high (0) → write low ≤ mode ≤ high',
    ],
    [
      'a number in quotes',
      edit('scenario', 'initial: 80', 'initial: "80"'),
      'scenario.yaml:20:14 «"80"» wrong-type at indicators.days.initial: expected a number, or a mapping, found the text "80" → write it without quotes',
    ],
    [
      'a word for a number',
      edit('scenario', 'initial: 80', 'initial: NaN'),
      'scenario.yaml:20:14 «NaN» wrong-type at indicators.days.initial: expected a number, or a mapping, found the text "NaN"',
    ],
    [
      'a number for a text',
      edit('scenario', 'title: Harbour lease', 'title: 5'),
      'scenario.yaml:4:8 «5» wrong-type at title: expected text, found the number 5',
    ],
    [
      'an empty text',
      edit('scenario', 'title: Harbour lease', 'title: ""'),
      'scenario.yaml:4:8 «""» missing-text at title: expected some text',
    ],
    [
      'a key with nothing after it',
      edit(
        'lease',
        '          effects: { access: "+", PORT.credibility: { low: -4, mode: -2, high: 0 } }\n',
        '          effects:\n',
      ),
      'lease.yaml:24:11 «effects:» wrong-type at branches.lease.states.reply.on.accept.meta.effects: expected a mapping, found an empty value → fill it in, or remove the key',
    ],
    [
      'a list for a mapping',
      edit('courts', '    on:\n      sue: {', '    on:\n      - {'),
      'courts.yaml:8:5 «on:» wrong-type at branches.courts.states.filed.on: expected a mapping, found a list',
    ],
    [
      'a mapping for a list',
      edit('scenario', 'infeasible: []', 'infeasible: {}'),
      'scenario.yaml:104:3 «infeasible: {}» wrong-type at postures.infeasible: expected a list, found a mapping',
    ],
    [
      'a colour that there is not',
      edit('scenario', 'colour: 3', 'colour: 9'),
      'scenario.yaml:13:51 «9, wants: [an» out-of-range at actors.MED.colour: found the number 9; it must be at most 4',
    ],
    [
      'a part of a colour',
      edit('scenario', 'colour: 3', 'colour: 2.5'),
      'scenario.yaml:13:51 «2.5, wants: [a» wrong-type at actors.MED.colour: expected a whole number, found the number 2.5',
    ],
    [
      'a misspelt shape',
      edit('scenario', 'shape: triangle', 'shape: trangle'),
      'scenario.yaml:13:33 «trangle, colou» unknown-value at actors.MED.shape: the text "trangle" is not a value for this → did you mean `triangle`?',
    ],
    [
      'a fact with a status of its own',
      edit('facts', 'status: contested', 'status: doubtful'),
      'facts.yaml:5:117 «doubtful, sour» unknown-value at facts.F02.status: the text "doubtful" is not a value for this → use one of: corroborated, contested, contradicted, not checked',
    ],
    [
      'a day that there is not',
      edit('scenario', '2025-06-02', '2025-02-30'),
      'scenario.yaml:97:13 «2025-02-30, te» wrong-form at afterwards[0].date: found the text "2025-02-30"; expected a date such as 2025-06-02',
    ],
    [
      'a date in words',
      edit('scenario', 'readingDate: 2025-03-14', 'readingDate: 14 March 2025'),
      'scenario.yaml:6:14 «14 March 2025» wrong-form at readingDate: found the text "14 March 2025"; expected a date such as 2025-03-14',
    ],
    [
      'an address that is none',
      edit('facts', 'url: "https://example.org/lease"', 'url: nowhere'),
      'facts.yaml:2:71 «nowhere }» wrong-form at sources.S1.url: found the text "nowhere"; expected an address such as https://example.org/page',
    ],
    [
      'a version of two numbers',
      edit('scenario', 'version: 1.0.0', 'version: "1.0"'),
      'scenario.yaml:3:10 «"1.0"» wrong-form at version: found the text "1.0"; expected three numbers, as in 1.0.0',
    ],
    [
      'a range from high to low',
      edit('scenario', 'range: [0, 120]', 'range: [120, 0]'),
      'scenario.yaml:19:5 «range: [120, 0» range-empty at indicators.days.range: a range is [lowest, highest], the first below the second → write the lower number first',
    ],
    [
      'a range with one end',
      edit('scenario', 'range: [0, 120]', 'range: [120]'),
      'scenario.yaml:19:5 «range: [120]» wrong-length at indicators.days.range: expected a list of 2, found one of 1',
    ],
    [
      'a range with three ends',
      edit('scenario', 'range: [0, 120]', 'range: [0, 60, 120]'),
      'scenario.yaml:19:5 «range: [0, 60,» wrong-length at indicators.days.range: expected a list of 2, found one of 3',
    ],
    [
      'a stake between two equal anchors',
      edit('scenario', 'worst: 80, best: 30', 'worst: 80, best: 80'),
      'scenario.yaml:64:5 «strain: { weig» stake-anchors at stakes.CITY.strain: worst and best are the same: nothing is at stake → write two different values, or remove the stake',
    ],
    [
      'a limit of nothing',
      edit('lease', 'limit: 2', 'limit: 0'),
      'lease.yaml:45:63 «0 }» out-of-range at branches.lease.states.waiting.meta.limit: found the number 0; it must be at least 1',
    ],
    [
      'a limit of one and a half',
      edit('lease', 'limit: 2', 'limit: 1.5'),
      'lease.yaml:45:63 «1.5 }» wrong-type at branches.lease.states.waiting.meta.limit: expected a whole number, found the number 1.5',
    ],
    [
      'a weight above 1',
      edit('scenario', 'weight: 0.6', 'weight: 1.6'),
      'scenario.yaml:62:23 «1.6, worst: 20» out-of-range at stakes.CITY.access.weight: found the number 1.6; it must be at most 1',
    ],
    [
      'a weight below 0',
      edit('scenario', 'weights: { chip: 0.2', 'weights: { chip: -0.2'),
      'scenario.yaml:57:22 «-0.2, alternat» out-of-range at leverage.PORT.weights.chip: found the number -0.2; it must be at least 0',
    ],
    [
      'a division by nothing',
      edit('lease', 'ref: 60', 'ref: 0'),
      'lease.yaml:39:63 «0 } }» not-allowed at branches.lease.states.reply.on.raise[0].meta.effects.CITY.time.scaled.ref: ref must not be 0',
    ],
    [
      'a move called chance',
      edit('courts', '      sue:', '      chance:'),
      'courts.yaml:9:7 «chance: { targ» reserved-id at branches.courts.states.filed.on.chance: `chance` is a word with a meaning of its own here; choose another id',
    ],
    [
      'a state called end',
      [
        edit('courts', '  ruled:\n', '  end:\n'),
        edit('courts', 'end: ruled', 'end: end'),
        edit('courts', 'target: ruled', 'target: end'),
        edit('lease', 'courts.ruled', 'courts.end'),
      ],
      'courts.yaml:10:3 «end:» reserved-id at branches.courts.states.end: `end` is a word with a meaning of its own here; choose another id',
    ],
    [
      'an id with a blank',
      edit('courts', '      sue:', '      sue it:'),
      'courts.yaml:9:7 «sue it: { targ» wrong-form at branches.courts.states.filed.on.sue it: `sue it` is no id: an id begins with a letter; letters, digits, _ and - may follow; no dots',
    ],
    [
      'an id with a dot',
      edit('courts', '      sue:', '      sue.it:'),
      'courts.yaml:9:7 «sue.it: { targ» wrong-form at branches.courts.states.filed.on.sue.it: `sue.it` is no id: an id begins with a letter; letters, digits, _ and - may follow; no dots',
    ],
    [
      'an id that begins with a digit',
      edit('courts', '      sue:', '      1st:'),
      'courts.yaml:9:7 «1st: { target:» wrong-form at branches.courts.states.filed.on.1st: `1st` is no id: an id begins with a letter; letters, digits, _ and - may follow; no dots',
    ],
    [
      'a merge key, which YAML 1.2 does not have',
      edit('courts', 'states:\n', 'states:\n  <<: { a: 1 }\n'),
      'courts.yaml:6:3 «<<: { a: 1 }» wrong-form at branches.courts.states.<<: `<<` is no id: an id begins with a letter; letters, digits, _ and - may follow; no dots → YAML 1.2 has no merge keys: write the parts out, or repeat a whole part with *name',
    ],
    [
      'a text that a comma cut in two',
      edit('scenario', '{ judgement: Ships first. }', '{ judgement: Ships first, then money. }'),
      'scenario.yaml:65:38 «then money. }» unknown-key at stakes.CITY.basis.then money.: the key `then money.` is not known here → a comma inside { } begins a new key: put the text in quotes',
    ],
    [
      'two kinds of basis at once',
      edit('scenario', '{ judgement: Ships first. }', '{ judgement: Ships first., source: [F01] }'),
      'scenario.yaml:65:14 «judgement: Shi» unknown-key at stakes.CITY.basis.judgement: `judgement` does not go with the other keys here → keep one of the two: this key, or those that it does not go with',
    ],
    [
      'a basis that is empty',
      edit('scenario', '{ judgement: Ships first. }', '{}'),
      'scenario.yaml:65:5 «basis: {}» wrong-type at stakes.CITY.basis: found an empty mapping → begin with one of: source, derived, judgement',
    ],
    [
      'a decision by nobody in a list',
      edit('lease', 'decides: [CITY, PORT, MED]', 'decides: []'),
      'lease.yaml:50:13 «decides: [], n» wrong-length at branches.lease.states.together.meta.decides: name at least one actor',
    ],
    [
      'a decision by something empty',
      edit('lease', '      decides: PORT\n', '      decides:\n'),
      'lease.yaml:10:7 «decides:» wrong-type at branches.lease.states.reply.meta.decides: expected text, or a list, found an empty value → fill it in, or remove the key',
    ],
    [
      'no format',
      edit('scenario', 'format: 1\n', ''),
      'scenario.yaml:1:1 «id: harbour-le» missing-key at format: `format` is missing → add it: 1',
    ],
    [
      'a format in words',
      edit('scenario', 'format: 1', 'format: one'),
      'scenario.yaml:1:9 «one» unknown-value at format: the text "one" is not a value for this → write `1`',
    ],
    [
      'a newer format',
      edit('scenario', 'format: 1', 'format: 2'),
      'scenario.yaml:1:9 «2» unknown-format at format: the file is written in format 2; this Parley reads up to 1 → use a newer Parley',
    ],
  ]);
});
