import { fileURLToPath } from 'node:url';
import { transition } from 'xstate';
import { blockKernel } from '../cli/blockKernel.ts';
import { drawThreads } from '../cli/drawThreads.ts';
import { requireScenario } from '../cli/loadScenario.ts';
import { beginningOf, kernelOf, scenarioGame } from '../cli/scenarioGame.ts';
import { drawJob } from '../cli/simulateScenario.ts';
import type { CompiledChart } from '../machines/compile.ts';
import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, openMoves } from '../machines/stepping.ts';
import type { DrawJob } from '../src/analysis/kernel/drawTask.ts';
import { type TreeResolver, treeResolver } from '../src/analysis/kernel/resolveTree.ts';
import { type ScenarioKernel, type UnfoldedGame, unfoldGame } from '../src/analysis/kernel/scenarioKernel.ts';
import { type BlocksOf, typedBlocks } from '../src/analysis/kernel/treeBlocks.ts';
import { numbersOf, type TreeNumbers } from '../src/analysis/kernel/treeNumbers.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import { type Workspace, workspaceFor } from '../src/analysis/rollback/workspace.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { drawBlocks } from './support/drawBlocks.ts';
import { compileC } from './support/drawInC.ts';
import { largest, median, milliseconds } from './support/figures.ts';

export const name = 'the kernel on all of Kursk: unfolding and solving, solving again, draws of the whole tree';

const RATIONAL = { name: 'rational' } as const;
const ROUNDS = 9;
const DRAWS = 1_000;
const SEED = 1;
/** Many draws are timed where few let expect no longer than this, in milliseconds. */
const PATIENCE = 15_000;

/** The time that something takes, in milliseconds. */
function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const medianTime = (run: () => void): number => median(Array.from({ length: ROUNDS }, () => timed(run)));

/** Through XState's own public transition: every position of the tree, without a limit to its depth. */
function countByXState(scenario: Scenario): number {
  const machine = negotiation(scenario);
  let positions = 0;
  const waiting = [openingSnapshot(machine)];
  for (let snapshot = waiting.pop(); snapshot !== undefined; snapshot = waiting.pop()) {
    positions += 1;
    for (const move of openMoves(scenario, snapshot)) waiting.push(transition(machine, snapshot, { type: move })[0]);
  }
  return positions;
}

function requireGame(scenario: Scenario, kernel = kernelOf(scenario)) {
  const game = scenarioGame(scenario, undefined, kernel);
  if (game === undefined) throw new RangeError('the tree has more positions than are unfolded');
  return game;
}

/** Unfolding and solving, through the kernel and through XState with the same solve; and solving again as one number changes. */
function unfoldingLines(scenario: Scenario): readonly string[] {
  const kernel = kernelOf(scenario);
  const { tree, unfolded } = requireGame(scenario, kernel);
  const { state, position } = beginningOf(scenario);
  const unfoldAndSolve = (over: UnfoldedGame | undefined, columns: Workspace | undefined) => {
    const again = unfoldGame(kernel, state, position, {
      expected: unfolded.nodes,
      ...(over === undefined ? {} : { over }),
    });
    if (again === undefined) throw new Error('the tree has more positions than are unfolded');
    const workspace = workspaceFor(again.game, columns);
    solve(again.game, RATIONAL, workspace);
    return { again, workspace };
  };
  const anew = medianTime(() => unfoldAndSolve(undefined, undefined));
  let rooms = unfoldAndSolve(undefined, undefined);
  const ours = medianTime(() => {
    rooms = unfoldAndSolve(rooms.again, rooms.workspace);
  });
  const solving = medianTime(() => solve(tree, RATIONAL));
  let positions = 0;
  const peer = timed(() => {
    positions = countByXState(scenario);
  });
  if (positions !== unfolded.nodes) throw new Error(`XState has ${positions} positions, the kernel ${unfolded.nodes}`);
  return [
    `${positions} positions unfolded and solved: kernel ${milliseconds(ours)} (in new memory ${milliseconds(anew)}, solve alone ${milliseconds(solving)}), XState’s transition and the same solve ${milliseconds(peer + solving)}, ratio ${((peer + solving) / ours).toFixed(0)} (in new memory ${((peer + solving) / anew).toFixed(0)}; target 100)`,
    ...resolvingLines(kernel, { tree: unfolded, game: tree }, ours),
  ];
}

/** A number of the tree that is changed alone, to another value each time: by a little, so that no move opens or shuts for it. */
interface Dragged {
  readonly name: string;
  readonly change: (step: number) => Partial<TreeNumbers>;
}

