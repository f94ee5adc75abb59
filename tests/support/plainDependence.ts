import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type TreePosition, unfold } from '../../machines/unfold.ts';
import { isEnd, stateAt } from '../../src/domain/chart.ts';
import type { SizeOf } from '../../src/domain/effects.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Values } from '../../src/domain/indicators.ts';
import { leverage } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff } from '../../src/domain/stakes.ts';
import { walkAway } from '../../src/domain/walkAway.ts';

/** A position of the nested tree, with what the actors have there. */
export interface PlainPlace {
  readonly position: TreePosition;
  /** Where it is an end, per actor its payoff. */
  readonly payoffs: Readonly<Record<string, number>> | undefined;
  /** Where the talks go on in a branch, per actor what walking away is worth. */
  readonly walkAway: Readonly<Record<string, number>> | undefined;
  readonly isAgreement: boolean;
  readonly children: readonly PlainPlace[];
}

/** How the values of a position, and the sizes of effects, are read: of the central walk, or of one draw of it. */
export interface PlainReading {
  readonly values: (position: TreePosition) => Values;
  readonly sizeOf?: SizeOf;
}

const central: PlainReading = { values: ({ snapshot }) => snapshot.context.values };

function nested(scenario: Scenario, position: TreePosition, rest: TreePosition[], reading: PlainReading): PlainPlace {
  const state = stateAt(scenario, position.state)?.state;
  const values = reading.values(position);
  const branch = position.state.split('.')[0] ?? '';
  const atTable = state === undefined;
  const found =
    atTable || position.end
      ? undefined
      : walkAway(scenario, branch, { ...position.snapshot.context, values }, reading.sizeOf);
  const children: PlainPlace[] = [];
  while ((rest[0]?.depth ?? -1) > position.depth) {
    children.push(nested(scenario, rest.shift() as TreePosition, rest, reading));
  }
  const actors = Object.keys(scenario.stakes);
  return {
    position,
    payoffs: position.end
      ? Object.fromEntries(actors.map((actor) => [actor, payoff(scenario, actor, values).payoff]))
      : undefined,
    walkAway: found && Object.fromEntries(found.map(({ actor, payoff: points }) => [actor, points])),
    isAgreement: state !== undefined && isEnd(state) && state.meta.agreement,
    children,
  };
}

/** The tree below a line, nested, read through XState and the functions that a reader's walk uses. For small scenarios. */
export function plainPlaces(scenario: Scenario, line: Line, reading: PlainReading = central): PlainPlace {
  const machine = negotiation(scenario);
  const from = replay(machine, line).snapshots.at(-1);
  if (from === undefined) throw new Error('a line stands somewhere');
  const [root, ...rest] = [...unfold(scenario, machine, { from })];
  return nested(scenario, root as TreePosition, rest, reading);
}

/** Every position of a nested tree, a parent before its children. */
export const allPlaces = (place: PlainPlace): readonly PlainPlace[] => [place, ...place.children.flatMap(allPlaces)];

/** Payoffs closer than this are the same. */
const WITHIN = 1e-7;

/** D of each actor at a place and the balance, word for word: the ends below are looked through anew. */
export function plainDependence(root: PlainPlace, at: PlainPlace, pair: readonly [string, string]) {
  const apart = at.walkAway;
  if (apart === undefined) return undefined;
  const of = (points: Readonly<Record<string, number>> | undefined, actor: string) => points?.[actor] ?? Number.NaN;
  const better = allPlaces(at).filter(
    ({ payoffs, isAgreement }) =>
      isAgreement &&
      pair.every((actor) => of(payoffs, actor) >= of(apart, actor) - WITHIN) &&
      pair.some((actor) => of(payoffs, actor) > of(apart, actor) + WITHIN),
  );
  if (better.length === 0) return undefined;
  const depends = pair.map((actor) => {
    const ideal = Math.max(...better.map(({ payoffs }) => of(payoffs, actor)));
    const least = Math.min(
      ...allPlaces(root).flatMap(({ payoffs, walkAway: out }) => {
        const points = payoffs ?? out;
        return points === undefined ? [] : [of(points, actor)];
      }),
    );
    return ideal - of(apart, actor) <= WITHIN ? 0 : (ideal - of(apart, actor)) / (ideal - least);
  });
  const [one = Number.NaN, other = Number.NaN] = depends;
  return { byPrincipal: [one, other] as const, balance: 50 + 50 * (other - one) };
}

/** 50 + (L of the first − L of the second)/2. */
export const plainScoreBalance = (scenario: Scenario, [one, other]: readonly [string, string], values: Values) =>
  50 + (leverage(scenario, one, values).score - leverage(scenario, other, values).score) / 2;
