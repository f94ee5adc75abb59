import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GameLabels, type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import { isEqual, ONE, readRational, sum } from '../../../src/domain/rational.ts';
import { exactOdds } from '../../../src/formats/efg/efgOdds.ts';
import { readEfg } from '../../../src/formats/efg/readEfg.ts';
import { type EfgOptions, writeEfg } from '../../../src/formats/efg/writeEfg.ts';
import { efgTexts } from '../../support/efgTexts.ts';
import { gameTreeFaults } from '../../support/gameTreeFaults.ts';
import { plainGameOf } from '../../support/plainGameOf.ts';
import { randomGame } from '../../support/randomGame.ts';

interface Game {
  readonly tree: GameTree;
  readonly labels: GameLabels;
}

const textOf = ({ tree, labels }: Game, options?: EfgOptions): string =>
  [...writeEfg(tree, labels, options)].map((line) => `${line}\n`).join('');

/** A file read without a complaint. */
function read(text: string) {
  const { game, problems } = readEfg(text, 'game.efg');
  expect(problems).toEqual([]);
  if (game === undefined) throw new Error('the game was refused');
  return game;
}

const outcomes = ({ tree, labels }: Game): readonly string[] =>
  [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.end).map(labels.outcome);

describe('a game that is written and read again', () => {
  test('is the identical game where payoffs stand at ends', () => {
    fc.assert(
      fc.property(randomGame(), (game) => {
        expect(gameTreeFaults(game.tree)).toEqual([]);
        const again = read(textOf(game));
        expect(again.tree).toEqual(game.tree);
        expect(plainGameOf(again.tree, again.labels)).toEqual(
          plainGameOf(game.tree, {
            ...game.labels,
            node: (node) => (game.tree.kind[node] === NODE.end ? '' : game.labels.node(node)),
          }),
        );
        expect(outcomes(again)).toEqual(outcomes(game));
      }),
      { numRuns: 400 },
    );
  });

  test('pays the same along every line where payoffs stand on the way', () => {
    fc.assert(
      fc.property(randomGame({ stages: true }), (game) => {
        const again = read(textOf(game));
        expect(again.tree.child).toEqual(game.tree.child);
        for (const [actor, column] of game.tree.payoffs.entries()) {
          const paid = Float64Array.from(column);
          const size = Float64Array.from(column, Math.abs);
          for (let node = 0; node < game.tree.kind.length; node += 1) {
            for (let branch = game.tree.first[node] ?? 0; branch < (game.tree.first[node + 1] ?? 0); branch += 1) {
              const child = game.tree.child[branch] ?? 0;
              paid[child] = (paid[child] ?? 0) + (paid[node] ?? 0);
              size[child] = (size[child] ?? 0) + (size[node] ?? 0);
            }
            const told = again.tree.payoffs[actor]?.[node] ?? Number.NaN;
            if (game.tree.kind[node] !== NODE.end) expect(told).toBe(0);
            else expect(Math.abs(told - (paid[node] ?? 0))).toBeLessThanOrEqual(1e-12 * (size[node] ?? 0));
          }
        }
        // What has been written once is written the same again.
        expect(textOf(again)).toBe(textOf(game));
      }),
      { numRuns: 200 },
    );
  });

  test.each(efgTexts())('$name keeps its names, and is written the same a second time', ({ text }) => {
    const game = read(text);
    const once = textOf(game);
    const again = read(once);
    expect([again.labels.title, again.tree.actors, outcomes(again)]).toEqual([
      game.labels.title,
      game.tree.actors,
      outcomes(game),
    ]);
    expect([again.tree.kind, again.tree.decider, again.tree.child, again.tree.odds]).toEqual([
      game.tree.kind,
      game.tree.decider,
      game.tree.child,
      game.tree.odds,
    ]);
    expect(textOf(again)).toBe(once);
  });
});

