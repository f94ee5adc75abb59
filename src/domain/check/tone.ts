import { isStub, placedStates } from '../chart.ts';
import { FACT_MARK } from '../citations.ts';
import { type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';

/** The longest of the sides' accounts may be this many times the shortest. */
export const TOLD_RATIO = 1.2;

/** A text's length as a reader sees it, without the marks of its facts. */
export const readLength = (text: string): number =>
  text.replaceAll(FACT_MARK, '').replaceAll(/\s+/g, ' ').trim().length;

/** Accounts whose lengths differ by more than a fifth. */
export function toldProblems(scenario: Scenario): readonly Problem[] {
  return placedStates(scenario).flatMap(({ branchId, key, state }) => {
    const told = isStub(state) ? undefined : state.meta.told;
    const lengths = Object.values(told ?? {}).map(readLength);
    if (lengths.length < 2 || Math.max(...lengths) <= TOLD_RATIO * Math.min(...lengths)) return [];
    const listed = Object.entries(told ?? {})
      .map(([actor, text]) => `${actor} ${readLength(text)}`)
      .join(', ');
    const message = `the accounts here differ in length by more than a fifth (${listed} characters)`;
    return [
      warning(
        'told-lengths',
        ['branches', branchId, 'states', key, 'meta', 'told'],
        message,
        'give each side the same room',
      ),
    ];
  });
}
