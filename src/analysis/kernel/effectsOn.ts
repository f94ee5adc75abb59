import type { CompiledChart } from '../../../machines/compile.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';

/** The effects of a chart's moves on some addresses: per move and one more, where its own begin in the list. */
export interface MoveEffects {
  readonly of: Int32Array;
  readonly list: Int32Array;
}

/** The effects of each move on the addresses that are marked with 1, in the chart's order. */
export function effectsOn({ moves, effects }: CompiledChart, marked: Uint8Array): MoveEffects {
  const of = new Int32Array(moves.length + 1);
  const list: number[] = [];
  for (let move = 0; move < moves.length; move += 1) {
    for (let effect = effects.of[move] as number; effect < (effects.of[move + 1] as number); effect += 1)
      if (marked[effects.address[effect] as number] === 1) list.push(effect);
    of[move + 1] = list.length;
  }
  return { of, list: Int32Array.from(list) };
}

/** The addresses that an effect reads before it is applied: what it is scaled by, and what its condition reads. */
export function readsOfEffect(chart: CompiledChart, effect: number): readonly number[] {
  const by = chart.effects.scaledBy[effect] as number;
  const when = chart.effects.when[effect] as number;
  return [...(by === -1 ? [] : [by]), ...(when === -1 ? [] : addressesOfGuard(chart, when))];
}

/** What is needed to read some addresses over a tree, 1 each: themselves, and what the effects of moves on them read. */
export function neededFor(chart: CompiledChart, wanted: Iterable<number>): Uint8Array {
  const needed = new Uint8Array(chart.addresses.length);
  const waiting = [...wanted];
  // Behind the moves stand the ways to walk away, which no position of the tree has gone.
  const ofMoves = chart.effects.address.subarray(0, chart.effects.of[chart.moves.length]);
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (needed[address] === 1) continue;
    needed[address] = 1;
    for (const [effect, changed] of ofMoves.entries())
      if (changed === address) waiting.push(...readsOfEffect(chart, effect));
  }
  return needed;
}

/** The addresses that are marked with 1, in rising order. */
export const markedIn = (marked: Uint8Array): Int32Array =>
  Int32Array.from(marked.keys()).filter((address) => marked[address] === 1);
