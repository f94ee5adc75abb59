import { fileURLToPath } from 'node:url';
import { requireScenario } from '../cli/loadScenario.ts';
import { negotiation } from '../machines/negotiation.ts';
import { replay } from '../machines/stepping.ts';
import { unfold } from '../machines/unfold.ts';
import { frontierOf } from '../src/analysis/frontier.ts';
import { outcomeTally } from '../src/analysis/outcomes.ts';
import { principals } from '../src/domain/actors.ts';
import { payoff } from '../src/domain/stakes.ts';

export const name = 'outcomes of Kursk’s ceasefire branch: a tally against keeping every line';

const START = ['table.ceasefire'];
const ROUNDS = 3;

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Reads the same tree by both, in turns: times, and the bytes that each hands to the page. */
export async function run(): Promise<readonly string[]> {
  const scenario = await requireScenario(fileURLToPath(new URL('../scenarios/kursk-2025', import.meta.url)));
  const machine = negotiation(scenario);
  const from = replay(machine, START).snapshots.at(-1);
  if (from === undefined) throw new Error('the branch is not there');
  const [first, second] = principals(scenario);
  const byTally = () => {
    const tally = outcomeTally(scenario, START);
    for (const position of unfold(scenario, machine, { from })) tally.add(position);
    return tally.read();
  };
  const byLines = () => {
    const outcomes = [...unfold(scenario, machine, { from })].flatMap(({ end, state, line, snapshot }) => {
      const { values } = snapshot.context;
      const payoffs = [payoff(scenario, first, values).payoff, payoff(scenario, second, values).payoff] as const;
      return end ? [{ end: state, line: [...START, ...line], payoffs }] : [];
    });
    return { outcomes, frontier: frontierOf(outcomes) };
  };
  const bytes = (value: unknown): number => JSON.stringify(value).length;
  const times = { tally: [] as number[], lines: [] as number[] };
  const sizes = { tally: 0, lines: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const tallied = byTally();
    const middle = performance.now();
    const kept = byLines();
    times.lines.push(performance.now() - middle);
    times.tally.push(middle - start);
    sizes.tally = bytes(tallied);
    sizes.lines = bytes(kept);
  }
  const [ours, plain] = [median(times.tally), median(times.lines)];
  return [
    `tally ${ours.toFixed(0)} ms, every line kept ${plain.toFixed(0)} ms, ratio ${(plain / ours).toFixed(2)}, median of ${ROUNDS}`,
    `handed over: ${(sizes.tally / 1000).toFixed(0)} kB against ${(sizes.lines / 1000).toFixed(0)} kB, ratio ${(sizes.lines / sizes.tally).toFixed(0)}`,
  ];
}
