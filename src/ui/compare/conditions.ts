import type { Scenario } from '../../domain/scenario.ts';
import type { ComparedLine } from './lines.ts';
import type { Words } from './words.ts';

/** Conditions whose state differs between the lines where they stand, a sentence for each: “US aid: in A, flowing; in B, frozen.” */
export function conditionSentences(
  scenario: Scenario,
  { parting }: Words,
  lines: readonly Pick<ComparedLine, 'letter' | 'reading'>[],
): readonly string[] {
  return Object.entries(scenario.conditions).flatMap(([id, { label, states }]) => {
    const lettersIn = new Map<string, string[]>();
    for (const { letter, reading } of lines) {
      const state = reading.positions.at(-1)?.conditions[id] ?? '';
      lettersIn.set(state, [...(lettersIn.get(state) ?? []), letter]);
    }
    if (lettersIn.size < 2) return [];
    const parts = [...lettersIn].map(([state, letters]) =>
      parting.conditionPart(letters, states[state]?.label ?? state),
    );
    return [parting.condition(label, parts)];
  });
}
