import type { FigureSubject } from '../../analysis/figures.ts';
import { actorName } from '../../domain/actors.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { unitSuffix } from '../text/sentences.ts';
import type { Words } from './words.ts';

/** What a figure is called; `within` its actor’s group the actor goes without saying. */
export function figureLabel(scenario: Scenario, { figure }: Words, subject: FigureSubject, within = false): string {
  if (subject.kind === 'indicator') return quantityAt(scenario, subject.address).label;
  const name = actorName(scenario, subject.actor);
  if (subject.kind === 'payoff') return figure.payoff(name);
  if (subject.kind === 'leverage') return figure.leverage(name);
  const { label } = quantityAt(scenario, subject.address);
  if (subject.kind === 'stake') return within ? figure.stakeShort(label) : figure.stake(name, label);
  return within ? figure.driverShort(label) : figure.driver(name, label);
}

/** What stands after a figure's number: a unit, or nothing for points and indexes. */
export const figureSuffix = (scenario: Scenario, subject: FigureSubject): string =>
  subject.kind === 'indicator' ? unitSuffix(quantityAt(scenario, subject.address).unit) : '';

/** The unit of a figure by name, for a table that leaves the page. */
export function figureUnit(scenario: Scenario, { figure }: Words, subject: FigureSubject): string {
  if (subject.kind !== 'indicator') return figure.points;
  const suffix = unitSuffix(quantityAt(scenario, subject.address).unit).trim();
  return suffix === '' ? figure.index : suffix;
}

/** The sheet in which a figure's number opens its basis. */
export function basisOfFigure(subject: FigureSubject): BasisSubject {
  switch (subject.kind) {
    case 'leverage':
      return { kind: 'score', actor: subject.actor };
    case 'driver':
    case 'indicator':
      return { kind: 'quantity', address: subject.address };
    case 'payoff':
      return { kind: 'payoff', actor: subject.actor };
    case 'stake':
      return { kind: 'stake', actor: subject.actor, address: subject.address };
    default:
      return subject satisfies never;
  }
}
