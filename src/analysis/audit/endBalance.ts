import { actorName, principals } from '../../domain/actors.ts';
import { isEnd, placedStates } from '../../domain/chart.ts';
import type { StateId } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, type FigureRow, listed, points } from './auditLine.ts';
import { AUDIT_LIMITS } from './limits.ts';
import type { TreeObserver, Visit } from './readings.ts';

interface Span {
  least: number;
  most: number;
}

const widen = (span: Span, value: number) => {
  span.least = Math.min(span.least, value);
  span.most = Math.max(span.most, value);
};

/** From the opening to one end, over all lines that lead there: the changes of one principal's leverage and payoff. */
interface Changes {
  readonly end: StateId;
  readonly actor: string;
  readonly leverage: Span;
  readonly payoff: Span;
}

const untouched = (): Span => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY });
const gains = ({ leverage, payoff }: Changes): boolean =>
  Math.max(leverage.most, payoff.most) >= AUDIT_LIMITS.noticeable;
const loses = ({ leverage, payoff }: Changes): boolean =>
  Math.min(leverage.least, payoff.least) <= -AUDIT_LIMITS.noticeable;
const shown = ({ least, most }: Span): string => `${points(least)} to ${points(most)}`;

/** Every end is reached by a line on which each principal gains something, leverage or payoff, and by one on which it loses something. */
export function endBalance(scenario: Scenario): { readonly observer: TreeObserver; readonly line: () => AuditLine } {
  const ends = placedStates(scenario).flatMap(({ id, state }) => (isEnd(state) ? [id] : []));
  const reached = new Map<StateId, readonly Changes[]>();
  const enter = ({ position, reading, opening }: Visit) => {
    if (!position.end) return;
    const changes =
      reached.get(position.state) ??
      principals(scenario).map((actor) => ({ end: position.state, actor, leverage: untouched(), payoff: untouched() }));
    reached.set(position.state, changes);
    for (const { actor, leverage, payoff } of changes) {
      widen(leverage, (reading.leverage.get(actor) ?? 0) - (opening.leverage.get(actor) ?? 0));
      widen(payoff, (reading.payoff.get(actor) ?? 0) - (opening.payoff.get(actor) ?? 0));
    }
  };
  const line = (): AuditLine => {
    const all = ends.flatMap((end) => reached.get(end) ?? []);
    const oneSided = all.filter((changes) => !gains(changes) || !loses(changes));
    const missed = ends.filter((end) => !reached.has(end));
    const said = oneSided.map(({ end, actor, ...spans }) => {
      const lacks = gains({ end, actor, ...spans }) ? 'loses' : 'gains';
      return `${actorName(scenario, actor)} never ${lacks} at ${end}`;
    });
    const sentence = [
      said.length === 0
        ? 'Every end that is reached has a line on which each principal gains something and one on which it loses something.'
        : `One-sided ends: ${listed(said)}.`,
      ...(missed.length === 0 ? [] : [`Not reached at the opening conditions: ${listed(missed)}.`]),
    ].join(' ');
    const figures = all.map(
      ({ end, actor, leverage, payoff }): FigureRow => ({
        end,
        actor,
        leverage: shown(leverage),
        payoff: shown(payoff),
      }),
    );
    const verdict = said.length > 0 ? 'failure' : missed.length > 0 ? 'warning' : 'ok';
    return { id: 'end-balance', verdict, sentence, figures };
  };
  return { observer: { enter }, line };
}
