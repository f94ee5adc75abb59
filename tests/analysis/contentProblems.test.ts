import { describe, expect, test } from 'vitest';
import { TEXT_LIMITS } from '../../src/analysis/content/textLimits.ts';
import { contentProblems } from '../../src/analysis/contentProblems.ts';
import { testFaults } from '../support/faults.ts';
import { edit, HARBOUR_LEASE, harbourLease } from '../support/harbourLease.ts';
import { templateWith } from '../support/template.ts';

const CITE =
  'cite a fact in square brackets; or make it a question, put it in the conditional, mark a reading of yours with “is thought to”, or begin with “In this line”';
const reply = 'branches.lease.states.reply';

/** Codes and paths of what is said of the harbour lease once one text stands there in place of another. */
const said = (file: string, from: string, to: string): readonly string[] =>
  contentProblems(harbourLease(edit(file, from, to))).map(({ code, path }) => `${code} ${path.join('.')}`);

test('sound texts are left alone', async () => {
  expect(contentProblems(harbourLease())).toEqual([]);
  expect(contentProblems(await templateWith())).toEqual([]);
});

describe('a finding names the place, the sentence and what to do', () => {
  testFaults(
    [
      [
        'a sentence of a context that cites nothing, in the middle of the text',
        edit(
          'lease',
          'context: The offer is on the table; the contract still runs. [F01]',
          'context: >-\n        The contract still runs. [F01] The offer\n        is on the table. It might not stay.',
        ),
        `lease.yaml:13:40 «The offer» uncited-sentence at ${reply}.meta.context: this tells what is so and cites no fact: “The offer is on the table.” → ${CITE}`,
      ],
      [
        'an option that tells the past',
        edit(
          'lease',
          'reason: It takes the sure thing.',
          'reason: It takes the sure thing. The city offered it in May 2024.',
        ),
        `lease.yaml:23:44 «The city offer» uncited-claim at ${reply}.on.accept.meta.reason: this claims something (a date: “May 2024”) and cites no fact: “The city offered it in May 2024.” → cite a fact in square brackets; what happens only in this line, put in the present tense`,
      ],
      [
        'an account in the first person',
        edit(
          'lease',
          'CITY: The city could say that it has moved first.',
          'CITY: "The city says that we have moved first. [F01]"',
        ),
        `lease.yaml:13:22 «The city says» first-person at ${reply}.meta.told.CITY: this puts words into a side's mouth: “The city says that we have moved first.” → tell it in the third person: “Ukraine says that …”`,
      ],
    ],
    HARBOUR_LEASE,
    [contentProblems],
  );
});

describe('every text that tells what is so is asked for facts', () => {
  test.each([
    [
      'the table',
      'scenario',
      'ask: "Where do you want to begin?" }',
      'ask: "Where?", context: The season nears. }',
      'table.meta.context',
    ],
    [
      'a card of the table',
      'scenario',
      'meta: { label: The city offers',
      'meta: { describes: The season nears., label: The city offers',
      'table.on.lease.meta.describes',
    ],
    [
      'a note on the law',
      'lease',
      'by consent only., facts: [F01] }',
      'by consent only. }',
      `${reply}.on.raise.0.meta.law.text`,
    ],
    ['an account', 'lease', 'CITY: The city could say that', 'CITY: The city sees that', `${reply}.meta.told.CITY`],
    [
      'what a move departs from',
      'lease',
      'it said in January. [F01]',
      'its habit.',
      `${reply}.on.raise.0.meta.departs`,
    ],
    [
      'a note on a condition',
      'scenario',
      'facts: [F01]\n    initial: calm',
      'note: Storms come.\n    initial: calm',
      'conditions.storm.note',
    ],
    [
      'what came afterwards',
      'scenario',
      'came early, as some had said. [F03]", facts: [F01] }',
      'come early." }',
      'afterwards.0.text',
    ],
    [
      'a problem of the source',
      'facts',
      'for the contract., facts: [F01], handled',
      'for it., handled',
      'issues.I1.problem',
    ],
  ])('%s', (_what, file, from, to, path) => {
    expect(said(file, from, to)).toContain(`uncited-sentence ${path}`);
  });

  test('and facts of the whole entry answer for each of its sentences', () => {
    expect(said('facts', 'two dates for the contract.', 'two dates. One is wrong.')).toEqual([]);
  });
});

