import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { solve } from '../../cli/solve.ts';
import { inProcess } from '../support/inProcess.ts';
import { TEMPLATE } from '../support/template.ts';

const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dependence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => inProcess(solve, ...args);

const answer = async (...args: readonly string[]) => {
  const { status, stdout } = await run(...args, '--json');
  return { status, ...JSON.parse(stdout) };
};

/** The template with a passage of one of its files changed. */
function changed(name: string, file: string, from: string, to: string): string {
  const path = join(folder, name);
  cpSync(TEMPLATE, path, { recursive: true });
  const text = readFileSync(join(path, file), 'utf8');
  if (!text.includes(from)) throw new Error(`the template does not say: ${from}`);
  writeFileSync(join(path, file), text.replace(from, to));
  return path;
}

describe('parley solve, of a scenario', () => {
  test('shows walking away, the solved gain over it and dependence, and what the comparison with the score rests on', async () => {
    const { status, stdout } = await run(TEMPLATE);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Library +47\.2 +\+8\.0 +51 %\n/);
    expect(stdout).toMatch(/Café +27\.9 +0 +80 %\n/);
    expect(stdout).toContain('by the score the balance of Library over Café is 55, by dependence 64 (50 is even)');
    expect(stdout).toContain('16 would be needed');
    expect(stdout).toContain('Source: Emerson 1962');
    expect(stdout).toContain('20 draws (seed 1)');
  });

  test('gives the same to a program, per branch', async () => {
    const { evenings } = (await answer(TEMPLATE)).branches;
    expect(evenings.walkAway.LIBRARY).toBeCloseTo(47 + 1 / 6, 9);
    expect(evenings.solvedGain.LIBRARY).toBeCloseTo(evenings.values.LIBRARY - evenings.walkAway.LIBRARY, 12);
    const { byActor, balance, score, disagrees, draws } = evenings.dependence;
    expect(balance).toBeCloseTo(50 + 50 * (byActor.CAFE - byActor.LIBRARY), 12);
    expect(score).toBe(55);
    expect(disagrees).toBe(false);
    expect(draws).toEqual({ count: 20, seed: 1, differing: expect.any(Number), numbered: 20 });
  });

  test('says so where nothing reachable is better for both than walking away', async () => {
    const path = changed('none', 'branches/evenings.yaml', 'agreement: true', 'agreement: false');
    const { evenings } = (await answer(path)).branches;
    expect(evenings.walkAway.LIBRARY).toBeCloseTo(47 + 1 / 6, 9);
    expect(evenings.dependence).toMatchObject({ byActor: null, balance: null, score: 55, disagrees: false });
    expect((await run(path)).stdout).toContain('no reachable end both prefer to walking away');
  });

  test('has no number at the table, where a branch that is entered in two ways begins', async () => {
    const entry = '      meta: { label: The café asks for more evenings, facts: [F2] }\n';
    const second = `${entry}    again:\n      target: evenings\n      meta: { label: It asks once more, effects: { goodwill: "-" }, basis: { judgement: It has asked before. } }\n`;
    const path = changed('twice', 'scenario.yaml', entry, second);
    const { evenings } = (await answer(path)).branches;
    expect(evenings).toMatchObject({ walkAway: null, solvedGain: null, dependence: { byActor: null, balance: null } });
    expect((await run(path)).stdout).toContain('there is nothing to walk away from');
  });

  test('has all of it for every branch of Kursk', async () => {
    const { status, branches } = await answer(KURSK);
    expect(status).toBe(0);
    expect(Object.keys(branches)).toEqual(['ceasefire', 'surrender-demand', 'withdrawal']);
    for (const branch of Object.values<Record<string, never>>(branches)) {
      const { walkAway, solvedGain, dependence } = branch;
      for (const column of [walkAway, solvedGain]) expect(Object.keys(column ?? {})).toEqual(['UKR', 'RUS', 'USA']);
      expect(dependence).toMatchObject({ draws: { count: 20 }, balance: expect.any(Number) });
    }
  }, 60_000);
});

describe('what the first decision offers', () => {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('is each move’s value for each actor, what the mover loses by it, how often it is made and where it ends', async () => {
    const path = write(
      'first.efg',
      'EFG 2 R "First" { "A" "B" }\nc "" 1 "" { "x" 1/2 "y" 1/2 } 0\np "" 1 1 "" { "l" "r" } 0\nt "" 1 "left" { 1 5 }\nc "" 2 "" { "p" 1/4 "q" 3/4 } 0\nt "" 2 "up" { 8 0 }\nt "" 3 "down" { 0 4 }\nt "" 4 "out" { 0 0 }\n',
    );
    const { options } = await answer(path);
    expect(options).toEqual({
      node: 1,
      label: '',
      actors: ['A'],
      moves: [
        { move: 'l', values: { A: 1, B: 5 }, regret: 1, share: 0, odds: { left: 1 } },
        { move: 'r', values: { A: 2, B: 3 }, regret: 0, share: 1, odds: { up: 0.25, down: 0.75 } },
      ],
    });
    const { stdout } = await run(path);
    expect(stdout).toContain('What the first decision offers (n1): the value for each actor, what A loses');
    expect(stdout).toMatch(/ l +1 +5 +1 +never\n/);
    expect(stdout).toMatch(/ r +2 +3 +0 +always\n/);
  });

  test('is nothing where nobody decides, and takes linear time where there are very many moves', async () => {
    expect((await answer(write('chance.efg', 'EFG 2 R "" { "A" }\nt "" 1 "here" { 7 }\n'))).options).toBeNull();
    const many = 20_000;
    const moves = Array.from({ length: many }, (_, move) => `"m${move}"`).join(' ');
    const ends = Array.from({ length: many }, (_, end) => `t "" ${end + 1} "o${end}" { ${end} }`).join('\n');
    const path = write('many.efg', `EFG 2 R "" { "A" }\np "" 1 1 "" { ${moves} } 0\n${ends}\n`);
    const { status, stdout } = await run(path);
    expect(status).toBe(0);
    expect(stdout).toContain(`and ${(many - 12).toLocaleString('en')} more moves`);
    // The best of them is shown, though it comes last.
    expect(stdout).toMatch(/ m19999 +19999 +0 +always\n/);
  }, 60_000);
});
