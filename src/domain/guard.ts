import type { Address, MoveId, StateId } from './identifier.ts';

/** When a move is open: a tree of terms that read the position before the move. */
export type Guard =
  | { readonly all: readonly Guard[] }
  | { readonly any: readonly Guard[] }
  | { readonly not: Guard }
  | { readonly indicator: Address; readonly atLeast?: number | undefined; readonly atMost?: number | undefined }
  | { readonly condition: string; readonly is: string }
  | { readonly played: MoveId }
  /** Added when a chart is composed: the state was entered fewer times than its `limit`. */
  | { readonly entered: StateId; readonly fewerThan: number }
  /** Added when a chart is composed: the talks have not reached an end. */
  | { readonly talks: 'open' };

/** What a guard may read. Indicators are read clipped to their range. */
export interface GuardView {
  /** The value of an indicator or driver, clipped to its range. */
  readonly clipped: (address: Address) => number;
  readonly condition: (id: string) => string | undefined;
  readonly played: (move: MoveId) => boolean;
  readonly visits: (state: StateId) => number;
  readonly ended: boolean;
}

/** Whether a guard holds at a position. */
export function holds(guard: Guard, view: GuardView): boolean {
  if ('all' in guard) return guard.all.every((term) => holds(term, view));
  if ('any' in guard) return guard.any.some((term) => holds(term, view));
  if ('not' in guard) return !holds(guard.not, view);
  if ('indicator' in guard) {
    const value = view.clipped(guard.indicator);
    return value >= (guard.atLeast ?? Number.NEGATIVE_INFINITY) && value <= (guard.atMost ?? Number.POSITIVE_INFINITY);
  }
  if ('condition' in guard) return view.condition(guard.condition) === guard.is;
  if ('played' in guard) return view.played(guard.played);
  if ('entered' in guard) return view.visits(guard.entered) < guard.fewerThan;
  if ('talks' in guard) return !view.ended;
  return guard satisfies never;
}

/** A single term that keeps a move closed, as data for a sentence. */
export type Obstacle =
  | {
      readonly kind: 'indicator';
      readonly address: Address;
      readonly need: 'atLeast' | 'atMost';
      readonly bound: number;
      readonly now: number;
    }
  | { readonly kind: 'condition'; readonly condition: string; readonly need: 'is' | 'isNot'; readonly state: string }
  | { readonly kind: 'played'; readonly move: MoveId; readonly need: 'played' | 'notPlayed' }
  | { readonly kind: 'limit'; readonly state: StateId; readonly limit: number }
  | { readonly kind: 'ended' };

/**
 * The terms that would have to change for the guard to hold: every failing term of an `all`, the first alternative's of an `any`.
 * `wanted` is false inside a `not`.
 */
export function obstacles(guard: Guard, view: GuardView, wanted = true): readonly Obstacle[] {
  if (holds(guard, view) === wanted) return [];
  if ('not' in guard) return obstacles(guard.not, view, !wanted);
  if ('all' in guard || 'any' in guard) {
    const terms = 'all' in guard ? guard.all : guard.any;
    const everyTermCounts = 'all' in guard === wanted;
    const found = terms.map((term) => obstacles(term, view, wanted)).filter((list) => list.length > 0);
    return everyTermCounts ? found.flat() : (found[0] ?? []);
  }
  if ('indicator' in guard) {
    const now = view.clipped(guard.indicator);
    const address = guard.indicator;
    if (wanted) {
      return guard.atLeast !== undefined && now < guard.atLeast
        ? [{ kind: 'indicator', address, need: 'atLeast', bound: guard.atLeast, now }]
        : [{ kind: 'indicator', address, need: 'atMost', bound: guard.atMost ?? now, now }];
    }
    return guard.atLeast !== undefined
      ? [{ kind: 'indicator', address, need: 'atMost', bound: guard.atLeast, now }]
      : [{ kind: 'indicator', address, need: 'atLeast', bound: guard.atMost ?? now, now }];
  }
  if ('condition' in guard)
    return [{ kind: 'condition', condition: guard.condition, need: wanted ? 'is' : 'isNot', state: guard.is }];
  if ('played' in guard) return [{ kind: 'played', move: guard.played, need: wanted ? 'played' : 'notPlayed' }];
  if ('entered' in guard) return [{ kind: 'limit', state: guard.entered, limit: guard.fewerThan }];
  if ('talks' in guard) return [{ kind: 'ended' }];
  return guard satisfies never;
}

/** Every term of a guard that is not `all`, `any` or `not`. */
export function terms(guard: Guard): readonly Guard[] {
  if ('all' in guard) return guard.all.flatMap(terms);
  if ('any' in guard) return guard.any.flatMap(terms);
  if ('not' in guard) return terms(guard.not);
  return [guard];
}
