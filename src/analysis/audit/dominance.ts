import { deciders, isDecision, stateAt } from '../../domain/chart.ts';
import type { MoveId, StateId } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, listed, percent } from './auditLine.ts';
import { AUDIT_LIMITS } from './limits.ts';
import { sharedProtections } from './protections.ts';
import type { Reading, TreeObserver, Visit } from './readings.ts';

/** Who decides at a place and has something at stake: chance does not, and a decider without stakes cannot prefer. */
function choosers(scenario: Scenario, state: StateId): readonly string[] {
  const placed = stateAt(scenario, state)?.state;
  if (placed === undefined || !isDecision(placed)) return [];
  return deciders(placed).filter((actor) => scenario.stakes[actor] !== undefined);
}

/** Everything that an option is compared on: each chooser's leverage and payoff, and the shared protections. */
const measures = (actors: readonly string[], reading: Reading): readonly number[] =>
  [...actors.flatMap((actor) => [reading.leverage.get(actor), reading.payoff.get(actor)]), reading.protections].filter(
    (value) => value !== undefined,
  );

/** The option that beats every sibling on every measure right after the move, or undefined: what a real choice has. */
function bestOnEverything(actors: readonly string[], after: ReadonlyMap<MoveId, Reading>): MoveId | undefined {
  const options = [...after].map(([move, reading]) => ({ move, values: measures(actors, reading) }));
  return options.find(({ move, values }) =>
    options.every(
      (other) => other.move === move || values.every((value, index) => value > (other.values[index] ?? Number.NaN)),
    ),
  )?.move;
}

interface Tally {
  met: number;
  readonly best: Map<MoveId, number>;
}

/** No option best on everything for its decider: counted over every position in which the decision is met. */
export function dominance(scenario: Scenario): { readonly observer: TreeObserver; readonly line: () => AuditLine } {
  const tallies = new Map<StateId, Tally>();
  const leave = ({ position, after }: Visit) => {
    const actors = choosers(scenario, position.state);
    if (actors.length === 0 || after.size < 2) return;
    const tally = tallies.get(position.state) ?? { met: 0, best: new Map() };
    tallies.set(position.state, tally);
    tally.met += 1;
    const best = bestOnEverything(actors, after);
    if (best !== undefined) tally.best.set(best, (tally.best.get(best) ?? 0) + 1);
  };
  const line = (): AuditLine => {
    const found = [...tallies.values()].flatMap(({ met, best }) =>
      [...best].map(([option, count]) => ({ option, count, met, share: count / met })),
    );
    const dominant = found.filter(({ share }) => share > AUDIT_LIMITS.dominantShare);
    const names = sharedProtections(scenario).map(({ address }) => scenario.indicators[address]?.label ?? address);
    const compared = `its decider's leverage and stakes${names.length === 0 ? '' : ` and the shared protections (${listed(names)})`}`;
    return {
      id: 'no-dominance',
      verdict: dominant.length === 0 ? 'ok' : 'failure',
      sentence:
        dominant.length === 0
          ? `No option is best at once on ${compared} in more than ${percent(AUDIT_LIMITS.dominantShare)} of the positions of its decision.`
          : `Best at once on ${compared}, so hardly a choice: ${listed(dominant.map(({ option }) => option))}.`,
      figures: found
        .toSorted((a, b) => b.share - a.share)
        .map(({ option, count, met, share }) => ({ option, best: count, of: met, share: percent(share) })),
    };
  };
  return { observer: { leave }, line };
}