/** Every start value, an effect on every address, every likelihood and tendency, and every stake’s weight. */
function draggedNumbers(
  { chart }: ScenarioKernel,
  { starts, sizes, stakes, odds }: TreeNumbers,
): ReadonlyMap<string, readonly Dragged[]> {
  const nudged = (column: Float64Array, index: number, step: number) =>
    column.map((value, at) => (at === index ? value * (1 + 1e-6 * step) + 1e-9 * step : value));
  const weighed = (actor: number, stake: number, step: number) =>
    stakes.curves.map((own, at) =>
      at === actor
        ? own.map((curve, index) => (index === stake ? { ...curve, weight: curve.weight + 1e-6 * step } : curve))
        : own,
    );
  const effects = chart.addresses.flatMap((name, address) => {
    const effect = chart.effects.address.indexOf(address);
    return effect === -1 ? [] : [{ name, change: (step: number) => ({ sizes: nudged(sizes, effect, step) }) }];
  });
  const moves = [...odds.base.keys()].filter(
    (move) => (odds.base[move] as number) > 0 && (odds.base[move] as number) < 1,
  );
  return new Map<string, readonly Dragged[]>([
    [
      'a start value',
      chart.addresses.map((name, at) => ({ name, change: (step) => ({ starts: nudged(starts, at, step) }) })),
    ],
    ['an effect', effects],
    [
      'a likelihood or tendency',
      moves.map((move) => ({
        name: chart.moves[move] as string,
        change: (step) => ({ odds: { ...odds, base: nudged(odds.base, move, step) } }),
      })),
    ],
    [
      'a stake’s weight',
      stakes.curves.flatMap((own, actor) =>
        own.map(({ address }, stake) => ({
          name: `${stakes.actors[actor]} ${chart.addresses[address]}`,
          change: (step: number) => ({ stakes: { ...stakes, curves: weighed(actor, stake, step) } }),
        })),
      ),
    ],
  ]);
}

/** Solving again after every number in turn: the median time as it is dragged, and the first, when another one was dragged before. */
function resolvingLines(kernel: ScenarioKernel, game: UnfoldedGame, whole: number): readonly string[] {
  let resolver = treeResolver(kernel, game);
  const preparing = medianTime(() => {
    resolver = treeResolver(kernel, game);
  });
  const numbers = numbersOf(kernel, game);
  let step = 0;
  const solveAgain = (change: Dragged['change']) =>
    timed(() => {
      step += 1;
      const resolved = resolver.resolve({ ...numbers, ...change(step) }, RATIONAL);
      if (resolved?.solution.ok !== true || resolved.isNewTree) throw new Error('the same tree was not solved again');
    });
  const slowest = (times: readonly { readonly name: string; readonly took: number }[]) =>
    times.reduce((one, other) => (other.took > one.took ? other : one));
  const told = ({ name, took }: { readonly name: string; readonly took: number }) => `${took.toFixed(1)} ms (${name})`;
  const kinds = [...draggedNumbers(kernel, numbers)];
  // The engine compiles what it has seen often enough.
  for (const { change } of kinds.flatMap(([, dragged]) => dragged)) solveAgain(change);
  const lines = kinds.map(([kind, dragged]) => {
    const times = dragged.map(({ name, change }) => {
      const first = solveAgain(change);
      return { name, first, took: median(Array.from({ length: ROUNDS }, () => solveAgain(change))) };
    });
    const middle = median(times.map(({ took }) => took));
    const firsts = times.map(({ name, first }) => ({ name, took: first }));
    return `solved again after ${kind}, each of ${times.length} in turn: ${middle.toFixed(1)} ms in the middle, ${told(slowest(times))} at the most (target 10), ratio to unfolding and solving ${(whole / middle).toFixed(1)}; the first after another number ${median(firsts.map(({ took }) => took)).toFixed(1)} ms, ${told(slowest(firsts))} at the most`;
  });
  return [
    `prepared to be solved again, once: ${milliseconds(preparing)}`,
    ...lines,
    ...reopeningLines(resolver, numbers, kernel.chart, whole),
  ];
}

/**
 * Solving again as a start value crosses bounds of guards, so that moves open and shut and the tree is another each time: to and fro between
 * two trees, and round three, none of which is the one before the last.
 */