describe('the profile that Gambit 16 and 17 and OpenSpiel read', () => {
  const NODE_LINE =
    /^(?:[cp] "" (?:\d+ )?\d+ "(?:[^"\\]|\\")*" \{(?: "(?:[^"\\]|\\")*"(?: [-\d./e]+)?)+ \} 0|t "" \d+ "(?:[^"\\]|\\")*" \{(?: [-\d./e]+)+ \})$/;

  test('every node is a line of its own: described in full, paid at ends, without commas', () => {
    fc.assert(
      fc.property(randomGame({ stages: true, joint: true }), (game) => {
        const [head, comment, ...nodes] = textOf(game).trimEnd().split('\n');
        expect([head, comment]).toEqual(['EFG 2 R "A drawn game" { "Ann" "Ben" "Cem \\"the third\\"" }', '""']);
        expect(nodes).toHaveLength(game.tree.kind.length);
        for (const node of nodes) expect(node).toMatch(NODE_LINE);
        const numbers =
          nodes
            .join('\n')
            .replaceAll(/"(?:[^"\\]|\\")*"/g, '')
            .match(/[-+\d][-+\d./eE]*/g) ?? [];
        for (const number of numbers) expect(number).toMatch(/^-?(\d+|\d+\/\d+|\d+(\.\d+)?(e-\d+)?)$/);
      }),
      { numRuns: 200 },
    );
  });

  test('information sets are numbered from 1 per player, and each end has an outcome of its own', () => {
    fc.assert(
      fc.property(randomGame({ joint: true }), (game) => {
        const lines = textOf(game).split('\n');
        for (const mover of ['c ""', 'p "" 1', 'p "" 2', 'p "" 3', 't ""']) {
          const ids = lines
            .filter((line) => line.startsWith(`${mover} `))
            .map((line) => Number(line.slice(mover.length).trim().split(' ')[0]));
          expect(ids).toEqual(ids.map((_, index) => index + 1));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a joint decision is a move of chance: with the shares given, or an even mix', () => {
    fc.assert(
      fc.property(randomGame({ joint: true }), (game) => {
        const { tree } = game;
        const isJoint = (node: number): boolean => (tree.deciders[tree.decider[node] ?? -1]?.length ?? 1) > 1;
        const shares = Float64Array.from(tree.child, () => 0);
        for (const node of tree.kind.keys()) shares[tree.first[node] ?? 0] = 1;
        const [even, solved] = [read(textOf(game)), read(textOf(game, { jointShares: shares }))];
        for (const node of tree.kind.keys()) {
          const [begin = 0, end = 0] = [tree.first[node], tree.first[node + 1]];
          if (!isJoint(node)) continue;
          expect(even.tree.kind[node]).toBe(NODE.chance);
          for (let branch = begin; branch < end; branch += 1) {
            expect(even.tree.odds[branch]).toBe(1 / (end - begin));
            expect(solved.tree.odds[branch]).toBe(branch === begin ? 1 : 0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('labels are in one line, backslashes are slashes, and what is empty or repeated is told apart', () => {
    const one = {
      kind: Uint8Array.of(NODE.decision, NODE.end, NODE.end),
      decider: Int32Array.of(0, -1, -1),
      deciders: [[1]],
      first: Int32Array.of(0, 2, 2, 2),
      child: Int32Array.of(1, 2),
      odds: new Float64Array(2),
      payoffs: [new Float64Array(3), Float64Array.of(0, -0, 1.5e21)],
      noAgreement: new Int32Array(3).fill(-1),
      kin: Int32Array.of(0, 1),
      tendency: undefined,
      actors: ['A', 'A'],
    };
    const labels = { title: ' a\n "b" ', branch: () => '', outcome: () => 'x\\', node: () => 'c:\\d' };
    expect(
      textOf({ tree: one, labels }, { comment: ['made by "us"', 'on\ta day\\'] }),
    ).toBe(`EFG 2 R "a \\"b\\"" { "A_1" "A_2" }
"made by 'us'
on a day/"
p "" 2 1 "c:/d" { "_1" "_2" } 0
t "" 1 "x/" { 0 0 }
t "" 2 "x/" { 0 1500000000000000000000 }
`);
  });

  test('a line of 50,000 nodes is written', () => {
    const deep = `EFG 2 R "deep" { "A" } ${Array.from({ length: 50_000 }, (_, node) => `p "" 1 ${node} "" { "on" } ${node < 2 ? `${node + 1} "s" { 0.1 }` : '0'}`).join('\n')} t "" 9 "end" { 0.1 }`;
    const text = textOf(read(deep));
    expect(text.trimEnd().split('\n').at(-1)).toBe('t "" 1 "end" { 0.3 }');
  });

  test('a line of 50,000 nodes that each pay and may end is written, in time linear in its length', () => {
    const step = (node: number) => `p "" 1 ${node} "" { "stop" "on" } 1 ${node === 0 ? '"s" { 0.1 }' : ''} t "" 0`;
    const game = read(
      `EFG 2 R "deep" { "A" } ${Array.from({ length: 50_000 }, (_, node) => step(node)).join('\n')} t "" 0`,
    );
    const begun = performance.now();
    const ends = textOf(game)
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('t'));
    // Each end summed from the start would be a billion additions.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(ends.slice(0, 3).map((line) => line.slice(-10))).toEqual(['e" { 0.1 }', 'e" { 0.2 }', 'e" { 0.3 }']);
    expect(ends.at(-1)).toContain('{ 5000 }');
  });
});

describe('probabilities', () => {
  test('sum to exactly 1 as they are written, and are read as the doubles that they were', () => {
    const weights = fc.array(
      fc.oneof(fc.double({ min: 1e-12, max: 1, noNaN: true }), fc.integer({ min: 0, max: 20 })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(weights, (list) => {
        const total = list.reduce((so, value) => so + value, 0);
        fc.pre(total > 0);
        const odds = list.map((value) => value / total);
        const texts = exactOdds(odds);
        const exact = texts.map(readRational).filter((value) => value !== undefined);
        expect(exact).toHaveLength(odds.length);
        expect(exact.every(({ numerator }) => numerator >= 0n)).toBe(true);
        const written = sum(exact);
        expect(written !== undefined && isEqual(written, ONE)).toBe(true);
        const told = texts.map((text) => {
          const [over, under = '1'] = text.split('/');
          return Number(over) / Number(under);
        });
        // Weights that are whole numbers are divided once; of others the sum is rounded too, which the largest may have to make good.
        const isOnce = list.every(Number.isInteger);
        const off = told.flatMap((value, index) =>
          value === odds[index] ? [] : [Math.abs(value - (odds[index] ?? 0))],
        );
        expect(off.length).toBeLessThanOrEqual(isOnce ? 0 : 1);
        for (const miss of off) expect(miss).toBeLessThanOrEqual(list.length * 2 ** -53);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are short where they can be', () => {
    expect(exactOdds([0.1, 0.2, 0.7])).toEqual(['0.1', '0.2', '0.7']);
    expect(exactOdds([1 / 3, 1 / 3, 1 / 3])).toEqual(['1/3', '1/3', '1/3']);
    expect(exactOdds([0, 1])).toEqual(['0', '1']);
    expect(() => exactOdds([0.5, 0.4])).toThrow(RangeError);
    expect(() => exactOdds([-0.5, 1.5])).toThrow(RangeError);
    expect(() => exactOdds([Number.NaN, 1])).toThrow(RangeError);
  });
});
