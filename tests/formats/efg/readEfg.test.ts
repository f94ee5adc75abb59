import { describe, expect, test } from 'vitest';
import { NODE } from '../../../src/domain/gameTree.ts';
import { readEfg } from '../../../src/formats/efg/readEfg.ts';
import { efgTexts } from '../../support/efgTexts.ts';
import { gameTreeFaults } from '../../support/gameTreeFaults.ts';
import { plainEfg } from '../../support/plainEfg.ts';
import { plainGameOf } from '../../support/plainGameOf.ts';

const HEAD = 'EFG 2 R "g" { "Ann" "Ben" }\n';

/** A game of these nodes, which must be sound. */
function game(nodes: string, head = HEAD) {
  const { game: read, problems } = readEfg(head + nodes, 'g.efg');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (read === undefined) throw new Error('the game was refused');
  return read;
}

/** What is said of a text: `line:column code at path: message → help`. */
const said = (text: string): readonly string[] =>
  readEfg(text, 'g.efg').problems.map(
    ({ line, column, code, path, message, suggestion }) =>
      `${line}:${column} ${code}${path === '' ? '' : ` at ${path}`}: ${message}${suggestion === undefined ? '' : ` → ${suggestion}`}`,
  );

describe('the literature', () => {
  test.each(efgTexts())('$name is a sound game, read as the slow reader reads it', ({ text }) => {
    const { game: read, problems } = readEfg(text, 'g.efg');
    expect(problems).toEqual([]);
    if (read === undefined) throw new Error('the game was refused');
    expect(gameTreeFaults(read.tree)).toEqual([]);
    const plain = plainEfg(text);
    expect(plainGameOf(read.tree, read.labels)).toEqual(plain.root);
    expect([read.labels.title, read.tree.actors, read.comment]).toEqual([plain.title, plain.players, plain.comment]);
  });

  test('g4 keeps quotes, braces, other scripts and the null outcome', () => {
    const text = efgTexts().find(({ name }) => name.startsWith('g4'))?.text ?? '';
    const { tree, labels, comment } = game('', text);
    expect(tree.actors).toEqual(['Syndicat "Unité"', 'Bestuur & Co', '調停者', 'Ministry {Labour}, dept. 3']);
    expect(comment).toBe('Comment with "quotes" and\na second line');
    expect([labels.node(0), labels.branch(0), labels.node(4), labels.outcome(5)]).toEqual([
      'root',
      'Escalate',
      'Weather / météo',
      'outcome 1',
    ]);
    expect(tree.payoffs.map((column) => column[5])).toEqual([61, -40, 628.1, 0.99]);
    const ends = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.end);
    expect(ends.map(labels.outcome)).toContain('null outcome');
  });

  test.each([
    ['x1-imperfect-information.efg', 'imperfect-information', 6, 'node n4'],
    ['x2-truncated.efg', 'syntax', 6, 'node n4'],
    ['x3-payoff-count.efg', 'payoff-count', 3, 'node n1'],
    ['x4-undefined-outcome.efg', 'undefined-outcome', 4, 'node n2'],
    ['x5-probabilities-sum.efg', 'probabilities', 2, 'node n0'],
  ])('%s is refused for its reason: %s in line %i at %s', (name, code, line, path) => {
    const text = efgTexts('reject').find((file) => file.name === name)?.text ?? '';
    const { game: read, problems } = readEfg(text, name);
    expect(read).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', file: name, code, line, path })]);
  });
});