function reopeningLines(
  resolver: TreeResolver,
  numbers: TreeNumbers,
  { addresses, low, high }: CompiledChart,
  whole: number,
): readonly string[] {
  const at = (address: number, share: number): TreeNumbers => {
    const starts = numbers.starts.slice();
    starts[address] = (low[address] as number) + share * ((high[address] as number) - (low[address] as number));
    return { ...numbers, starts };
  };
  const isAnother = (wanted: TreeNumbers) => {
    resolver.resolve(numbers, RATIONAL);
    return resolver.resolve(wanted, RATIONAL)?.isNewTree === true;
  };
  /** Each tree of a round is another than the one before; the one that takes longest. */
  const turns = (round: readonly TreeNumbers[]): string => {
    const times: number[][] = round.map(() => []);
    for (let turn = 0; turn < round.length * (ROUNDS + 1); turn += 1) {
      const place = turn % round.length;
      let resolved: ReturnType<TreeResolver['resolve']>;
      const took = timed(() => {
        resolved = resolver.resolve(round[place] as TreeNumbers, RATIONAL);
      });
      if (turn >= round.length && resolved?.isNewTree !== true) throw new Error('the same tree was solved again');
      if (turn >= round.length) times[place]?.push(took);
    }
    const took = largest(times.map(median));
    return `${took.toFixed(1)} ms at the most, ratio to unfolding and solving ${(whole / took).toFixed(1)}`;
  };
  for (const [address, name] of addresses.entries()) {
    const others = [0.02, 0.1, 0.3, 0.6, 0.9].map((share) => at(address, share)).filter(isAnother);
    const [over] = others;
    if (over === undefined) continue;
    const begins = `solved again as the start of ${name} crosses a bound that opens or shuts moves`;
    return [
      `${begins}, to and fro: ${turns([numbers, over])}`,
      `${begins}, to a tree that was not the one before: ${turns([numbers, over, at(address, 0)])}`,
    ];
  }
  throw new Error('no start value crosses a bound of a guard');
}

/** How long draws of all jobs take in some threads, which were started and warmed up. */
async function timeThreads(jobs: readonly DrawJob[], threads: number, draws: number): Promise<number> {
  const pool = drawThreads(jobs, threads);
  try {
    const all = async (count: number) => {
      for (const job of jobs.keys()) await pool.draw(job, count);
    };
    await all(128 * threads);
    const start = performance.now();
    await all(draws);
    return performance.now() - start;
  } finally {
    await pool.close();
  }
}

/** Draws of the whole tree in one thread against a plain C loop that does the same arithmetic: by WebAssembly, and on typed arrays. */
function cLines(jobs: readonly DrawJob[]): readonly string[] {
  const c = compileC();
  const rowsBy = (blocksOf: BlocksOf) =>
    jobs.map((job) => {
      drawBlocks(job, 64, blocksOf);
      return drawBlocks(job, DRAWS, blocksOf);
    });
  const sum = (parts: readonly { readonly took: number }[]) => parts.reduce((all, { took }) => all + took, 0);
  const ours = rowsBy(blockKernel());
  const [took, typed] = [sum(ours), sum(rowsBy(typedBlocks))];
  const figures = `arithmetic of ${DRAWS} draws in one thread: WebAssembly ${milliseconds(took)}, typed arrays ${milliseconds(typed)}`;
  if (c === undefined) return [`${figures}; no C compiler (cc) here, so there is no C loop beside it`];
  try {
    const peers = jobs.map((job, index) => c.draw(job, ours[index] as (typeof ours)[number]));
    const gaps = peers.flatMap(({ values }, job) =>
      [...values].map((value, at) => Math.abs(value - (ours[job]?.values[at] ?? Number.NaN))),
    );
    if (!gaps.every((gap) => gap <= 1e-9)) throw new Error(`the C loop differs from the kernel by ${largest(gaps)}`);
    const peer = sum(peers);
    return [
      `${figures}, plain C (cc -O3) ${milliseconds(peer)}; ratio to C ${(took / peer).toFixed(1)} and ${(typed / peer).toFixed(1)} (target 2); values differ by ${largest(gaps).toExponential(0)} at most`,
    ];
  } finally {
    c.close();
  }
}

/** Unfolds, solves and draws all of Kursk. */
export async function run(): Promise<readonly string[]> {
  const scenario = await requireScenario(fileURLToPath(new URL('../scenarios/kursk-2025', import.meta.url)));
  const lines = [...unfoldingLines(scenario)];
  const jobs = Object.keys(scenario.branches).map((branch) => {
    const job = drawJob(scenario, branch, RATIONAL, SEED, false);
    if (!job.ok) throw new Error(job.error);
    return job.value;
  });
  lines.push(...cLines(jobs));
  const two = await timeThreads(jobs, 2, DRAWS);
  const one = await timeThreads(jobs, 1, DRAWS);
  lines.push(
    `${DRAWS} draws of the whole tree, drawing the numbers included: two threads ${milliseconds(two)} (target 1,000 ms), one ${milliseconds(one)}, ratio ${(one / two).toFixed(2)}`,
  );
  if (10 * two < PATIENCE)
    lines.push(
      `${10 * DRAWS} draws in two threads: ${milliseconds(await timeThreads(jobs, 2, 10 * DRAWS))} (target 8,000 ms)`,
    );
  else lines.push(`${10 * DRAWS} draws not timed: they would take longer than ${PATIENCE / 1_000} s here`);
  return lines;
}
