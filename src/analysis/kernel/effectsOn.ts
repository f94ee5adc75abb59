import type { CompiledChart } from '../../../machines/compile.ts';
import type { AddressSet } from './addressSet.ts';

/** The effects of a chart's moves on some addresses: per move and one more, where its own begin in the list. */
export interface MoveEffects {
  readonly of: Int32Array;
  readonly list: Int32Array;
}

/** The effects of each move on some addresses, in the chart's order. */
export function effectsOn({ moves, effects }: CompiledChart, addresses: AddressSet): MoveEffects {
  const of = new Int32Array(moves.length + 1);
  const list: number[] = [];
  for (let move = 0; move < moves.length; move += 1) {
    for (let effect = effects.of[move] as number; effect < (effects.of[move + 1] as number); effect += 1)
      if (addresses[effects.address[effect] as number] === 1) list.push(effect);
    of[move + 1] = list.length;
  }
  return { of, list: Int32Array.from(list) };
}
