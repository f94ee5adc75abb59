import { directionOf, type JointDifference, jointVerdict, outOfTwenty, TWENTIETHS } from '../../analysis/compare.ts';
import type { Range } from '../../analysis/heldDraws.ts';
import type { Ranged } from '../../analysis/lineFindings.ts';
import { actorName } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { formatChange, formatChangeRange, formatNumber } from '../text/format.ts';
import type { Words } from './words.ts';

/** The letters of the two lines that a sentence is about. */
export interface Letters {
  readonly first: string;
  readonly second: string;
}

/** “6 to 11 points”, of a difference whose direction is told beside it. */
export function pointsOf({ points }: Words, { low, high }: Range): string {
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  return points(formatNumber(near ?? 0), formatNumber(far ?? 0));
}

/** A difference in numbers: “+7 (+2 to +11)”. */
export const differenceText = ({ central, range }: Ranged): string =>
  `${formatChange(central)} (${formatChangeRange(range)})`;

/** The finding for a pair: “B leaves Russia’s payoff 6 to 11 points higher than A, and Ukraine’s about level.” */
export function findingSentence(
  scenario: Scenario,
  words: Words,
  { first, second }: Letters,
  { payoffs }: JointDifference,
): string {
  const { finding } = words;
  const told = Object.entries(payoffs).map(([actor, difference]) => ({
    name: actorName(scenario, actor),
    direction: directionOf(difference),
    range: difference.range,
  }));
  const differing = told.filter(({ direction }) => direction === 'higher' || direction === 'lower');
  const level = told.filter(({ direction }) => direction === 'level');
  const open = told.filter(({ direction }) => direction === 'open');
  const clear = [
    ...differing.map(({ name, direction, range }, at) => {
      const [higher, lower] = at === 0 ? [finding.higher, finding.lower] : [finding.higherToo, finding.lowerToo];
      return (direction === 'higher' ? higher : lower)(name, pointsOf(words, range));
    }),
    ...(differing.length === 0 ? [] : level.map(({ name }) => finding.level(name))),
  ];
  if (clear.length > 0) {
    const depends = open.map(({ name, range }) => finding.openToo(name, formatChangeRange(range)));
    return finding.sentence([finding.leaves(first, second, clear), ...depends]);
  }
  const allLevel = level.map(({ name }) => name);
  if (open.length === 0) return finding.sentence([finding.allLevel(first, second, allLevel)]);
  const depends =
    open.length === 1
      ? open.map(({ name, range }) => finding.openFor(first, second, name, formatChangeRange(range)))
      : [
          finding.allOpen(
            first,
            second,
            open.map(({ name, range }) => finding.openPart(name, formatChangeRange(range))),
          ),
        ];
  return finding.sentence(allLevel.length === 0 ? depends : [...depends, finding.allLevel(first, second, allLevel)]);
}

/** How many redraws go which way, a sentence for each actor. */
export const redrawSentences = (
  scenario: Scenario,
  { finding }: Words,
  { first, second }: Letters,
  { payoffs }: JointDifference,
): readonly string[] =>
  Object.entries(payoffs).map(([actor, { higher, lower, draws }]) =>
    finding.redraws(
      actorName(scenario, actor),
      second,
      outOfTwenty(higher, draws),
      first,
      outOfTwenty(lower, draws),
      TWENTIETHS,
    ),
  );

/** “Better for both?” for a pair of lines, in words: payoffs of two actors are read together and never added. */
export function bothSentence(
  scenario: Scenario,
  { both }: Words,
  { first, second }: Letters,
  joint: JointDifference,
): string {
  const verdict = jointVerdict(joint);
  const parts = Object.entries(joint.payoffs).map(([actor, difference]) => {
    const [direction, name] = [directionOf(difference), actorName(scenario, actor)];
    return direction === 'level' ? both.levelPart(name) : both.part(name, direction === 'higher' ? second : first);
  });
  switch (verdict) {
    case 'allHigher':
      return both.all(second);
    case 'allLower':
      return both.all(first);
    case 'opposed':
      return both.opposed(parts);
    case 'someLevel':
      return both.some(parts);
    case 'level':
      return both.level;
    case 'open': {
      const [inSecond, inFirst] = [joint.allHigher, joint.allLower].map((count) => outOfTwenty(count, joint.draws));
      return both.open(second, inSecond ?? 0, first, inFirst ?? 0, TWENTIETHS);
    }
    default:
      return verdict satisfies never;
  }
}
