import { isEnd, labelOf, stateAt } from '../../domain/chart.ts';
import { isShock, type Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import type { Mark } from '../../domain/studyEntry.ts';
import type { StudyOutline } from '../../domain/studyOutline.ts';
import { readLine } from '../app/lineReading.ts';
import type { Parley } from '../app/parley.ts';
import { placeLabel } from '../text/sentences.ts';

/** A step of a line in words, with the reader's remarks on it. */
export interface StepView {
  /** Its place in the line, from 1. */
  readonly number: number;
  readonly label: string;
  readonly isShock: boolean;
  readonly name: string;
  readonly note: string;
  readonly mark: Mark | undefined;
}

/** A line in words: its steps as far as the chart allows them, and where it leads. */
export interface LineView {
  readonly steps: readonly StepView[];
  /** The labels of the moves that the chart no longer allows. */
  readonly dropped: readonly string[];
  /** The end's label, or what is asked where the line stops. */
  readonly place: string;
  readonly ending: 'agreement' | 'noAgreement' | 'onTheWay';
}

/** Tells a line with the remarks that an outline has on its steps. */
export function lineView(
  parley: Pick<Parley, 'scenario' | 'read'>,
  { steps }: Pick<StudyOutline, 'steps'>,
  line: Line,
): LineView {
  const { scenario } = parley;
  const reading = readLine(parley, line);
  const remarks = new Map(steps.map((step) => [lineKey(step.line), step]));
  const placed = stateAt(scenario, reading.state)?.state;
  const end = placed !== undefined && isEnd(placed) ? placed : undefined;
  return {
    steps: reading.line.map((move, index) => {
      const remark = remarks.get(lineKey(reading.line.slice(0, index + 1)));
      return {
        number: index + 1,
        label: labelOf(scenario, move),
        isShock: isShock(move),
        name: remark?.name ?? '',
        note: remark?.note ?? '',
        mark: remark?.mark,
      };
    }),
    dropped: reading.dropped.map((move) => labelOf(scenario, move)),
    place: placeLabel(scenario, reading.state),
    ending: end === undefined ? 'onTheWay' : end.meta.agreement ? 'agreement' : 'noAgreement',
  };
}

/** Whether a reader said anything about a step. */
export const isRemarked = ({ name, note, mark }: StepView): boolean => name !== '' || note !== '' || mark !== undefined;
