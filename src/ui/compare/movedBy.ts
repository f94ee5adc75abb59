import type { FigureSubject } from '../../analysis/figures.ts';
import { type TraceStep, traceOf } from '../../analysis/trace.ts';
import type { Address } from '../../domain/identifier.ts';
import { commonLine } from '../../domain/line.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { LineReading } from '../app/lineReading.ts';

/** Numbers that a figure is read from: one, or those of all its parts. */
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

/** A part's share of a total's difference, in points. */
export const isPartOf = (part: FigureSubject, total: FigureSubject): boolean =>
  (total.kind === 'payoff' && part.kind === 'stake' && part.actor === total.actor) ||
  (total.kind === 'leverage' && part.kind === 'driver' && part.actor === total.actor);
