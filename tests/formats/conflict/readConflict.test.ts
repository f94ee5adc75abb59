import { describe, expect, test } from 'vitest';
import { readConflict } from '../../../src/formats/conflict/readConflict.ts';
import { conflictText, publishedConflict } from '../../support/conflictFixture.ts';

type File = Record<string, unknown>;

/** A sound file with every part, laid out a line each. */
const SOUND: File = {
  format: 'gmcr-fixture/1',
  id: 'gate',
  name: 'The gate',
  decisionMakers: [
    { name: 'Ann', options: ['open'], ranking: [['s1'], ['s0', 's3'], ['s2']] },
    { name: 'Ben', options: ['come'], payoffs: { s0: 1, s1: 2, s2: 3, s3: 4 }, tolerance: 1 },
  ],
  optionOrder: ['open', 'come'],
  states: [
    { id: 's0', options: { open: false, come: false } },
    { id: 's1', options: { open: true, come: false } },
    { id: 's2', options: { open: false, come: true } },
    { id: 's3', options: { open: true, come: true } },
  ],
  statusQuo: 's0',
  infeasible: [],
  irreversible: [{ option: 'come', from: false, to: true }],
  movesFromOptions: true,
};

const text = (change: File = {}): string => JSON.stringify({ ...SOUND, ...change }, null, 1);

const read = (change: File) => readConflict(text(change), 'gate.json');

/** What is said of a file: severity where it is a warning, code, path, sentence. */
const told = (change: File): readonly string[] =>
  read(change).problems.map(
    ({ severity, code, path, message }) => `${severity === 'warning' ? 'warning ' : ''}${code} at ${path}: ${message}`,
  );

const makers = (change: object, other: object = {}) => ({
  decisionMakers: [
    { ...(SOUND.decisionMakers as object[])[0], ...change },
    { ...(SOUND.decisionMakers as object[])[1], ...other },
  ],
});

describe('a conflict file', () => {
  test('gives a conflict: rankings with ties, payoffs with a tolerance, moves that follow from options', () => {
    const { conflict, problems } = read({});
    expect(problems).toEqual([]);
    expect(conflict).toMatchObject({
      title: 'The gate',
      decisionMakers: ['Ann', 'Ben'],
      states: ['s0', 's1', 's2', 's3'],
      tolerances: [0, 1],
      statusQuo: 0,
    });
    expect(conflict?.payoffs.map((own) => [...own])).toEqual([
      [1, 2, 0, 1],
      [1, 2, 3, 4],
    ]);
    expect(conflict?.moves.map(({ first, to }) => [[...first], [...to]])).toEqual([
      [
        [0, 1, 2, 3, 4],
        [1, 0, 3, 2],
      ],
      [
        [0, 1, 2, 2, 2],
        [2, 3],
      ],
    ]);
  });

  test.each([
    'elmira-9',
    'north-korea-2017',
    'prisoners-dilemma',
    'sustainable-development',
    'synthetic-relay-3dm',
    'syria-iraq-1975',
  ])('the published %s is read without a remark', (name) => {
    expect(readConflict(conflictText(name), name).problems).toEqual([]);
  });

  test('states that nobody lists are all that the options allow, by the sum of their bits', () => {
    const { conflict, problems } = read({
      ...makers({ ranking: ['s0', 's2', 's3'] }, { payoffs: { s0: 0, s2: 1, s3: 2 } }),
      states: undefined,
      infeasible: [{ open: true, come: false }],
    });
    expect(problems).toEqual([]);
    expect(conflict?.states).toEqual(['s0', 's2', 's3']);
  });

  test('moves that are listed are used as they are, where the file says so', () => {
    const { moves } = publishedConflict('elmira-9');
    expect(moves[0]?.to.length).toBe(4);
  });

  test('a byte-order mark is no fault', () => {
    expect(readConflict(`\ufeff${text()}`, 'gate.json').problems).toEqual([]);
  });
});

