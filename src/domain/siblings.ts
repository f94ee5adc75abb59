import type { Line } from './identifier.ts';
import { beginsWith, commonLine, lineKey, parentLine } from './line.ts';
import { mainLine, type Study, type StudyStep } from './study.ts';
import { later } from './studyEntry.ts';

/** Whether two lines part: each has a move that the other has not. */
const part = (one: Line, other: Line): boolean => !beginsWith(one, other) && !beginsWith(other, one);

/**
 * The other turn of a story: of the lines in a study that part from this one, one that parts latest, and among those the one that was
 * walked last, as far as it was walked. Undefined where the study has no line aside.
 */
export function siblingLine(study: Study, line: Line): Line | undefined {
  let found: { readonly step: StudyStep; readonly shared: number } | undefined;
  for (const step of study.steps.values()) {
    if (!step.present.value || !part(step.line, line)) continue;
    const shared = commonLine(step.line, line).length;
    const nearer = found === undefined || shared > found.shared;
    const newer = found !== undefined && shared === found.shared && later(step.added, found.step.added);
    if (nearer || newer) found = { step, shared };
  }
  return found === undefined ? undefined : mainLine(study, found.step.line);
}

/** Two lines to be set side by side: whole where both have ended, else cut to as many steps after their parting as the shorter has. */
export function evenLines(one: Line, other: Line, hasEnded: (line: Line) => boolean): readonly [Line, Line] {
  if (hasEnded(one) && hasEnded(other)) return [one, other];
  const length = Math.min(one.length, other.length);
  return [one.slice(0, length), other.slice(0, length)];
}

/** Every line of a study as far as it was walked: the steps that none follows. */
export function leafLines(study: Study): readonly StudyStep[] {
  const present = [...study.steps.values()].filter((step) => step.present.value);
  const followed = new Set(present.map((step) => lineKey(parentLine(step.line))));
  return present.filter((step) => !followed.has(lineKey(step.line)));
}
