import { candidates, isDecision, isEnd, isStub, stageTags } from '../src/domain/chart.ts';
import { didYouMean, error, inferred, type Path, type Problem, warning } from '../src/domain/problem.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Branch, BranchState, FileMove } from '../src/domain/schema/branch.ts';
import { type Instrument, instruments } from './instrument.ts';

/** The stage that a branch's state belongs to, where the branch names an instrument. */
export function stageOf(scenario: Scenario, branchId: string, key: string): string | undefined {
  const state = scenario.branches[branchId]?.states[key];
  return state === undefined ? undefined : stageTags(state)[0];
}

const listed = (names: Iterable<string>): string => [...names].join(', ');

/** Where the tag of a state stands, when it has only the one that it should. */
const tagPath = (state: BranchState, path: Path): Path =>
  typeof state.tags === 'string' ? [...path, 'tags'] : [...path, 'tags', 0];

function tagProblems(key: string, state: BranchState, { id, stages }: Instrument, path: Path): readonly Problem[] {
  const tags = stageTags(state);
  if (isStub(state)) {
    const message = `\`${key}\` continues elsewhere, so it has no stage`;
    return tags.length === 0 ? [] : [error('stub-with-stage', [...path, 'tags'], message, 'remove its tags')];
  }
  const [tag] = tags;
  if (tag === undefined || tags.length > 1) {
    const message = `\`${key}\` has ${tags.length} stage tags; it needs exactly one`;
    const problem = error(
      'stage-count',
      tag === undefined ? path : [...path, 'tags'],
      message,
      `use one of: ${listed(stages.keys())}`,
    );
    return [inferred(problem, [...path, 'tags', '**'], [...path, 'type'])];
  }
  const stage = stages.get(tag);
  if (stage === undefined) {
    const message = `the ${id} has no stage called \`${tag}\``;
    return [error('unknown-stage', tagPath(state, path), message, didYouMean(tag, stages.keys()))];
  }
  if (stage.final === isEnd(state)) return [];
  const message = stage.final
    ? `\`${tag}\` is a final stage of the ${id}, and \`${key}\` is no end`
    : `\`${key}\` is an end, and \`${tag}\` is not a final stage of the ${id}`;
  const fitting = [...stages.values()].filter(({ final }) => final === isEnd(state)).map((one) => one.id);
  const problem = error('stage-finality', tagPath(state, path), message, `use one of: ${listed(fitting)}`);
  return [inferred(problem, [...path, 'type'])];
}

/** The targets of a decision's moves that lie in a stage to which its own does not lead. */
function transitionProblems(
  branch: Branch,
  state: BranchState,
  { id, stages }: Instrument,
  path: Path,
): readonly Problem[] {
  const stage = isDecision(state) ? stages.get(stageTags(state)[0] ?? '') : undefined;
  if (!isDecision(state) || stage === undefined) return [];
  const ofMove = ([key, move]: [string, FileMove]) =>
    candidates(move).flatMap(({ target }, index) => {
      const next = Object.hasOwn(branch.states, target) ? branch.states[target] : undefined;
      const to = next === undefined || isStub(next) ? undefined : stageTags(next)[0];
      if (to === undefined || to === stage.id || !stages.has(to) || stage.next.includes(to)) return [];
      const message = `this leads from stage \`${stage.id}\` to \`${to}\`, which the ${id} does not`;
      const help = `from \`${stage.id}\` it may stay or go to ${listed(stage.next)}`;
      const at: Path = [...path, 'on', key, ...(Array.isArray(move) ? [index] : []), 'target'];
      return [inferred(error('not-refining', at, message, help), ['branches', branch.id, 'states', '*', 'tags', '**'])];
    });
  return Object.entries(state.on ?? {}).flatMap(ofMove);
}

function initialProblems(branch: Branch, { id, initial }: Instrument, at: Path): readonly Problem[] {
  const first = Object.hasOwn(branch.states, branch.initial) ? branch.states[branch.initial] : undefined;
  const stage = first === undefined ? undefined : stageTags(first)[0];
  if (stage === undefined || stage === initial) return [];
  const message = `the branch begins in stage \`${stage}\`; the ${id} begins in \`${initial}\``;
  const problem = error('initial-stage', [...at, 'initial'], message, `begin at a state of the stage \`${initial}\``);
  return [inferred(problem, [...at, 'states', branch.initial, 'tags', '**'])];
}

/** Tags where no instrument is named mean nothing. */
function idleTags(branch: Branch, at: Path): readonly Problem[] {
  return Object.entries(branch.states).flatMap(([key, state]) => {
    if (stageTags(state).length === 0) return [];
    const message = `\`${key}\` has a stage, but the branch names no instrument`;
    const problem = warning(
      'idle-tags',
      [...at, 'states', key, 'tags'],
      message,
      'name one in `meta.instrument`, or remove the tags',
    );
    return [inferred(problem, [...at, 'meta', 'instrument'])];
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
    if (named === undefined) return idleTags(branch, at);
    const instrument = instruments.get(named);
    if (instrument === undefined) {
      const message = `no instrument is called \`${named}\``;
      return [
        error('unknown-instrument', [...at, 'meta', 'instrument'], message, didYouMean(named, instruments.keys())),
      ];
    }
    return [
      ...initialProblems(branch, instrument, at),
      ...Object.entries(branch.states).flatMap(([key, state]) => {
        const path: Path = [...at, 'states', key];
        return [...tagProblems(key, state, instrument, path), ...transitionProblems(branch, state, instrument, path)];
      }),
    ];
  });
}
