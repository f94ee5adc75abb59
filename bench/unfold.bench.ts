import { fileURLToPath } from 'node:url';
import { transition } from 'xstate';
import { requireScenario } from '../cli/loadScenario.ts';
import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, openMoves, play } from '../machines/stepping.ts';
import { median } from './support/figures.ts';

export const name = 'unfolding Kursk: our step against XState’s public transition';

/** Moves deep: enough positions to time, few enough to repeat. */
const DEPTH = 7;
const ROUNDS = 5;

/** Unfolds the same tree by both, in turns, and prints the medians and their ratio. */
export async function run(): Promise<readonly string[]> {
  const scenario = await requireScenario(fileURLToPath(new URL('../scenarios/kursk-2025', import.meta.url)));
  const machine = negotiation(scenario);
  const unfoldBy = (advance: typeof play): number => {
    let positions = 0;
    const stack = [{ snapshot: openingSnapshot(machine), depth: 0 }];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      positions += 1;
      if (at.depth === DEPTH) continue;
      for (const move of openMoves(scenario, at.snapshot)) {
        const snapshot = advance(machine, at.snapshot, move);
        if (snapshot !== undefined) stack.push({ snapshot, depth: at.depth + 1 });
      }
    }
    return positions;
  };
  const peer: typeof play = (_, snapshot, move) => transition(machine, snapshot, { type: move })[0];
  const times = { ours: [] as number[], peers: [] as number[] };
  let positions = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    positions = unfoldBy(play);
    const middle = performance.now();
    unfoldBy(peer);
    times.ours.push(middle - start);
    times.peers.push(performance.now() - middle);
  }
  const [ours, peers] = [median(times.ours), median(times.peers)];
  return [
    `${positions} positions, ${DEPTH} moves deep, median of ${ROUNDS}`,
    `ours ${ours.toFixed(0)} ms, XState’s transition ${peers.toFixed(0)} ms, ratio ${(peers / ours).toFixed(2)}`,
  ];
}
