import type { Address, MoveId } from '../domain/identifier.ts';
import type { Values } from '../domain/indicators.ts';
import { leverage } from '../domain/leverage.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { DrawnValues } from './drawnValues.ts';
import { rangeOf } from './heldDraws.ts';
import type { Ranged } from './lineFindings.ts';

/** What a part of a change is about: a driver, a step of the line, or the steps too small to be named. */
export type WaterfallSubject =
  | { readonly kind: 'driver'; readonly driver: string; readonly address: Address }
  | { readonly kind: 'step'; readonly step: number; readonly move: MoveId }
  | { readonly kind: 'others'; readonly steps: number };

/** One part of a change of leverage, in points, with its range over the draws. */
export interface WaterfallPart extends Ranged {
  readonly subject: WaterfallSubject;
  /** The same part in every draw, in draw order. */
  readonly drawn: readonly number[];
}

/** How an actor's leverage came from one score to another: the parts sum to the change, at central values and in every draw. */
export interface Waterfall {
  readonly actor: string;
  readonly start: Ranged;
  readonly end: Ranged;
  readonly change: Ranged;
  readonly parts: readonly WaterfallPart[];
}

/** A position with the same place in every draw. */
interface Drawn {
  readonly values: Values;
  readonly drawn: DrawnValues;
}

const ranged = (central: number, drawn: readonly number[]): Ranged => ({ central, range: rangeOf(drawn) });
const less = (after: readonly number[], before: readonly number[]): readonly number[] =>
  after.map((value, draw) => value - (before[draw] ?? Number.NaN));

function between(actor: string, start: Ranged, end: Ranged, parts: readonly WaterfallPart[], drawn: readonly number[]) {
  return { actor, start, end, change: ranged(end.central - start.central, drawn), parts };
}

/** A step, driver by driver: 100 · w · (s after − s before). */
export function stepWaterfall(scenario: Scenario, actor: string, before: Drawn, after: Drawn): Waterfall {
  const [earlier, later] = [before, after].map(({ values, drawn }) => ({
    central: leverage(scenario, actor, values),
    drawn: drawn.map((each) => leverage(scenario, actor, each)),
  }));
  if (earlier === undefined || later === undefined) throw new TypeError('a step has two sides');
  const scores = [earlier, later].map(({ drawn }) => drawn.map(({ score }) => score));
  const parts = later.central.contributions.map(({ driver, address, points }, index): WaterfallPart => {
    const [now, then] = [later, earlier].map(({ drawn }) =>
      drawn.map(({ contributions }) => contributions[index]?.points ?? Number.NaN),
    );
    const drawn = less(now ?? [], then ?? []);
    const central = points - (earlier.central.contributions[index]?.points ?? Number.NaN);
    return { subject: { kind: 'driver', driver, address }, ...ranged(central, drawn), drawn };
  });
  const [old = [], recent = []] = scores;
  const [start, end] = [ranged(earlier.central.score, old), ranged(later.central.score, recent)];
  return between(actor, start, end, parts, less(recent, old));
}

/** A whole line, step by step. `positions` and `drawn` are the opening, then one per move. */
export function lineWaterfall(
  scenario: Scenario,
  actor: string,
  line: readonly MoveId[],
  positions: readonly Position[],
  drawn: readonly DrawnValues[],
): Waterfall {
  const scores = positions.map(({ values }, index) => ({
    central: leverage(scenario, actor, values).score,
    drawn: drawn[index]?.map((each) => leverage(scenario, actor, each).score) ?? [],
  }));
  const at = (index: number) => {
    const score = scores[index];
    if (score === undefined) throw new RangeError('a line needs a position before and after every move');
    return score;
  };
  const parts = line.map((move, index): WaterfallPart => {
    const [before, after] = [at(index), at(index + 1)];
    const change = less(after.drawn, before.drawn);
    return {
      subject: { kind: 'step', step: index + 1, move },
      ...ranged(after.central - before.central, change),
      drawn: change,
    };
  });
  const [first, last] = [at(0), at(line.length)];
  const ends = [first, last].map(({ central, drawn: each }) => ranged(central, each));
  const [start, end] = ends;
  if (start === undefined || end === undefined) throw new TypeError('a line has two ends');
  return between(actor, start, end, parts, less(last.drawn, first.drawn));
}

/** The same waterfall with the steps that move less than so many points drawn together, last. One such step stays itself. */
export function groupedBelow(waterfall: Waterfall, points: number): Waterfall {
  const small = waterfall.parts.filter(
    ({ subject, central }) => subject.kind === 'step' && Math.round(Math.abs(central)) < points,
  );
  if (small.length < 2) return waterfall;
  const drawn = (small[0]?.drawn ?? []).map((_, draw) =>
    small.reduce((sum, part) => sum + (part.drawn[draw] ?? Number.NaN), 0),
  );
  const others: WaterfallPart = {
    subject: { kind: 'others', steps: small.length },
    ...ranged(
      small.reduce((sum, { central }) => sum + central, 0),
      drawn,
    ),
    drawn,
  };
  return { ...waterfall, parts: [...waterfall.parts.filter((part) => !small.includes(part)), others] };
}
