import { centralValue, type Estimate, toTriple } from '../estimate.ts';
import { DRIVER_RANGE, type Quantity, quantities, quantityAt } from '../indicators.ts';
import { error, inferred, type Path, type Problem } from '../problem.ts';
import type { Scenario, Stake } from '../scenario.ts';
import type { MoveMeta } from '../schema/branch.ts';
import type { FileEffect } from '../schema/parts.ts';
import { writtenEffects, writtenMoves, writtenTerms } from './walkFile.ts';

type Range = readonly [number, number];

/** Likelihoods, tendencies: shares of 1. */
const SHARE: Range = [0, 1];

/** A number, or the first part of an estimate, that leaves its range; `given` is where the range stands. */
function outside(estimate: Estimate, [low, high]: Range, path: Path, given: Path = path): readonly Problem[] {
  const triple = toTriple(estimate);
  const part = (['low', 'mode', 'high'] as const).find((name) => triple[name] < low || triple[name] > high);
  if (part === undefined) return [];
  const message = `${triple[part]} lies outside the range ${low} to ${high}`;
  const at = typeof estimate === 'number' ? path : [...path, part];
  const problem = error('out-of-range', at, message, `write a value from ${low} to ${high}`);
  return [inferred(problem, [...path, '**'], given)];
}

const rangeGiven = (address: string): Path => ['indicators', address, 'range', '**'];

function ofStartValues(scenario: Scenario): readonly Problem[] {
  const ofIndicators = Object.entries(scenario.indicators).flatMap(([id, { initial, range }]) =>
    outside(initial, range, ['indicators', id, 'initial'], rangeGiven(id)),
  );
  const ofDrivers = Object.entries(scenario.drivers.initial).flatMap(([actor, block]) =>
    Object.entries(block).flatMap(([driver, initial]) => outside(initial, DRIVER_RANGE, ['drivers', actor, driver])),
  );
  return [...ofIndicators, ...ofDrivers];
}

/** A curve runs from [worst, 0] to [best, 1]. */
function curveProblem({ curve, worst, best }: Stake, path: Path): readonly Problem[] {
  const [first, last] = [curve?.[0], curve?.at(-1)];
  if (curve === undefined || first === undefined || last === undefined) return [];
  const fits = first[0] === worst && first[1] === 0 && last[0] === best && last[1] === 1;
  const steps = curve.every(([x, v], index) => {
    const [beforeX, beforeV] = curve[index - 1] ?? [undefined, 0];
    return beforeX === undefined || ((best > worst ? x > beforeX : x < beforeX) && v >= beforeV);
  });
  if (fits && steps) return [];
  const message = 'a curve runs from [worst, 0] to [best, 1], value by value towards best, and never falls';
  const problem = error(
    'stake-curve',
    [...path, 'curve'],
    message,
    `begin with [${worst}, 0] and end with [${best}, 1]`,
  );
  return [inferred(problem, [...path, '**'])];
}

function ofStakes(scenario: Scenario, all: ReadonlyMap<string, Quantity>): readonly Problem[] {
  return Object.entries(scenario.stakes).flatMap(([actor, { items }]) =>
    Object.entries(items).flatMap(([address, stake]) => {
      const path: Path = ['stakes', actor, address];
      const range = all.get(address)?.range;
      const anchors = (['worst', 'best'] as const).flatMap((anchor) =>
        range === undefined ? [] : outside(stake[anchor], range, [...path, anchor], rangeGiven(address)),
      );
      return [...anchors, ...curveProblem(stake, path)];
    }),
  );
}