describe('what is wrong is told with its place', () => {
  test('with line and column, and what to do', () => {
    expect(read({ statusQuo: 's9' }).problems).toEqual([
      {
        code: 'unknown-state',
        severity: 'error',
        file: 'gate.json',
        line: 72,
        column: 15,
        path: 'statusQuo',
        message: 'no state is called `s9`',
        suggestion: 'did you mean `s0`?',
      },
    ]);
  });

  test.each<readonly [name: string, change: File, says: string]>([
    ['no format', { format: undefined }, 'unknown-format at : the file does not say its `format`'],
    ['another format', { format: 'gmcr/2' }, 'unknown-format at format: `gmcr/2` is no format of a conflict'],
    ['nobody', { decisionMakers: [] }, 'no-decision-makers at decisionMakers: nobody decides here'],
    ['no list of states', { states: 3 }, 'wrong-type at states: expected a list of states, found the number 3'],
    [
      'a state left out of a ranking',
      makers({ ranking: ['s0', ['s1', 's2']] }),
      'states-left-out at decisionMakers[0].ranking: `s3` is left out',
    ],
    [
      'a state ranked twice',
      makers({ ranking: ['s0', 's1', 's2', 's3', ['s0']] }),
      'ranked-twice at decisionMakers[0].ranking[4][0]: state `s0` is ranked twice',
    ],
    [
      'both a ranking and payoffs',
      makers({ payoffs: { s0: 0, s1: 0, s2: 0, s3: 0 } }),
      'two-preferences at decisionMakers[0]: Ann has both a ranking and payoffs',
    ],
    [
      'no preferences',
      makers({ ranking: undefined }),
      'no-preferences at decisionMakers[0]: nothing says what Ann prefers',
    ],
    [
      'a tolerance below nothing',
      makers({ tolerance: -1 }),
      'out-of-range at decisionMakers[0].tolerance: -1 is below 0',
    ],
    [
      'two of one name',
      makers({ name: 'Ben' }),
      'duplicate-name at decisionMakers[1].name: two decision makers are called `Ben`',
    ],
    [
      'one option of two',
      makers({}, { options: ['come', 'open'] }),
      'duplicate-name at decisionMakers[1].options[1]: two options are called `open`',
    ],
    [
      'an unknown option of the order',
      { optionOrder: ['open', 'go'] },
      'unknown-option at optionOrder[1]: no option is called `go`',
    ],
    [
      'an infeasible choice of nothing',
      { infeasible: [{}] },
      'empty-choice at infeasible[0]: this says nothing about any option, so it is part of every state',
    ],
    [
      'a state that cannot be',
      { infeasible: [{ open: true, come: true }] },
      'infeasible-state at states[3]: state `s3` contains the choice of infeasible[0], which cannot be',
    ],
    [
      'no change',
      { irreversible: [{ option: 'come', from: true, to: true }] },
      'no-change at irreversible[0]: `from` and `to` are the same, so nothing changes',
    ],
    [
      'no moves',
      { movesFromOptions: false },
      'missing-key at moves: `moves` is missing, and `movesFromOptions` is false',
    ],
    [
      'a move to itself',
      { movesFromOptions: false, moves: { Ann: [['s0', 's0']], Ben: [] } },
      'move-to-itself at moves.Ann[0]: this move stays where it is',
    ],
    [
      'a move that is no pair',
      { movesFromOptions: false, moves: { Ann: [['s0']], Ben: [] } },
      'wrong-length at moves.Ann[0]: expected [from, to], found a list of 1',
    ],
    [
      'moves of nobody',
      { movesFromOptions: false, moves: { Ann: [], Ben: [], Bert: [] } },
      'unknown-decision-maker at moves.Bert: no decision maker is called `Bert`',
    ],
    [
      'moves that the options do not give: a warning, and the listed ones are used',
      {
        moves: {
          Ann: [['s0', 's3']],
          Ben: [
            ['s0', 's2'],
            ['s1', 's3'],
          ],
        },
      },
      'warning moves-differ at moves.Ann: the move from `s0` to `s3` is listed and does not follow from the options',
    ],
    [
      'statements that contradict a ranking: a warning, and the ranking is used',
      { preferenceStatements: { Ann: [{ anyOf: [{ come: true }] }] } },
      'warning preferences-differ at preferenceStatements.Ann: the statements of Ann and its ranking disagree about `s2` and `s0`',
    ],
    [
      'a key that is nearly right',
      { irreversible: undefined, irreversable: [] },
      'warning unknown-key at irreversable: the key `irreversable` is not known here and was not read',
    ],
  ])('%s', (_, change, says) => {
    expect(told(change)).toEqual([says]);
  });

  test('the same fault at many places is listed ten times, and the rest is counted', () => {
    const ranking = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const said = read(makers({ ranking: ['s0', 's1', 's2', 's3', ...ranking] })).problems;
    expect(said).toHaveLength(10);
    expect(said.at(-1)?.message).toContain('and 30 more of this kind');
  });

  test('what is no JSON, with the place', () => {
    expect(readConflict('{\n "format": gmcr }', 'x.json').problems).toMatchObject([
      { code: 'json-syntax', line: 2, column: 12 },
    ]);
    expect(readConflict('[1]', 'x.json').problems[0]?.message).toContain('the whole is not an object');
    expect(readConflict(`${'['.repeat(100)}${']'.repeat(100)}`, 'x.json').problems[0]?.code).toBe('nesting-too-deep');
  });

  test('a key that stands twice, of which JSON would keep the last', () => {
    const doubled = text().replace('"statusQuo"', '"statusQuo": "s1",\n "statusQuo"');
    expect(readConflict(doubled, 'x.json').problems).toMatchObject([
      { code: 'duplicate-key', path: 'statusQuo', line: 73 },
    ]);
  });

  test('more than is read', () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ name: `D${index}`, ranking: [['s0', 's1', 's2', 's3']] }));
    expect(
      told({
        decisionMakers: many,
        optionOrder: [],
        states: [{ id: 's0' }, { id: 's1' }, { id: 's2' }, { id: 's3' }],
        irreversible: [],
        moves: Object.fromEntries(many.map(({ name }) => [name, []])),
        movesFromOptions: false,
      }),
    ).toContain('conflict-too-large at decisionMakers: there are 13 decision makers; at most 12 are read');
  });
});
