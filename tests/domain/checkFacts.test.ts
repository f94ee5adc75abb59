import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('facts', () => {
  testFaults([
    [
      'a fact that is not there',
      [
        edit('lease', 'reply:\n    meta:', 'reply:\n    meta:'),
        edit('lease', '      facts: [F02]\n      wouldChange', '      facts: [F92]\n      wouldChange'),
      ],
      'lease.yaml:14:15 «F92]» unknown-fact at branches.lease.states.reply.meta.facts[0]: no fact is called `F92` → did you mean `F02`?',
    ],
    [
      'a fact in brackets in a text that is not there',
      edit('lease', 'still runs. [F01]', 'still runs. [F01, F99]'),
      'lease.yaml:12:74 «F99]» unknown-fact at branches.lease.states.reply.meta.context: no fact is called `F99` → use one of: F01, F02, F03',
    ],
    [
      'a fact in the summary that is not there',
      edit('scenario', 'season nears.', 'season nears. [F09]'),
      'scenario.yaml:8:85 «F09]» unknown-fact at summary: no fact is called `F09` → did you mean `F01`?',
    ],
    [
      'a fact among the wants of an actor',
      edit('scenario', 'fears: [blame]', 'fears: ["blame [F09]"]'),
      'scenario.yaml:13:99 «F09]"] }» unknown-fact at actors.MED.fears[0]: no fact is called `F09` → did you mean `F01`?',
    ],
    [
      'a basis on a fact that is not there',
      edit('scenario', 'basis: { source: [F01] }', 'basis: { source: [F1] }'),
      'scenario.yaml:21:23 «F1] }» unknown-fact at indicators.days.basis.source[0]: no fact is called `F1` → did you mean `F01`?',
    ],
    [
      'a basis of a posture on a fact that is not there',
      edit('scenario', '{ judgement: It takes months. }', '{ source: [F07] }'),
      'scenario.yaml:101:122 «F07] } } }» unknown-fact at postures.options.PORT.market.basis.source[0]: no fact is called `F07` → did you mean `F01`?',
    ],
    [
      'a note on the law with a fact that is not there',
      edit('lease', 'by consent only., facts: [F01]', 'by consent only., facts: [F11]'),
      'lease.yaml:35:80 «F11] }» unknown-fact at branches.lease.states.reply.on.raise[0].meta.law.facts[0]: no fact is called `F11` → did you mean `F01`?',
    ],
    [
      'a source that is not there',
      edit('facts', 'sources: [S1], note', 'sources: [S2], note'),
      'facts.yaml:5:138 «S2], note: Not» unknown-source at facts.F02.sources[0]: no source is called `S2` → did you mean `S1`?',
    ],
    [
      'a claim by nobody',
      edit('facts', 'by: PORT', 'by: PORTT'),
      'facts.yaml:5:103 «PORTT, status:» unknown-actor at facts.F02.by: no actor is called `PORTT` → did you mean `PORT`?',
    ],
    [
      'a claim by several, one of them nobody',
      edit('facts', 'by: PORT', 'by: [CITY, PORTT]'),
      'facts.yaml:5:110 «PORTT], status» unknown-actor at facts.F02.by[1]: no actor is called `PORTT` → did you mean `PORT`?',
    ],
    [
      'a fact that quotes another that is not there',
      edit('facts', 'note: Not named.', 'note: "Not named, see [F20]."'),
      'facts.yaml:5:166 «F20]." }» unknown-fact at facts.F02.note: no fact is called `F20` → did you mean `F02`?',
    ],
    [
      'a problem of the source about a fact that is not there',
      edit('facts', 'facts: [F01], handled', 'facts: [F10], handled'),
      'facts.yaml:8:73 «F10], handled:» unknown-fact at issues.I1.facts[0]: no fact is called `F10` → did you mean `F01`?',
    ],
    [
      'a later fact',
      edit('lease', 'by consent only., facts: [F01]', 'by consent only., facts: [F03]'),
      'lease.yaml:35:80 «F03] }» late-fact at branches.lease.states.reply.on.raise[0].meta.law.facts[0]: fact `F03` starts on 2025-05-30, after the reading date 2025-03-14 → cite it under `afterwards` only',
    ],
    [
      'a later fact in brackets',
      [
        edit('courts', 'that neither likes.', '"that neither wrote. [F03]"'),
        edit('courts', 'describes: A judge sets terms "', 'describes: "A judge sets terms '),
      ],
      'courts.yaml:12:107 «F03]" }» late-fact at branches.courts.states.ruled.meta.describes: fact `F03` starts on 2025-05-30, after the reading date 2025-03-14 → cite it under `afterwards` only',
    ],
    [
      'a later fact as a basis',
      edit('scenario', 'basis: { source: [F01] }', 'basis: { source: [F03] }'),
      'scenario.yaml:21:23 «F03] }» late-fact at indicators.days.basis.source[0]: fact `F03` starts on 2025-05-30, after the reading date 2025-03-14 → cite it under `afterwards` only',
    ],
    [
      'a later fact that afterwards cites is no problem, an unknown one is',
      edit('scenario', 'had said. [F03]", facts: [F01]', 'had said. [F03]", facts: [F03, F04]'),
      'scenario.yaml:97:94 «F04] }» unknown-fact at afterwards[0].facts[1]: no fact is called `F04` → did you mean `F01`?',
    ],
  ]);
});
