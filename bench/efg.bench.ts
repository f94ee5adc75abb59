import { type Solution, solve } from '../src/analysis/rollback/solve.ts';
import { readEfg } from '../src/formats/efg/readEfg.ts';
import { benchChain, benchGame } from './support/benchGame.ts';
import { median } from './support/figures.ts';

export const name = 'a game of Gambit’s: read and solved, in process, against published times of Gambit 16.4.1';

const ROUNDS = 7;
const SEED = 20250314;

/**
 * Whole-process wall times of `gambit-enumpure -P` 16.4.1 for games of the same shape, in seconds: measured on another machine of two
 * cores (median of 7; depth 10 once), so the ratio tells the order of magnitude and no more. Ours is in process, without starting node.
 */
const GAMBIT_SECONDS: ReadonlyMap<number, number> = new Map([
  [6, 0.0704],
  [8, 0.9588],
  [10, 62],
]);

interface Times {
  readonly nodes: number;
  readonly read: number;
  readonly solve: number;
}

function once(text: string): Times {
  const start = performance.now();
  const { game } = readEfg(text, 'bench.efg');
  if (game === undefined) throw new Error('the bench game was refused');
  const middle = performance.now();
  const solved = solve(game.tree, { name: 'rational' });
  const end = performance.now();
  const solution: Solution | undefined = solved.ok ? solved.value : undefined;
  if (solution === undefined) throw new Error('the bench game was not solved');
  return { nodes: game.tree.kind.length, read: middle - start, solve: end - middle };
}

/** One line of figures for a game; the first reading, before anything is warm, beside the median. */
function measure(what: string, text: string, gambit: number | undefined): string {
  const all = Array.from({ length: ROUNDS }, () => once(text));
  const [first] = all;
  if (first === undefined) throw new Error('nothing was measured');
  const [read, solved] = [median(all.map((times) => times.read)), median(all.map((times) => times.solve))];
  const ratio =
    gambit === undefined
      ? ''
      : `, Gambit 16.4.1 elsewhere ${gambit} s, ratio ${((1000 * gambit) / (read + solved)).toFixed(0)}`;
  const times = `read ${read.toFixed(1)} ms, solve ${solved.toFixed(1)} ms (first ${(first.read + first.solve).toFixed(1)} ms)`;
  return `${what}: ${first.nodes.toLocaleString('en')} nodes, ${times}${ratio}`;
}

/** Times by depth, and of a line of 50,000 nodes; the time per node shows whether reading stays linear. */
export async function run(): Promise<readonly string[]> {
  const depths = [8, 6, 10];
  return [
    ...depths.map((depth) => measure(`depth ${depth}`, benchGame(depth, SEED), GAMBIT_SECONDS.get(depth))),
    measure('a line', benchChain(50_000), undefined),
  ];
}
