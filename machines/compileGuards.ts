import { TERM } from '../src/domain/chartCodes.ts';
import type { Guard } from '../src/domain/guard.ts';
import type { Address, MoveId, StateId } from '../src/domain/identifier.ts';

/** Guards as flat arrays, one entry per term; a guard is the index of its outermost term. */
export interface CompiledGuards {
  /** Per term, one of `TERM`. */
  readonly term: Uint8Array;
  /** What it reads: an address, a condition, a flag or a count of visits; of `all`, `any` and `not`, its first entry in `parts`. */
  readonly subject: Int32Array;
  /** The condition's state, the number of visits that closes it, or how many `parts` it has. */
  readonly bound: Int32Array;
  /** The lowest and highest clipped value at which an indicator's term holds. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly parts: Int32Array;
}

/** What guards may speak of. */
interface Vocabulary {
  readonly addressIndex: ReadonlyMap<Address, number>;
  readonly conditions: readonly string[];
  readonly conditionStates: readonly ReadonlyMap<string, number>[];
}

/** Compiles guards one by one into one table, and collects what has to be remembered for them: moves played and states entered. */
export function guardCompiler({ addressIndex, conditions, conditionStates }: Vocabulary) {
  const term: number[] = [];
  const subject: number[] = [];
  const bound: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const parts: number[] = [];
  const visits = new Map<StateId, number>();
  const flags = new Map<MoveId, number>();

  /** The index of an id in a list that grows by what is asked for. */
  const numbered = (ids: Map<string, number>, id: string): number => {
    const index = ids.get(id) ?? ids.size;
    ids.set(id, index);
    return index;
  };
  const add = (kind: number, about = -1, limit = -1, range: readonly [number, number] = [0, 0]): number => {
    term.push(kind);
    subject.push(about);
    bound.push(limit);
    low.push(range[0]);
    high.push(range[1]);
    return term.length - 1;
  };
  const group = (kind: number, guards: readonly Guard[]): number => {
    // A part's own parts come before those of the whole, so that each list is in one piece.
    const compiled = guards.map(compiledTerm);
    const first = parts.length;
    parts.push(...compiled);
    return add(kind, first, compiled.length);
  };

  function compiledTerm(guard: Guard): number {
    if ('all' in guard) return group(TERM.all, guard.all);
    if ('any' in guard) return group(TERM.any, guard.any);
    if ('not' in guard) return group(TERM.not, [guard.not]);
    if ('indicator' in guard) {
      const { indicator, atLeast, atMost } = guard;
      const range = [atLeast ?? Number.NEGATIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY] as const;
      return add(TERM.indicator, addressIndex.get(indicator), 0, range);
    }
    if ('condition' in guard) {
      const condition = conditions.indexOf(guard.condition);
      return add(TERM.condition, condition, conditionStates[condition]?.get(guard.is) ?? -1);
    }
    if ('played' in guard) return add(TERM.played, numbered(flags, guard.played));
    if ('entered' in guard) return add(TERM.entered, numbered(visits, guard.entered), guard.fewerThan);
    // Only a shock asks whether the talks go on, and shocks are no moves of the tree.
    if ('talks' in guard) return add(TERM.always);
    return guard satisfies never;
  }

  return {
    visits,
    flags,
    /** The guard's index in the table; −1 for none. */
    compileGuard: (guard: Guard | undefined): number => (guard === undefined ? -1 : compiledTerm(guard)),
    guards: (): CompiledGuards => ({
      term: Uint8Array.from(term),
      subject: Int32Array.from(subject),
      bound: Int32Array.from(bound),
      low: Float64Array.from(low),
      high: Float64Array.from(high),
      parts: Int32Array.from(parts),
    }),
  };
}
