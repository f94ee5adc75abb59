import type { CoalitionStability } from '../src/analysis/stability/coalitions.ts';
import { byConcept, CONCEPTS } from '../src/analysis/stability/concepts.ts';
import type { InverseStability } from '../src/analysis/stability/inverse.ts';
import type { Step } from '../src/analysis/stability/searcher.ts';
import { marked } from '../src/analysis/stability/stability.ts';
import {
  type ConflictStability,
  STABILITY_ASSUMPTIONS,
  STABILITY_SOURCE,
  verdictsOn,
} from '../src/analysis/stability/stabilityReport.ts';
import { verdictSentence, vulnerabilitySentence } from '../src/analysis/stability/verdictSentence.ts';

/** In a larger conflict, what a ranking must do is told of the first state that is asked about alone. */
const MOST_STATES_TOLD = 128;

/** What a reader asked for beside the stable states. */
export interface AskedStability {
  /** States whose verdicts are told. */
  readonly told: readonly number[];
  readonly inverse: InverseStability | undefined;
}

/** Everything that follows from a conflict as JSON: stable states and equilibria at the top, by concept. */
export function stabilityJson(found: ConflictStability, { told, inverse }: AskedStability): object {
  const { conflict, stability, equilibria } = found;
  const { decisionMakers, states, options, taken, statusQuo } = conflict;
  const ids = (list: readonly number[]) => list.map((state) => states[state]);
  const id = (state: number) => states[state] ?? '';
  const name = (one: number) => decisionMakers[one] ?? '';
  const stepsJson = (steps: readonly Step[]) => steps.map(({ mover, to }) => ({ mover: name(mover), to: id(to) }));
  const coalitionJson = ({ members, improvements, stable }: CoalitionStability) => ({
    coalition: members.map(name),
    improvements: Object.fromEntries([...improvements].map(([state, better]) => [id(state), ids(better)])),
    stable: byConcept((concept) => ids(stable[concept])),
  });
  return {
    ...byConcept((concept) =>
      Object.fromEntries(
        decisionMakers.map((maker, one) => [maker, ids(marked(stability.stable[concept][one] as Uint8Array))]),
      ),
    ),
    equilibria: byConcept((concept) => ids(equilibria[concept])),
    title: conflict.title,
    decisionMakers,
    states: states.map((state, index) => ({
      id: state,
      taken: options.flatMap((option, at) => (taken[index]?.[at] === true ? [option.id] : [])),
    })),
    statusQuo: statusQuo === undefined ? null : id(statusQuo),
    reach:
      found.reach === undefined
        ? null
        : {
            from: id(found.reach.from),
            byMoves: ids(found.reach.byMoves),
            byImprovements: ids(found.reach.byImprovements),
          },
    coalitionReading: 'A',
    coalitions: found.coalitions?.map(coalitionJson) ?? null,
    vulnerabilities:
      found.vulnerabilities?.map((one) => ({
        concept: one.concept,
        from: id(one.from),
        to: id(one.to),
        coalition: one.members.map(name),
        moves: stepsJson(one.path),
        reason: vulnerabilitySentence(conflict, one),
      })) ?? null,
    verdicts: told.flatMap((state) =>
      verdictsOn(found, state).map((verdict) => ({
        state: id(state),
        decisionMaker: name(verdict.decisionMaker),
        concept: verdict.concept,
        stable: verdict.stable,
        improvements: verdict.temptations.map(({ to, answer }) => ({
          to: id(to),
          answer: answer === undefined ? null : stepsJson(answer),
        })),
        reason: verdictSentence(conflict, verdict),
      })),
    ),
    ...(inverse === undefined ? {} : { inverse: inverseJson(found, inverse, told) }),
    assumptions: STABILITY_ASSUMPTIONS,
    source: STABILITY_SOURCE,
  };
}

function inverseJson(
  { conflict: { decisionMakers, states } }: ConflictStability,
  inverse: InverseStability,
  told: readonly number[],
): object {
  return {
    vary: decisionMakers[inverse.vary],
    meaning: 'of all strict rankings of this decision maker, those that make the state stable for everybody',
    counts: Object.fromEntries(
      states.map((state, index) => [
        state,
        byConcept((concept) => {
          const { count, share, error } = inverse.counts[concept][index] ?? { share: Number.NaN, error: Number.NaN };
          return { count: count ?? null, share, error };
        }),
      ]),
    ),
    conditions: Object.fromEntries(
      // In a large conflict the lists are as long as the conflict is large.
      told.slice(0, states.length > MOST_STATES_TOLD ? 1 : told.length).map((index) => [
        states[index],
        Object.fromEntries(
          CONCEPTS.map((concept) => [
            concept,
            inverse.conditions(concept, index).map(({ to, below }) => ({
              move: states[to],
              oneOfThese: below.map((list) => list.map((other) => states[other])),
            })),
          ]),
        ),
      ]),
    ),
  };
}
