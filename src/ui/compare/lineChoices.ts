import type { Line } from '../../domain/identifier.ts';
import { lineKey, sameLine } from '../../domain/line.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { leafLines } from '../../domain/siblings.ts';
import { mainLine, type Study } from '../../domain/study.ts';
import { lineName } from '../app/comparison.ts';

/** A line of the study that can be set beside others. */
export interface LineChoice {
  readonly line: Line;
  readonly name: string;
  /** Named by the reader, at an end, or neither. */
  readonly kind: 'named' | 'ends' | 'others';
  /** The reader's present line, as far as it was walked. */
  readonly here: boolean;
}

/**
 * What a reader can choose from: every line as far as it was walked, and every step that the reader named. Named ones first, then
 * ends, then the rest; within each the present line first, then in the order in which they were walked.
 */
export function lineChoices(
  scenario: Scenario,
  study: Study,
  present: Line,
  hasEnded: (line: Line) => boolean,
): readonly LineChoice[] {
  const here = mainLine(study, present);
  const named = [...study.steps.values()].filter((step) => step.present.value && (step.name?.value ?? '') !== '');
  const steps = new Map([...named, ...leafLines(study)].map((step) => [lineKey(step.line), step]));
  const lines = [...steps.values()].sort((a, b) => a.added.at - b.added.at).map(({ line }) => line);
  const isNamed = new Set(named.map(({ line }) => lineKey(line)));
  const choices = lines.map((line): LineChoice => {
    const kind = isNamed.has(lineKey(line)) ? 'named' : hasEnded(line) ? 'ends' : 'others';
    return { line, name: lineName(scenario, study, line, lines) ?? '', kind, here: sameLine(line, here) };
  });
  const order: readonly LineChoice['kind'][] = ['named', 'ends', 'others'];
  return order.flatMap((kind) => {
    const found = choices.filter((choice) => choice.kind === kind);
    return [...found.filter((choice) => choice.here), ...found.filter((choice) => !choice.here)];
  });
}
