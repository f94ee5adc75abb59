import { LINE_DRAWS } from '../../analysis/heldDraws.ts';
import { labelOf, stateAt } from '../../domain/chart.ts';
import type { Obstacle } from '../../domain/guard.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { LeverageChange } from '../../domain/leverage.ts';
import { DEFAULT_RHO } from '../../domain/parameters.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Messages } from './en.ts';
import { formatChange, formatNumber } from './format.ts';

/** Parts of a change that round to nothing are left out of its sentence, and at most this many are named. */
const NAMED_PARTS = 3;
const rounds = (points: number): boolean => Math.round(Math.abs(points)) >= 1;

/** “Ukraine −5: it spends what it has to give (−7) and is believed more (+2)”. */
export function changeSentence(scenario: Scenario, text: Messages, { actor, change, steps }: LeverageChange): string {
  const name = scenario.actors[actor]?.name ?? actor;
  const parts = steps
    .filter(({ points }) => rounds(points))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, NAMED_PARTS)
    .map(({ driver, points }) =>
      text.leverage.part(driverPhrase(scenario, text, driver, points), formatChange(points)),
    );
  if (parts.length === 0 && !rounds(change)) return text.leverage.unchanged(name);
  return text.leverage.changed(name, formatChange(change), parts);
}

/** What an actor does when a driver rises or falls: “has less to give”. */
export function driverPhrase(scenario: Scenario, text: Messages, driver: string, points: number): string {
  const label = scenario.drivers.labels[driver] ?? driver;
  const { rises, falls, risesOther, fallsOther } = text.leverage;
  return points > 0 ? (rises[driver] ?? risesOther(label)) : (falls[driver] ?? fallsOther(label));
}

/** What a unit looks like after a number: “ km²”, nothing for an index. */
export const unitSuffix = (unit: string): string => (unit === 'index' ? '' : unit === 'km2' ? ' km²' : ` ${unit}`);

function obstacleText(scenario: Scenario, text: Messages, obstacle: Obstacle): string {
  const { obstacle: words } = text;
  switch (obstacle.kind) {
    case 'indicator': {
      const { label, unit } = quantityAt(scenario, obstacle.address);
      const say = obstacle.need === 'atLeast' ? words.indicatorLeast : words.indicatorMost;
      const [bound, now] = [formatNumber(obstacle.bound), formatNumber(obstacle.now)];
      // A value may miss a bound by less than a whole number shows.
      const near = obstacle.need === 'atLeast' ? words.justUnder : words.justOver;
      return say(label, bound, unitSuffix(unit), now === bound ? near(now) : now);
    }
    case 'condition': {
      const condition = scenario.conditions[obstacle.condition];
      const say = obstacle.need === 'is' ? words.conditionIs : words.conditionIsNot;
      return say(condition?.label ?? obstacle.condition, condition?.states[obstacle.state]?.label ?? obstacle.state);
    }
    case 'played':
      return (obstacle.need === 'played' ? words.played : words.notPlayed)(labelOf(scenario, obstacle.move));
    case 'limit':
      return words.limit(obstacle.limit);
    case 'ended':
      return words.ended;
    default:
      return obstacle satisfies never;
  }
}

/** Why a move is closed: “Closed: needs Kursk area of at least 5 km²; now 0 km².” */
export const closedSentence = (scenario: Scenario, text: Messages, found: readonly Obstacle[]): string =>
  text.obstacle.closed([...new Set(found.map((obstacle) => obstacleText(scenario, text, obstacle)))]);

/** The name of the place that a line leads to: a decision's question or an end's label. */
export function placeLabel(scenario: Scenario, state: string): string {
  const placed = stateAt(scenario, state)?.state;
  if (placed === undefined || 'continues' in placed.meta) return scenario.table.meta.ask;
  return 'ask' in placed.meta ? placed.meta.ask : placed.meta.label;
}

/** What a leverage score and its band are, with the settings in force. */
export const leverageMeaning = (text: Messages): string =>
  text.leverage.meaning(formatNumber(LINE_DRAWS), `${formatNumber(100 * DEFAULT_RHO)} %`);