function ofEffect(
  effect: FileEffect,
  address: string,
  path: Path,
  all: ReadonlyMap<string, Quantity>,
): readonly Problem[] {
  if (typeof effect !== 'object' || 'mode' in effect) return [];
  const { set, scale, scaled } = effect;
  const range = all.get(address)?.range;
  const found: Problem[] = [];
  if (set !== undefined && range !== undefined)
    found.push(...outside(set, range, [...path, 'set'], rangeGiven(address)));
  if (scale !== undefined && toTriple(scale).low < 0) {
    const message = 'a `scale` multiplies, so it must not be below 0';
    found.push(inferred(error('out-of-range', [...path, 'scale'], message), [...path, 'scale', '**']));
  }
  const by = scaled === undefined ? undefined : all.get(scaled.by)?.range;
  if (scaled !== undefined && by !== undefined) {
    found.push(...outside(scaled.ref, by, [...path, 'scaled', 'ref'], rangeGiven(scaled.by)));
  }
  return found;
}

function ofGuards(scenario: Scenario, all: ReadonlyMap<string, Quantity>): readonly Problem[] {
  return writtenTerms(scenario).flatMap(({ path, term }): readonly Problem[] => {
    if (!('indicator' in term)) return [];
    const range = all.get(term.indicator)?.range;
    const { atLeast, atMost } = term;
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
      return [error('out-of-range', path, `no value is at least ${atLeast} and at most ${atMost}: this never holds`)];
    }
    return (['atLeast', 'atMost'] as const).flatMap((side) => {
      const bound = term[side];
      if (range === undefined || bound === undefined) return [];
      return outside(bound, range, [...path, side], rangeGiven(term.indicator));
    });
  });
}

/** The most that the leans of a move may add to the logarithm of its odds or take from it: e^50 is some 5 · 10²¹. */
const STEEPEST = 50;

/** Leans that would multiply odds beyond what can be computed with. */
function steepLeans(
  scenario: Scenario,
  all: ReadonlyMap<string, Quantity>,
  leans: MoveMeta['leans'],
  path: Path,
): readonly Problem[] {
  const tilts = Object.entries(leans ?? {}).map(([address, { per, ref }]) => {
    const quantity = all.get(address);
    if (quantity === undefined) return 0;
    const [low, high] = quantity.range;
    const from = ref ?? centralValue(quantityAt(scenario, address).initial);
    return Math.abs(per) * Math.max(Math.abs(low - from), Math.abs(high - from));
  });
  const most = tilts.reduce((sum, tilt) => sum + tilt, 0);
  if (!(most > STEEPEST)) return [];
  const message = `over the range the odds would be multiplied by as much as e^${Math.round(most)}`;
  const problem = error('steep-lean', path, message, 'write a smaller `per`: at 0.02, 50 units multiply the odds by e');
  return [inferred(problem, [...path, '**'])];
}

function ofMoves(scenario: Scenario, all: ReadonlyMap<string, Quantity>): readonly Problem[] {
  return writtenMoves(scenario).flatMap(({ meta, metaPath }) => {
    const odds = (['likelihood', 'tendency'] as const).flatMap((name) => {
      const value = meta[name];
      return value === undefined ? [] : outside(value, SHARE, [...metaPath, name]);
    });
    const leans = steepLeans(scenario, all, meta.leans, [...metaPath, 'leans']);
    const refs = Object.entries(meta.leans ?? {}).flatMap(([address, { ref }]) => {
      const range = all.get(address)?.range;
      if (range === undefined || ref === undefined) return [];
      return outside(ref, range, [...metaPath, 'leans', address, 'ref'], rangeGiven(address));
    });
    return [...odds, ...refs, ...leans];
  });
}

/** Start values, stakes, `set` effects, references, guard bounds, likelihoods and tendencies outside what they may be. */
export function rangeProblems(scenario: Scenario): readonly Problem[] {
  const all = quantities(scenario);
  return [
    ...ofStartValues(scenario),
    ...ofStakes(scenario, all),
    ...writtenEffects(scenario).flatMap(({ path, effects }) =>
      Object.entries(effects).flatMap(([address, effect]) => ofEffect(effect, address, [...path, address], all)),
    ),
    ...ofGuards(scenario, all),
    ...ofMoves(scenario, all),
  ];
}
