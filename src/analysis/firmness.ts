import type { MoveId } from '../domain/identifier.ts';
import type { Values } from '../domain/indicators.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { DrawnValues } from './drawnValues.ts';
import { differenceIn, type Figure, figures } from './figures.ts';
import type { HeldDraws, Range } from './heldDraws.ts';

/** An option as it is weighed: the move, and the central values that it leads to. */
export interface WeighedOption {
  readonly move: MoveId;
  readonly after: Values;
}

/** What separates the options of a decision in one figure, and the widest range among them. */
export interface Firmness {
  readonly figure: Figure;
  /** The largest central change that an option brings, less the smallest, in the figure's own points. */
  readonly separation: number;
  readonly widest: { readonly move: MoveId; readonly central: number; readonly range: Range };
}

/** A judgement inside a score: what one option does to one driver or stake of it. */
export interface WidestPart {
  readonly move: MoveId;
  readonly part: Figure;
  readonly range: Range;
}

const width = ({ low, high }: Range): number => high - low;

function widestOf<Each extends { readonly range: Range }>(all: readonly Each[]): Each | undefined {
  return all.reduce<Each | undefined>(
    (best, each) => (best === undefined || width(each.range) > width(best.range) ? each : best),
    undefined,
  );
}

/**
 * Whether a decision's own judgements are wider than what separates its options: for each figure asked about, widest against
 * separation first. Fewer than two options separate nothing.
 */
export function firmness(
  draws: HeldDraws,
  position: Position,
  drawn: DrawnValues,
  options: readonly WeighedOption[],
  asked: readonly Figure[],
): readonly Firmness[] {
  if (options.length < 2) return [];
  const before = { values: position.values, drawn };
  const played = options.map(({ move, after }) => ({
    move,
    after: { values: after, drawn: draws.after(drawn, position, move) },
  }));
  const found = asked.flatMap((figure): Firmness[] => {
    const changes = played.map(({ move, after }) => ({ move, ...differenceIn(figure, before, after) }));
    const centrals = changes.map(({ central }) => central);
    const widest = widestOf(changes);
    if (widest === undefined) return [];
    const { move, central, range } = widest;
    return [{ figure, separation: Math.max(...centrals) - Math.min(...centrals), widest: { move, central, range } }];
  });
  const slack = ({ separation, widest }: Firmness): number => width(widest.range) - separation;
  return found.sort((a, b) => slack(b) - slack(a));
}

/** The drivers of a leverage score, or the stakes of a payoff. */
export const partsOf = (scenario: Scenario, { subject }: Figure): readonly Figure[] => {
  const kind = subject.kind === 'leverage' ? 'driver' : subject.kind === 'payoff' ? 'stake' : undefined;
  return figures(scenario).filter(
    (figure) => figure.subject.kind === kind && 'actor' in subject && figure.subject.actor === subject.actor,
  );
};

/** The part of a figure on which an option's own judgement is widest. */
export function widestPart(
  scenario: Scenario,
  draws: HeldDraws,
  position: Position,
  drawn: DrawnValues,
  { move, after }: WeighedOption,
  figure: Figure,
): WidestPart | undefined {
  const [from, to] = [
    { values: position.values, drawn },
    { values: after, drawn: draws.after(drawn, position, move) },
  ];
  const parts = partsOf(scenario, figure).map((part) => ({ move, part, range: differenceIn(part, from, to).range }));
  const widest = widestOf(parts);
  return widest === undefined || width(widest.range) === 0 ? undefined : widest;
}
