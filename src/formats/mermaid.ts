import { actorName } from '../domain/actors.ts';
import { candidates, deciders, isChance, isDecision, isEnd, isStub, moveMeta } from '../domain/chart.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { BranchState } from '../domain/schema/branch.ts';

/**
 * A text inside a mermaid diagram, in one line: what mermaid reads as a sign of its own is written as an entity of it (`#35;`), so that
 * any text stays a text. Words of its language stand after a colon, where they are read as text.
 */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .replaceAll(/[#;:"<>{}[\]`\\|%&]/g, (sign) => `#${sign.codePointAt(0)};`) || '—';

/** A state's id as mermaid takes it: letters, digits and _, and a prefix, so that it is none of mermaid's words. */
const idOf = (ids: ReadonlyMap<string, number>, key: string): string =>
  `s${ids.get(key) ?? 0}_${key.replaceAll(/[^A-Za-z0-9_]/g, '_')}`;

function labelOfState(scenario: Scenario, key: string, state: BranchState): string {
  if (isStub(state)) return `${key} — continues at ${state.meta.continues}`;
  if (isEnd(state)) return `${state.meta.agreement ? '■ agreement' : '□ no agreement'} — ${state.meta.label}`;
  const who = isChance(state)
    ? 'chance'
    : deciders(state)
        .map((actor) => actorName(scenario, actor))
        .join(' + ');
  return who === '' ? state.meta.ask : `${who} — ${state.meta.ask}`;
}

/** A branch as a mermaid state diagram (`stateDiagram-v2`), a line each; `remarks` stand above it as comments. */
export function* branchDiagram(
  scenario: Scenario,
  branchId: string,
  remarks: readonly string[] = [],
): Generator<string> {
  const branch = scenario.branches[branchId];
  if (branch === undefined) throw new RangeError(`no branch is called ${branchId}`);
  for (const remark of remarks) yield `%% ${remark.replaceAll(/\s+/g, ' ').replaceAll(/[{}]/g, '')}`;
  yield 'stateDiagram-v2';
  const states = Object.entries(branch.states);
  const ids = new Map(states.map(([key], index) => [key, index]));
  for (const [key, state] of states) yield `  ${idOf(ids, key)} : ${escaped(labelOfState(scenario, key, state))}`;
  yield `  [*] --> ${idOf(ids, branch.initial)}`;
  for (const [key, state] of states) {
    if (!isDecision(state)) {
      yield `  ${idOf(ids, key)} --> [*]`;
      continue;
    }
    for (const move of Object.values(state.on ?? {})) {
      for (const { target, guard } of candidates(move)) {
        const when = guard === undefined ? '' : ' (if open)';
        yield `  ${idOf(ids, key)} --> ${idOf(ids, target)} : ${escaped(moveMeta(move).label + when)}`;
      }
    }
  }
}
