import { CONCEPTS } from '../src/analysis/stability/concepts.ts';
import { stability } from '../src/analysis/stability/stability.ts';
import type { Conflict } from '../src/domain/conflict.ts';
import { isStableByDefinition } from '../tests/support/graphModelByDefinition.ts';
import { benchConflict } from './support/benchConflict.ts';
import { median, milliseconds } from './support/figures.ts';

export const name = 'stability of a conflict with three decision makers, all four concepts, against the definitions';

const ROUNDS = 7;
const SEED = 1;
const MAKERS = 3;
/** 2¹³ = 8,192 states; and a size at which the definitions still end. */
const OPTIONS = 13;
const FEWER_OPTIONS = 8;

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const medianTime = (run: () => void): number => median(Array.from({ length: ROUNDS }, () => timed(run)));

const movesIn = ({ moves }: Conflict): number => moves.reduce((sum, { to }) => sum + to.length, 0);

/** Every verdict by the definitions, word for word. */
function byDefinition(conflict: Conflict): readonly (readonly number[])[] {
  return CONCEPTS.flatMap((concept) =>
    conflict.decisionMakers.map((_, one) =>
      conflict.states.map((__, state) => (isStableByDefinition[concept](conflict, one, state) ? 1 : 0)),
    ),
  );
}

/** Times of both on a small conflict, where they must agree, and of ours on a large one. */
export async function run(): Promise<readonly string[]> {
  const small = benchConflict(FEWER_OPTIONS, MAKERS, SEED);
  let defined: readonly (readonly number[])[] = [];
  const slow = timed(() => {
    defined = byDefinition(small);
  });
  const found = stability(small);
  const ours = CONCEPTS.flatMap((concept) => found.stable[concept].map((own) => [...own]));
  if (JSON.stringify(ours) !== JSON.stringify(defined)) throw new Error('the two methods differ');
  const quick = medianTime(() => stability(small));
  const large = benchConflict(OPTIONS, MAKERS, SEED);
  const first = timed(() => stability(large));
  const took = medianTime(() => stability(large));
  const perMove = (time: number, conflict: Conflict): string =>
    `${((1e6 * time) / movesIn(conflict)).toFixed(0)} ns a move`;
  return [
    `${large.states.length.toLocaleString('en')} states, ${movesIn(large).toLocaleString('en')} moves: ${milliseconds(took)} (first ${milliseconds(first)}; target 1,000 ms), ${perMove(took, large)}`,
    `${small.states.length} states, ${movesIn(small).toLocaleString('en')} moves: ${quick.toFixed(2)} ms (${perMove(quick, small)}), by the definitions ${milliseconds(slow)}, ratio ${(slow / quick).toFixed(0)}`,
  ];
}
