import { actorName } from '../src/domain/actors.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { BranchAnswer, NamedGrid } from './answerBranch.ts';
import { informationLines } from './informationText.ts';
import { regionMap } from './regionMap.ts';
import type { ScenarioSensitivity } from './sensitivityOfScenario.ts';
import type { BranchBar, BranchFlip, NamedSwitch } from './sensitivityReport.ts';
import { figure, judgedPoints, textTable } from './textTable.ts';

const POLICY = {
  reoptimised: 'Solved again at every value (re-optimised): everybody chooses anew',
  held: 'Policy held: everybody goes on choosing as at central values',
} as const;

/** Bars smaller than this would be told as 0.0. */
const SMALLEST = 0.05;

function* barLines(policy: keyof typeof POLICY, bars: readonly BranchBar[]): Generator<string> {
  const shown = bars.filter(({ swing }) => swing >= SMALLEST);
  yield `  ${POLICY[policy]}`;
  yield* textTable([
    ['', 'least', 'most', 'swing', 'part of the spread', ''],
    ...shown.map(({ name, min, max, swing, varianceShare, crossesChange, missing }) => [
      name,
      judgedPoints(min),
      judgedPoints(max),
      judgedPoints(swing),
      `${Math.round(100 * varianceShare)} %`,
      [crossesChange ? 'play changes along it' : '', missing > 0 ? `no value at ${missing} points` : '']
        .filter((part) => part !== '')
        .join('; '),
    ]),
  ]).map((line) => `  ${line}`);
  const rest = bars.length - shown.length;
  if (rest > 0) yield `    ${rest} more move${rest === 1 ? 's' : ''} it by less than 0.1`;
}

/** A position in words: where between the centre and an end of its range. */
function placeOf({ at, value, unit }: BranchFlip): string {
  const side = at < 0 ? 'low' : 'high';
  const way = `${Math.round(100 * Math.abs(at))} % of the way to ${side}`;
  return value === null ? way : `${figure(Number(value.toPrecision(3)))}${unit === null ? '' : ` ${unit}`}, ${way}`;
}

/** A choice that switches, in words. */
function switchWords(scenario: Scenario, { actors, state, from, to }: NamedSwitch): string {
  const who = actors.map((actor) => actorName(scenario, actor)).join(' and ') || 'nobody with stakes';
  return `${who} at ${state}: ${from.join(' or ')} → ${to.join(' or ')}`;
}

function* flipLines(scenario: Scenario, flips: readonly BranchFlip[]): Generator<string> {
  if (flips.length === 0) {
    yield 'Within these ranges play never changes.';
    return;
  }
  yield 'Where play changes: every place along every range, the other numbers at their centre';
  for (const name of new Set(flips.map((flip) => flip.name))) {
    yield `  ${name}`;
    for (const flip of flips.filter((each) => each.name === name)) {
      const [first, ...later] = flip.switches;
      if (first === undefined) {
        yield `    ${placeOf(flip)}: what may follow changes, and no choice at a place that stays`;
        continue;
      }
      const more = later.length === 0 ? '' : ` (and ${later.length} more later)`;
      yield `    ${placeOf(flip)}: ${switchWords(scenario, first)}${more}`;
      if (flip.cause === 'others')
        yield `      it answers what switches behind it: ${flip.behind.map((each) => switchWords(scenario, each)).join('; ')}`;
      if (flip.jumps) yield '      a condition on a number turns there, so values jump';
      if (flip.cause === 'tree') yield '      other moves are open on the other side';
    }
  }
}

function* gridLines({ names: [x, y], cells }: NamedGrid): Generator<string> {
  yield `First choice where two move together: rows ${x}, columns ${y}, each from low to high`;
  const { rows, legend } = regionMap(cells.map((row) => row.map((cell) => cell?.choice)));
  for (const row of rows) yield `    ${row}`;
  for (const entry of legend) yield `  ${entry}`;
}

function* spiderLines(positions: readonly number[], { points }: BranchAnswer): Generator<string> {
  yield 'Spider: the value where each moves some part of the way to its low (−) or high, policy held; what does not move it is left out';
  const moves = points.filter(({ held }) => {
    const values = held.filter((value) => value !== null);
    return Math.max(...values) - Math.min(...values) >= SMALLEST;
  });
  const shown = positions.flatMap((at, index) => (index % 2 === 0 ? [{ at, index }] : []));
  yield* textTable([
    ['', ...shown.map(({ at }) => `${Math.round(100 * at)} %`)],
    ...moves.map(({ name, held }) => [
      name,
      ...shown.map(({ index }) => (held[index] === null ? '–' : judgedPoints(held[index] ?? Number.NaN))),
    ]),
  ]);
}

/** A scenario's sensitivity as people read it in a terminal. */
export function* sensitivityText(
  scenario: Scenario,
  { stamp, ofName, positions, branches }: ScenarioSensitivity,
  withSpider: boolean,
): Generator<string> {
  yield* stamp;
  for (const [branch, answer] of Object.entries(branches)) {
    const { value, first, tornado, flips, twoWay } = answer;
    const who = first.actors.map((actor) => actorName(scenario, actor)).join(' and ');
    yield '';
    yield `${branch}: worth ${judgedPoints(value)} to ${ofName}, in its own points, where everybody takes the best move at central values`;
    yield first.choice.length === 0
      ? '  First, chance moves.'
      : `  First choice (${first.state}): ${who || 'nobody with stakes'}: ${first.choice.join(' or ')}`;
    yield '';
    yield `What moves it: the least and the most over ${positions.length} values of each, the others at their centre`;
    for (const [policy, bars] of Object.entries(tornado)) yield* barLines(policy as keyof typeof POLICY, bars ?? []);
    yield '';
    yield* flipLines(scenario, flips);
    if (twoWay !== null) {
      yield '';
      yield* gridLines(twoWay);
    }
    if (withSpider) {
      yield '';
      yield* spiderLines(positions, answer);
    }
    if (answer.information !== null) {
      yield '';
      yield* informationLines(answer.information, ofName);
    }
  }
  yield '';
  yield 'What this rests on';
  yield '  Rational play (backward induction): every actor takes its best move, and everybody counts on that. Conditions are those of the start.';
  yield '  A group moves together, every estimate the same part of the way from its central value to its low or its high; an actor’s own numbers in the direction that suits it.';
  yield '  A likelihood that varies leaves the others of its state in their proportion. Where a guard opens or shuts a move, the tree is unfolded again.';
  yield '  Where play changes is found by bisection on play itself, to a ten-thousandth of the way; nothing is interpolated.';
  yield '  The ranges are judgements: a swing says what they carry, not how likely anything is.';
}