describe('a text about what may come is asked only where it claims something', () => {
  test.each([
    [
      'an end',
      'lease',
      'Ships come in summer;',
      'Ships came in summer;',
      'branches.lease.states.signed.meta.describes',
    ],
    [
      'an account at an end',
      'lease',
      'The city calls it a good summer.',
      'The city paid 300 million euros.',
      'branches.lease.states.signed.meta.told.CITY',
    ],
    [
      'a judgement',
      'scenario',
      'Berths are partly silted.',
      'Berths were silted.',
      'indicators.access.basis.judgement',
    ],
    [
      'a note on an indicator',
      'scenario',
      'What a pilot would say, not',
      'Pilots call 40 % full, not',
      'indicators.access.note',
    ],
    [
      'a judgement on postures together',
      'scenario',
      'Both lose the summer.',
      'Both lost it in 2024.',
      'postures.combinations.0.basis.judgement',
    ],
    [
      'a judgement on indifference',
      'scenario',
      'does not care.',
      'did not care.',
      'postures.indifference.basis.judgement',
    ],
    [
      'what would change a decision',
      'lease',
      'Proof of the other tenant.',
      'What Mr Ray knows.',
      `${reply}.meta.wouldChange`,
    ],
  ])('%s', (_what, file, from, to, path) => {
    expect(said(file, from, to)).toEqual([`uncited-claim ${path}`]);
    expect(said(file, from, from)).toEqual([]);
  });
});

describe('length', () => {
  const sentence = (words: number) => `${'so '.repeat(words - 1)}on.`;

  test.each([
    [25, []],
    [26, ['warning']],
    [32, ['warning']],
    [33, ['error']],
  ])('of a sentence with %i words', (words, severities) => {
    const scenario = harbourLease(edit('lease', 'Proof of the other tenant.', sentence(words)));
    const found = contentProblems(scenario).filter(({ code }) => code === 'long-sentence');
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  test('of a text is what a reader sees: marks of facts are not counted', () => {
    const most = TEXT_LIMITS.label.characters;
    const label = (length: number) => said('lease', 'label: Raise the price', `label: ${'A'.repeat(length)}`);
    expect(label(most)).toEqual([]);
    expect(label(most + 1)).toEqual([`text-too-long ${reply}.on.raise.0.meta.label`]);
    const ask = `${'A'.repeat(TEXT_LIMITS.ask.characters - 1)}?`;
    expect(said('lease', 'ask: "How does the port answer?"', `ask: "${ask} [F01, F02]"`)).toEqual([]);
  });

  test.each(Object.entries(TEXT_LIMITS))('of every kind of text has a reason: %s', (_kind, { characters, why }) => {
    expect(characters).toBeGreaterThan(0);
    expect(why.length).toBeGreaterThan(15);
  });
});

describe('a quotation', () => {
  const reason = (text: string) => said('lease', 'reason: It takes the sure thing.', `reason: '${text}'`);

  test.each([
    ['needs a speaker', 'It takes the “sure thing”. [F01]', 1],
    ['needs a fact', 'The city says that it is a “sure thing”.', 1],
    ['is in order with both', 'The city speaks of a “sure thing”. [F01]', 0],
    ['of a speaker inside the quotation alone has none', 'It takes what “the city says”. [F01]', 1],
  ])('%s', (_claim, text, problems) => {
    expect(reason(text).filter((line) => line.startsWith('unattributed-quotation'))).toHaveLength(problems);
  });

  test.each([
    ['of a contested word in the ledger needs its speaker', 'They are “terrorists”.', 1],
    ['of a contested word with its speaker may stand there', 'The mayor spoke of “terrorists”.', 0],
    ['of another word may stand there', 'The article has “last year”.', 0],
  ])('%s', (_claim, note, problems) => {
    const found = said('facts', 'note: Not named.', `note: ${note}`);
    expect(found.filter((line) => line.startsWith('unattributed-quotation'))).toHaveLength(problems);
  });
});

describe('a scenario in another language', () => {
  test('is said not to have been looked at, and only its room is', () => {
    const scenario = {
      ...harbourLease(edit('lease', 'CITY: The city could say that', 'CITY: The city sees that')),
      language: 'uk',
    };
    expect(contentProblems(scenario)).toMatchObject([
      { code: 'content-not-checked', severity: 'warning', path: ['language'] },
    ]);
    expect(contentProblems({ ...scenario, summary: 'A'.repeat(261) })).toMatchObject([
      { code: 'content-not-checked' },
      { code: 'text-too-long', path: ['summary'] },
    ]);
    expect(contentProblems({ ...scenario, summary: 'A'.repeat(260) })).toHaveLength(1);
  });

  test('is looked at in every sort of English', () => {
    const scenario = harbourLease(edit('lease', 'CITY: The city could say that', 'CITY: The city sees that'));
    expect(contentProblems({ ...scenario, language: 'en-GB' })).toMatchObject([{ code: 'uncited-sentence' }]);
  });
});