describe('what may be written', () => {
  test('numbers in every form of the format', () => {
    const numbers = [
      '12',
      '-3.50',
      '.5',
      '3.',
      '1e5',
      '1.5e-3',
      '22/7',
      '-22/7',
      '0E1',
      '-0',
      '-.5',
      '007',
      '3.e2',
      '1E4',
    ];
    const { tree } = game(
      numbers
        .map(
          (number, index) =>
            `${index === 0 ? `p "" 1 1 "" { ${numbers.map((_, at) => `"${at}"`).join(' ')} } 0\n` : ''}t "" ${index + 1} "" { ${number}, 0 }`,
        )
        .join('\n'),
    );
    expect([...(tree.payoffs[0] ?? [])].slice(1)).toEqual([
      12,
      -3.5,
      0.5,
      3,
      100_000,
      0.0015,
      22 / 7,
      -22 / 7,
      0,
      0,
      -0.5,
      7,
      300,
      10_000,
    ]);
  });

  test('a fraction is the double nearest to it, however long its numbers are', () => {
    const { tree } = game(`t "" 1 "" { 1${'0'.repeat(40)}/3${'0'.repeat(40)} 9007199254740993/1 }`);
    expect(tree.payoffs.map(([payoff]) => payoff)).toEqual([1 / 3, 9007199254740992]);
  });

  test('zero is zero whatever its exponent', () => {
    const { tree } = game('t "" 1 "o" { 0e500 -0.0e-500 }');
    expect(tree.payoffs.map(([payoff]) => payoff)).toEqual([0, 0]);
    expect(game('c "" 1 "" { "a" 0e500 "b" 1 } 0 t "" 0 t "" 0').tree.odds[0]).toBe(0);
  });

  test('stage payoffs at nodes that are no ends, ids in any order, 0 and negative ones, and one-action nodes', () => {
    const { tree, labels } = game('p "" 2 0 "B" { "only" } -7 "stage" { 1 2 }\nt "" -7');
    expect(tree.payoffs.map((column) => [...column])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect([tree.deciders, [...tree.decider], labels.outcome(1)]).toEqual([[[1]], [0, -1], 'stage']);
  });

  test('a game that is one end, and one of chance alone with probabilities of 0', () => {
    expect(game('t "" 0').tree.kind).toEqual(Uint8Array.of(NODE.end));
    const { tree } = game('c "" 1 "" { "a" 0 "b" 1 } 0 t "" 0 t "" 0');
    expect([...tree.odds]).toEqual([0, 1]);
  });

  test('a comma after the last payoff, text that holds line ends, and blanks of every kind', () => {
    const { tree, comment } = game('"one\r\ntwo"\r\n\tt\v"" 1 "o" {3,1,}\f\r\n');
    expect([tree.payoffs.map(([payoff]) => payoff), comment]).toEqual([[3, 1], 'one\r\ntwo']);
  });

  test('a draw of chance that is shared and not repeated on a line; 1/2 is 0.5 where it is told again', () => {
    const { tree } = game(
      'p "" 1 1 "" { "l" "r" } 0 c "" 9 "w" { "a" 1/2 "b" .5 } 0 t "" 0 t "" 0 c "" 9 "w" { "a" 0.50 "b" 5e-1 } 0 t "" 0 t "" 0',
    );
    expect([...tree.odds]).toEqual([0, 0, 0.5, 0.5, 0.5, 0.5]);
  });

  test('labels that are untidy, empty or repeated: tidied, and told apart as Gambit 17 does', () => {
    const { tree, labels } = game(
      'p "  a \n b\0\u001B[31m " 1 1 "" { "x" "" "x" "x_1" } 0 t "" 1 "" { 0 0 } t "" 2 "" { 0 0 } t "" 3 "end" { 0 0 } t "" 4 "end" { 1 1 }',
      'EFG 2 R "g" { "Ann" "Ann" }',
    );
    expect(tree.actors).toEqual(['Ann_1', 'Ann_2']);
    expect([0, 1, 2, 3].map(labels.branch)).toEqual(['x_2', '_1', 'x_3', 'x_1']);
    expect([labels.node(0), ...[1, 2, 3, 4].map(labels.outcome)]).toEqual(['a b[31m', '_1', '_2', 'end', 'end']);
  });

  test('a backslash stays one but before a quote; a doubled one is one, even at the end of a text', () => {
    const { labels } = game(String.raw`t "" 1 "a\b \\ \"q\" c\\" { 0 0 }`);
    expect(labels.outcome(0)).toBe('a\\b \\ "q" c\\');
  });

  test('a line of 50,000 nodes, and as many children of one node', () => {
    const deep = Array.from({ length: 50_000 }, (_, node) => `p "" ${(node % 2) + 1} ${node} "" { "on" } 0`).join('\n');
    const { tree } = game(`${deep}\nt "" 1 "end" { 1 2 }`);
    expect([tree.kind.length, tree.payoffs[1]?.[50_000]]).toEqual([50_001, 2]);
    expect(gameTreeFaults(tree)).toEqual([]);
    const actions = Array.from({ length: 50_000 }, (_, action) => `"${action}"`).join(' ');
    const wide = game(`p "" 1 1 "" { ${actions} } 0 ${'t "" 0 '.repeat(50_000)}`);
    expect(wide.tree.child.length).toBe(50_000);
  });
});

describe('what is refused, with its place and what to do', () => {
  test.each([
    [
      '',
      '1:1 syntax: expected `EFG`, found the end of the file → an .efg file begins: EFG 2 R "title" { "player 1" "player 2" }',
    ],
    [
      '\uFEFFEFG 2 R "g" { "A" } t "" 0',
      '1:1 syntax: expected `EFG`, found `\\ufeffEFG` → save it as UTF-8 without a byte-order mark (BOM), as Gambit asks',
    ],
    [
      'NFG 1 R "g"',
      '1:1 syntax: expected `EFG`, found `NFG` → this is a game in strategic form; only games in extensive form (.efg) are read',
    ],
    [
      'EFG 1 R "g"',
      '1:5 syntax: expected version 2 of the format, found `1` → an .efg file begins: EFG 2 R "title" { "player 1" "player 2" }',
    ],
    ['EFG 2 R "g" { } t "" 0', '1:15 syntax: expected a player in quotes, found `}`'],
    ['EFG 2 R "g { "A" } t "" 0', '1:15 syntax: expected `{` and the players, found `A"`'],
    [
      'EFG 2 R "g',
      '1:9 syntax: expected the title in quotes, found a text whose closing quote is missing → close the text with "',
    ],
  ])('%j', (text, ...expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ['t "" 1 "o" { +1 2 }', '2:14 syntax at node n0: expected a payoff, found `+1` → write it without the leading +'],
    [
      't "" 1 "o" { 1e+21 2 }',
      '2:14 syntax at node n0: expected a payoff, found `1e+21` → write the exponent without +, as in 1e5',
    ],
    [
      't "" 1 "o" { .5e3 2 }',
      '2:14 syntax at node n0: expected a payoff, found `.5e3` → write a digit before the point, as in 0.5e3',
    ],
    [
      't "" 1 "o" { 1.5/2 2 }',
      '2:14 syntax at node n0: expected a payoff, found `1.5/2` → write a fraction as two whole numbers, as in 22/7 or -22/7',
    ],
    [
      't "" 1 "o" { 1/-3 2 }',
      '2:14 syntax at node n0: expected a payoff, found `1/-3` → write a fraction as two whole numbers, as in 22/7 or -22/7',
    ],
    ['t "" 1 "o" { 0x1F 2 }', '2:14 syntax at node n0: expected a payoff, found `0x1F` → write it with decimal digits'],
    ['t "" 1 "o" { NaN 2 }', '2:14 syntax at node n0: expected a payoff, found `NaN`'],
    ['t "" 1 "o" { -Infinity 2 }', '2:14 syntax at node n0: expected a payoff, found `-Infinity`'],
    ['t "" 1 "o" { 1/0 2 }', '2:14 syntax at node n0: `1/0` divides by 0 → write a denominator above 0'],
    [
      't "" 1 "o" { 1e999 2 }',
      '2:14 number-range at node n0: the number is too large to be computed with → use another unit: payoffs keep their meaning when all are divided by the same number',
    ],
    [
      't "" 1 "o" { 1 2 3 }',
      '2:18 payoff-count at node n0: 3 payoffs, where the game has 2 players → give each player one payoff',
    ],
    [
      't "" 1 "o" { }',
      '2:14 payoff-count at node n0: 0 payoffs, where the game has 2 players → give each player one payoff',
    ],
    [
      't "" 1 "o" { 1e-401 2 }',
      '2:14 number-range at node n0: the number is too small to be told from 0 → write 0, or use another unit: payoffs keep their meaning when all are multiplied by the same number',
    ],
    [
      `t "" 1 "o" { 0.${'3'.repeat(1_234)} 2 }`,
      '2:14 number-range at node n0: the number is written with 1,236 signs; at most 1,000 are read → round it: numbers are computed with to about 17 digits',
    ],
    [
      'c "" 1 "" { "a" 1e-999 "b" 1 } 0 t "" 0 t "" 0',
      '2:17 number-range at node n0: the number is too small to be told from 0 → write 0, and let the others sum to exactly 1',
    ],
    [
      'c "" 1 "" { "a" 1e999 } 0 t "" 0',
      '2:17 number-range at node n0: the number is too large to be computed with → write probabilities from 0 to 1',
    ],
    ['t "" 1 "o" { 1,,2 }', '2:16 syntax at node n0: expected a payoff, found a comma'],
    [
      't "" 0 "o" { 1 2 }',
      '2:8 syntax at node n0: expected nothing after outcome 0, found the text "o" → outcome 0 pays nothing and has no text: give this one an id of its own',
    ],
    [
      't "" 1.0 "o" { 1 2 }',
      '2:6 syntax at node n0: expected an outcome’s id (0 for none), a whole number, found `1.0`',
    ],
    [
      't"" 0',
      '2:1 syntax at node n0: expected a node: c (chance), p (a player) or t (an end), found `t""` → leave a blank after t',
    ],
    ['x "" 0', '2:1 syntax at node n0: expected a node: c (chance), p (a player) or t (an end), found `x`'],
    [
      'p "" 3 1 "" { "a" } 0 t "" 0',
      '2:6 unknown-player at node n0: there is no player 3: the game has 2 players, numbered 1 to 2 → a move of chance begins with c',
    ],
    ['p "" 1 1 "" { } 0', '2:15 syntax at node n0: expected the name of an action in quotes, found `}`'],
    [
      'p "" 1 1 0 t "" 0',
      '2:8 undefined-infoset at node n0: information set 1 is mentioned before it is described → describe it where it is first mentioned: its id, a text in quotes, and { its actions }',
    ],
    [
      'c "" 1 "" { "a" 0.333 "b" 0.333 "c" 0.333 } 0 t "" 0 t "" 0 t "" 0',
      '2:8 probabilities at node n0: the probabilities sum to 999/1000; they must sum to exactly 1 → write fractions where decimals do not do: 1/3, not 0.333',
    ],
    [
      'c "" 1 "" { "a" 0.30000000000000004 "b" 0.7 } 0 t "" 0 t "" 0',
      '2:8 probabilities at node n0: the probabilities sum to 1 and 4e-17; they must sum to exactly 1 → write fractions where decimals do not do: 1/3, not 0.333',
    ],
    [
      'c "" 1 "" { "a" -0.5 "b" 1.5 } 0 t "" 0 t "" 0',
      '2:8 probabilities at node n0: the probability -1/2 is negative → write probabilities from 0 to 1',
    ],
    [
      'c "" 1 "" { "a" 1 } 0 c "" 1 0 t "" 0',
      '2:28 imperfect-recall at node n1: this draw of chance (information set 1) was already made on the way here, at node n0 → a draw that stands twice on a line is forgotten in between: give the later one an id of its own',
    ],
    [
      'p "" 1 1 "" { "a" "b" } 0 c "" 1 "" { "a" 1 } 0 t "" 0 c "" 1 "" { "b" 1 } 0 t "" 0',
      '2:61 infoset-conflict at node n3: information set 1 of chance is described again, with other actions than at node n1 → describe it once, or the same way each time, or give this one an id of its own',
    ],
    [
      'p "" 1 1 "" { "a" "b" } 0 t "" 1 "o" { 1 2 } t "" 1 "o" { 1 2.5 }',
      '2:51 outcome-conflict at node n2: outcome 1 is described again, with other payoffs than before → describe it once, or the same way each time, or give this one an id of its own',
    ],
  ])('%s', (nodes, ...expected) => {
    expect(said(HEAD + nodes)).toEqual(expected);
  });

  test.each([
    ['EFG 2 R "g', '1:9', 'the title in quotes'],
    ['EFG 2 R "g" { "A', '1:15', 'a player in quotes'],
    ['EFG 2 R "g" { "A" "B', '1:19', 'a player in quotes, or `}`'],
    ['EFG 2 R "g" { "A" }\n"said t', '2:1', 'the comment in quotes, or the first node'],
    ['EFG 2 R "g" { "A" } t "end', '1:23', 'the node’s label in quotes'],
    ['EFG 2 R "g" { "A" } t "" 1 "abc { 5 }', '1:28', 'the text of the outcome in quotes'],
    ['EFG 2 R "g" { "A" } t "" 0 "abc { 5 }', '1:28', 'the text of the outcome in quotes'],
    ['EFG 2 R "g" { "A" } p "" 1 1 "abc { 5 }', '1:30', 'the text of the information set in quotes'],
    ['EFG 2 R "g" { "A" } c "" 1 "abc { 5 }', '1:28', 'the text of the information set in quotes'],
    ['EFG 2 R "g" { "A" } p "" 1 1 "" { "on } 0', '1:35', 'the name of an action in quotes'],
    ['EFG 2 R "g" { "A" } p "" 1 1 "" { "on" "off } 0', '1:40', 'an action in quotes, or `}`'],
    ['EFG 2 R "g" { "A" } p "" 1 1 "" { "on" } 1 "stage', '1:44', 'the text of the outcome in quotes'],
    ['EFG 2 R "g" { "A" } p "" 1 1 "" { "on" } 0 t "" 1 "abc\\" { 5 }', '1:51', 'the text of the outcome in quotes'],
  ])('%s: the quote that is never closed is told, and nothing else', (text, place, what) => {
    expect(said(text)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${place} syntax[^:]*: expected ${what}, found a text whose closing quote is missing → close the text with "$`,
        ),
      ),
    ]);
  });

  test('signs that a terminal obeys are told as escapes', () => {
    for (const text of ['\x1b[2J\x07', 'x\x7f', 'x\x9b1m', 'x\u202e'].map((sign) => `${HEAD}t "" 1 "o" { ${sign} }`)) {
      const [told = ''] = said(text);
      expect(told).toMatch(/found `.*\\[xu]/);
      expect(told).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    expect(said(`${HEAD}t "" 0 "\x9b\x1b"`)[0]).toContain('the text "\\x9b\\u001b"');
  });

  test('fractions without a common denominator are told as such', () => {
    const isPrime = (one: number): boolean => {
      for (let by = 2; by * by <= one; by += 1) if (one % by === 0) return false;
      return true;
    };
    const primes = Array.from({ length: 110_000 }, (_, index) => index + 2)
      .filter(isPrime)
      .slice(0, 10_000);
    const actions = primes.map((prime) => `"${prime}" 1/${prime}`).join(' ');
    expect(said(`${HEAD}c "" 1 "" { ${actions} } 0 ${'t "" 0 '.repeat(primes.length)}`)).toEqual([
      '2:8 probabilities at node n0: the probabilities cannot be summed exactly: their common denominator has more than about 20,000 digits → write them over one denominator (3/1000, 7/1000), or as decimals that sum to exactly 1',
    ]);
  });

  test('text after the game is a warning, whatever it is', () => {
    const { game: read, problems } = readEfg(`${HEAD}t "" 0\n1e+5 "`, 'g.efg');
    expect(read).toBeDefined();
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'text-after-game', line: 3, column: 1 }),
    ]);
  });

  test('everything that is wrong is told in one reading, and a fault at every node is counted', () => {
    const text = `${HEAD}p "" 1 1 "" { ${'"a" '.repeat(30)}} 0 ${'t "" 7\n'.repeat(15)}${'t "" 1 "o" { 1 }\n'.repeat(15)}`;
    const problems = said(text);
    expect(problems).toHaveLength(10 + 10 + 1);
    expect(problems.at(-1)).toMatch(/payoff-count .* and 5 more of this kind/);
    expect(problems[0]).toMatch(/label-renamed/);
  });

  test('numbers made to fill the memory are refused at once', () => {
    const huge = `t "" 1 "o" { 1e999999999 ${'9'.repeat(200_000)} }`;
    expect(said(HEAD + huge)).toEqual([expect.stringMatching(/^2:14 number-range/)]);
    const fine = Array.from({ length: 3_000 }, (_, index) => `"${index}" 1/1${String(index).padStart(400, '0')}7`).join(
      ' ',
    );
    expect(said(`${HEAD}c "" 1 "" { ${fine} } 0 ${'t "" 0 '.repeat(3_000)}`)).toEqual([
      expect.stringMatching(/^2:8 probabilities .* cannot be summed exactly: their common denominator/),
    ]);
  });
});
