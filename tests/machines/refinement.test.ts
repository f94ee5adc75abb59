import { describe, expect, test } from 'vitest';
import { refinementProblems } from '../../machines/refinement.ts';
import { testFaults } from '../support/faults.ts';
import { edit, edited, type Folder, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

/** The courts as a withdrawal: from its posture over a response, which may also lead back to the talks, to the announcement. */
const REFINING: Folder = {
  ...HARBOUR_LEASE,
  // What the courts lead back to has to be entered less than forever.
  'branches/lease.yaml': (HARBOUR_LEASE['branches/lease.yaml'] ?? '').replace(
    'noAgreement: none, ask',
    'noAgreement: none, limit: 2, ask',
  ),
  'branches/courts.yaml': `id: courts
initial: filed
meta:
  instrument: withdrawal
  noDeal: { end: ruled, basis: { judgement: There is no other way out. } }
states:
  filed:
    tags: posture
    meta: { decides: CITY, ask: "Does the city sue?" }
    on:
      sue: { target: heard, meta: { label: Sue } }
      wait: { target: later, meta: { label: Wait first } }
  later:
    tags: posture
    meta: { decides: CITY, ask: "And now?" }
    on:
      sue: { target: heard, meta: { label: Sue } }
  heard:
    tags: [response]
    meta: { decides: PORT, ask: "How does the port answer?" }
    on:
      publish:
        - target: read
          guard: { type: holds, params: { indicator: days, atLeast: 10 } }
          meta: { label: Publish it }
        - target: again
      settle: { target: talks, meta: { label: Talk after all } }
  again:
    tags: response
    meta: { decides: PORT, ask: "And then?" }
    on:
      publish: { target: read, meta: { label: Publish it } }
  read:
    tags: announcement
    meta: { decides: CITY, ask: "How does the city take it?" }
    on:
      accept: { target: ruled, meta: { label: Accept } }
  talks: { type: final, meta: { continues: lease.together } }
  ruled:
    type: final
    tags: out
    meta: { label: A court decides, agreement: false, describes: A judge sets terms that neither likes. }
`,
};

const STAGES = 'posture, response, reassessment, offer, answer, announcement, out, exchanged, held, shifted';

test('a branch refines its instrument: staying, following it, or leaving for another branch', () => {
  expect(readTexts(REFINING, [refinementProblems]).problems).toEqual([]);
});

describe('a branch that does not refine its instrument', () => {
  testFaults(
    [
      [
        'names one that there is not',
        edit('courts', 'instrument: withdrawal', 'instrument: withdrawl'),
        'courts.yaml:4:15 «withdrawl» unknown-instrument at branches.courts.meta.instrument: no instrument is called `withdrawl` → did you mean `withdrawal`?',
      ],
      [
        'begins in another stage',
        edit('courts', 'initial: filed', 'initial: heard'),
        'courts.yaml:2:10 «heard» initial-stage at branches.courts.initial: the branch begins in stage `response`; the withdrawal begins in `posture` → begin at a state of the stage `posture`',
      ],
      [
        'has a state without a stage',
        edit('courts', '    tags: announcement\n', ''),
        `courts.yaml:33:3 «read:» stage-count at branches.courts.states.read: \`read\` has 0 stage tags; it needs exactly one → use one of: ${STAGES}`,
      ],
      [
        'has a state in two stages',
        edit('courts', 'tags: [response]', 'tags: [response, offer]'),
        `courts.yaml:19:5 «tags: [respons» stage-count at branches.courts.states.heard.tags: \`heard\` has 2 stage tags; it needs exactly one → use one of: ${STAGES}`,
      ],
      [
        'has an end without a stage',
        edit('courts', '    tags: out\n', ''),
        `courts.yaml:39:3 «ruled:» stage-count at branches.courts.states.ruled: \`ruled\` has 0 stage tags; it needs exactly one → use one of: ${STAGES}`,
      ],
      [
        'has a misspelt stage',
        edit('courts', 'tags: announcement', 'tags: anouncement'),
        'courts.yaml:34:11 «anouncement» unknown-stage at branches.courts.states.read.tags: the withdrawal has no stage called `anouncement` → did you mean `announcement`?',
      ],
      [
        'has a stage of another instrument, in a list',
        edit('courts', 'tags: [response]', 'tags: [expiry]'),
        `courts.yaml:19:12 «expiry]» unknown-stage at branches.courts.states.heard.tags[0]: the withdrawal has no stage called \`expiry\` → use one of: ${STAGES}`,
      ],
      [
        'ends in a stage that is not final',
        edit('courts', 'tags: out', 'tags: announcement'),
        'courts.yaml:41:11 «announcement» stage-finality at branches.courts.states.ruled.tags: `ruled` is an end, and `announcement` is not a final stage of the withdrawal → use one of: out, exchanged, held, shifted',
      ],
      [
        'goes on in a final stage',
        edit('courts', 'tags: announcement', 'tags: out'),
        'courts.yaml:23:19 «read» not-refining at branches.courts.states.heard.on.publish[0].target: this leads from stage `response` to `out`, which the withdrawal does not → from `response` it may stay or go to reassessment, offer, announcement',
        'courts.yaml:32:26 «read, meta: {» not-refining at branches.courts.states.again.on.publish.target: this leads from stage `response` to `out`, which the withdrawal does not → from `response` it may stay or go to reassessment, offer, announcement',
        'courts.yaml:34:11 «out» stage-finality at branches.courts.states.read.tags: `out` is a final stage of the withdrawal, and `read` is no end → use one of: posture, response, reassessment, offer, answer, announcement',
      ],
      [
        'goes back, in the second target of a move',
        edit('courts', '        - target: again\n', '        - target: later\n'),
        'courts.yaml:18:3 «heard:» unbounded-loop at branches.courts.states.heard: this loop never ends: courts.heard → courts.later → courts.heard → give one of these states a `limit`',
        'courts.yaml:26:19 «later» not-refining at branches.courts.states.heard.on.publish[1].target: this leads from stage `response` to `posture`, which the withdrawal does not → from `response` it may stay or go to reassessment, offer, announcement',
        'courts.yaml:28:3 «again:» unreachable-state at branches.courts.states.again: no move leads to `again`, even with every guard open → target it from somewhere, or remove it',
      ],
      [
        'leaps over a stage',
        edit(
          'courts',
          'sue: { target: heard, meta: { label: Sue } }\n      wait',
          'sue: { target: read, meta: { label: Sue } }\n      wait',
        ),
        'courts.yaml:11:22 «read, meta: {» not-refining at branches.courts.states.filed.on.sue.target: this leads from stage `posture` to `announcement`, which the withdrawal does not → from `posture` it may stay or go to response',
      ],
      [
        'gives a stub a stage',
        edit('courts', 'talks: { type: final, meta', 'talks: { type: final, tags: response, meta'),
        'courts.yaml:38:31 «response, meta» stub-with-stage at branches.courts.states.talks.tags: `talks` continues elsewhere, so it has no stage → remove its tags',
      ],
      [
        'names none, and has stages nevertheless',
        [
          edit('courts', '  instrument: withdrawal\n', ''),
          edit('courts', '    tags: [response]\n', ''),
          edit('courts', '    tags: response\n', ''),
          edit('courts', '    tags: announcement\n', ''),
          edit('courts', '    tags: out\n', ''),
          edit('courts', 'later:\n    tags: posture\n', 'later:\n'),
        ],
        'courts.yaml:7:11 «posture» warning idle-tags at branches.courts.states.filed.tags: `filed` has a stage, but the branch names no instrument → name one in `meta.instrument`, or remove the tags',
      ],
    ],
    REFINING,
    [refinementProblems],
  );
});

test('what a stage cannot be told from, because its tag has another form, is not told of its neighbours', () => {
  const folder = edited(REFINING, edit('courts', 'tags: announcement', 'tags: 5'));
  const { problems } = readTexts(folder, [refinementProblems]);
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['wrong-type branches.courts.states.read.tags']);
});
