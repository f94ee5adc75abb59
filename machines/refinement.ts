import { candidates, isDecision, isEnd, isStub, stageTags } from '../src/domain/chart.ts';
import { didYouMean, error, type Path, type Problem } from '../src/domain/problem.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Branch } from '../src/domain/schema/branch.ts';
import { type Instrument, instruments } from './instrument.ts';

/** The stage that a branch's state belongs to, where the branch names an instrument. */
export function stageOf(scenario: Scenario, branchId: string, key: string): string | undefined {
  const state = scenario.branches[branchId]?.states[key];
  return state === undefined ? undefined : stageTags(state)[0];
}

function tagProblems(branch: Branch, instrument: Instrument, at: Path): readonly Problem[] {
  return Object.entries(branch.states).flatMap(([key, state]) => {
    const path = [...at, 'states', key];
    const tags = stageTags(state);
    if (isStub(state)) {
      return tags.length === 0
        ? []
        : [
            error(
              'stub-with-stage',
              [...path, 'tags'],
              `\`${key}\` continues elsewhere, so it has no stage`,
              'remove its tags',
            ),
          ];
    }
    if (tags.length !== 1) {
      return [
        error(
          'stage-count',
          path,
          `\`${key}\` has ${tags.length} stage tags; it needs exactly one`,
          didYouMean('', instrument.stages.keys()),
        ),
      ];
    }
    const [tag = ''] = tags;
    const stage = instrument.stages.get(tag);
    if (stage === undefined) {
      return [
        error(
          'unknown-stage',
          [...path, 'tags'],
          `${instrument.id} has no stage called \`${tag}\``,
          didYouMean(tag, instrument.stages.keys()),
        ),
      ];
    }
    if (stage.final !== isEnd(state)) {
      const sort = isEnd(state)
        ? 'an end, so its stage must be a final one'
        : 'no end, so its stage must not be a final one';
      return [
        error(
          'stage-finality',
          [...path, 'tags'],
          `\`${key}\` is ${sort}; \`${tag}\` is not such a stage of ${instrument.id}`,
        ),
      ];
    }
    return [];
  });
}

function transitionProblems(branch: Branch, instrument: Instrument, at: Path): readonly Problem[] {
  return Object.entries(branch.states).flatMap(([key, state]) => {
    const stage = isDecision(state) ? instrument.stages.get(stageTags(state)[0] ?? '') : undefined;
    if (!isDecision(state) || stage === undefined) return [];
    return Object.entries(state.on ?? {}).flatMap(([move, written]) =>
      candidates(written).flatMap(({ target }) => {
        const next = branch.states[target];
        const to = next === undefined || isStub(next) ? undefined : stageTags(next)[0];
        if (to === undefined || to === stage.id || !instrument.stages.has(to) || stage.next.includes(to)) return [];
        const path = [...at, 'states', key, 'on', move];
        const message = `this move goes from stage \`${stage.id}\` to \`${to}\`, which the ${instrument.id} does not do`;
        return [
          error('not-refining', path, message, `from \`${stage.id}\` it may stay or go to ${stage.next.join(', ')}`),
        ];
      }),
    );
  });
}

/**
 * Where a branch does not refine the instrument that it names: one stage per state, final with final, every move staying or
 * following a transition of the instrument. Empty means proved.
 */
export function refinementProblems(scenario: Scenario): readonly Problem[] {
  return Object.entries(scenario.branches).flatMap(([id, branch]) => {
    const at: Path = ['branches', id];
    const named = branch.meta.instrument;
    if (named === undefined) return [];
    const instrument = instruments.get(named);
    if (instrument === undefined) {
      const path = [...at, 'meta', 'instrument'];
      return [
        error(
          'unknown-instrument',
          path,
          `no instrument is called \`${named}\``,
          didYouMean(named, instruments.keys()),
        ),
      ];
    }
    const initial = stageTags(branch.states[branch.initial] ?? { type: 'final', meta: { continues: '' } })[0];
    const initialProblem =
      initial === undefined || initial === instrument.initial
        ? []
        : [
            error(
              'initial-stage',
              [...at, 'initial'],
              `the branch begins in stage \`${initial}\`; the ${instrument.id} begins in \`${instrument.initial}\``,
            ),
          ];
    return [...tagProblems(branch, instrument, at), ...initialProblem, ...transitionProblems(branch, instrument, at)];
  });
}
