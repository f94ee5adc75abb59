import type { FigureSubject } from '../../analysis/figures.ts';
import { type TraceStep, traceOf } from '../../analysis/trace.ts';
import type { Address } from '../../domain/identifier.ts';
import { commonLine } from '../../domain/line.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { LineReading } from '../app/lineReading.ts';

/** The number that a figure is read from; none for a total, which is read from its parts. */
export function addressOf(subject: FigureSubject): Address | undefined {
  return 'address' in subject ? subject.address : undefined;
}

/** The steps of a line after its parting from another that moved a number, with the change of its central value. */
export function movedAfterParting(
  scenario: Scenario,
  address: Address,
  of: Pick<LineReading, 'line' | 'positions'>,
  from: Pick<LineReading, 'line'>,
): readonly TraceStep[] {
  const shared = commonLine(of.line, from.line).length;
  return traceOf(scenario, address, of.line, of.positions).steps.filter(({ step }) => step > shared);
}

/** Whether a figure is a part of this very total. */
export const isPartOf = (part: FigureSubject, total: FigureSubject): boolean =>
  (total.kind === 'payoff' && part.kind === 'stake' && part.actor === total.actor) ||
  (total.kind === 'leverage' && part.kind === 'driver' && part.actor === total.actor);

/** Whether a figure is a part of a total: a stake of a payoff, a driver of leverage. */
export const isPart = ({ kind }: FigureSubject): boolean => kind === 'stake' || kind === 'driver';
