import { fileURLToPath } from 'node:url';
import { requireScenario } from '../cli/loadScenario.ts';
import { negotiation } from '../machines/negotiation.ts';
import { replay } from '../machines/stepping.ts';
import { heldDraws, LINE_DRAWS, LINE_SEED } from '../src/analysis/heldDraws.ts';
import { preview } from '../src/analysis/lineFindings.ts';
import { leverageChange, scoredActors } from '../src/domain/leverage.ts';
import { plainChangeRange, plainDraws } from '../tests/support/plainDraws.ts';
import { median } from './support/figures.ts';

export const name = 'what an option would do, with its range: draws as columns against draw by draw';

const LINE = ['table.ceasefire', 'ceasefire.reply.conditional', 'ceasefire.terms.refuse'];
const ROUNDS = 5;
/** Previews a round: one is too short to time. */
const TIMES = 40;

/** The same preview by both, in turns; that they agree is a test. */
export async function run(): Promise<readonly string[]> {
  const scenario = await requireScenario(fileURLToPath(new URL('../scenarios/kursk-2025', import.meta.url)));
  const positions = replay(negotiation(scenario), LINE).snapshots.map(({ context }) => context);
  const [move, before, after] = [LINE.at(-1), positions.at(-2), positions.at(-1)];
  if (move === undefined || before === undefined || after === undefined) throw new Error('the line is too short');
  const ours = heldDraws(scenario);
  const plain = plainDraws(scenario, LINE_DRAWS, LINE_SEED);
  const [oursBefore, plainBefore] = [ours.opening, plain.opening];
  const ways = {
    ours: () => preview(scenario, ours, move, before, after.values, oursBefore),
    plain: () => {
      const drawn = plain.after(plainBefore, before, move);
      return scoredActors(scenario).map((actor) => ({
        ...leverageChange(scenario, actor, before.values, after.values),
        range: plainChangeRange(scenario, actor, plainBefore, drawn),
      }));
    },
  };
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['ours', 'plain'] as const) {
      const start = performance.now();
      for (let time = 0; time < TIMES; time += 1) ways[way]();
      // The first round warms both up.
      if (round > 0) times[way].push((performance.now() - start) / TIMES);
    }
  }
  const [fast, slow] = [median(times.ours), median(times.plain)];
  return [
    `${LINE_DRAWS} draws, ${scoredActors(scenario).length} actors, median of ${ROUNDS} rounds of ${TIMES}`,
    `ours ${fast.toFixed(2)} ms, draw by draw ${slow.toFixed(2)} ms, ratio ${(slow / fast).toFixed(1)}`,
  ];
}
