import type { NegotiationSnapshot } from '../../machines/negotiation.ts';
import { standing } from '../../machines/stepping.ts';
import { actorName, principals } from '../../src/domain/actors.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { leverage } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff } from '../../src/domain/stakes.ts';
import { moveNotation, placeNotation } from '../../src/formats/notation.ts';

const tenths = (value: number): string => value.toFixed(1).replace(/^-0\.0$/, '0.0');
const signed = (value: number): string => `${value > -0.05 ? '+' : ''}${tenths(value)}`;

/**
 * A played line as text for review: for each step the move, the place that it leads to and who decides there, then each principal's
 * leverage with its change, and its payoff. Central values, one decimal.
 */
export function renderPlay(scenario: Scenario, line: Line, snapshots: readonly NegotiationSnapshot[]): string {
  const figures = (snapshot: NegotiationSnapshot, before: NegotiationSnapshot | undefined): string => {
    const of = (actor: string, at: NegotiationSnapshot) => leverage(scenario, actor, at.context.values).score;
    const scores = principals(scenario).map((actor) => {
      const change = before === undefined ? '' : ` (${signed(of(actor, snapshot) - of(actor, before))})`;
      return `${actorName(scenario, actor)} ${tenths(of(actor, snapshot))}${change}`;
    });
    const payoffs = principals(scenario).map(
      (actor) => `${actorName(scenario, actor)} ${tenths(payoff(scenario, actor, snapshot.context.values).payoff)}`,
    );
    return `    leverage ${scores.join(', ')} · payoff ${payoffs.join(', ')}`;
  };
  const steps = snapshots.flatMap((snapshot, index) => {
    const move = line[index - 1];
    const led = move === undefined ? '' : `${moveNotation(scenario, move)} → `;
    return [`${led}${placeNotation(scenario, standing(snapshot))}`, figures(snapshot, snapshots[index - 1])];
  });
  return `${[`${scenario.title} · as of ${scenario.readingDate}`, '', ...steps].join('\n')}\n`;
}
