import { useMemo } from 'react';
import { atEnd } from '../../../machines/stepping.ts';
import type { StudyContext } from '../../../machines/study.ts';
import { labelOf } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import { commonLine, lineKey } from '../../domain/line.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { evenLines, siblingLine } from '../../domain/siblings.ts';
import { mainLine, type Study, stepAt } from '../../domain/study.ts';
import { type Address, formatAddress } from './address.ts';
import { type Parley, useParley } from './parley.ts';
import { useStudyState } from './useStudy.ts';

type Reading = Pick<Parley, 'read'>;

/** Whether the chart allows a line, to an end. */
const hasEnded =
  ({ read }: Reading) =>
  (line: Line): boolean => {
    const snapshot = read(line);
    return snapshot !== undefined && atEnd(snapshot);
  };

/**
 * What Compare opens with: the reader's line, as far as it was walked, and its nearest other turn. One line, or none, where the study
 * holds no more: the reader then chooses.
 */
export function linesToCompare(
  parley: Reading,
  { study, line }: Pick<StudyContext, 'study' | 'line'>,
): readonly Line[] {
  const present = mainLine(study, line);
  const other = siblingLine(study, present);
  if (other !== undefined) return evenLines(present, other, hasEnded(parley));
  return present.length === 0 ? [] : [present];
}

/** The reader's name for a line, or for the part of it that none of the others shares; undefined where there is none. */
function givenName(study: Study, line: Line, shared: number): string | undefined {
  for (let length = line.length; length > shared; length -= 1) {
    const name = stepAt(study, line.slice(0, length))?.name?.value;
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}

/** What a line is called among others: by the reader, else by the first move that sets it apart. Undefined for the opening. */
export function lineName(scenario: Scenario, study: Study, line: Line, others: readonly Line[]): string | undefined {
  const apart = others.filter((other) => lineKey(other) !== lineKey(line));
  const shared = Math.max(0, ...apart.map((other) => commonLine(line, other).length));
  const own = line[shared] ?? line.at(-1);
  return (
    givenName(study, line, Math.min(shared, line.length - 1)) ??
    (own === undefined ? undefined : labelOf(scenario, own))
  );
}

/** Where the Compare tab leads: to the comparison that is open, else to the reader's line and its other turn. */
export function useCompareAddress(address: Address): string {
  const parley = useParley();
  const { study, line } = useStudyState();
  const preset = useMemo(() => linesToCompare(parley, { study, line }), [parley, study, line]);
  const isOpen = address.screen === 'compare' && address.lines.length > 0;
  return formatAddress({ screen: 'compare', lines: isOpen ? address.lines : preset }, parley.stamp);
}
