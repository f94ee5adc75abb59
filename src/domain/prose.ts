import { isDecision, isStub, placedStates } from './chart.ts';
import type { Scenario } from './scenario.ts';
import type { Branch, BranchState, Candidate, MoveMeta } from './schema/branch.ts';
import type { Fact } from './schema/ledger.ts';

/** Texts by id path (`ceasefire.reply.accept.reason`): what a page loads when somebody comes to a branch, and what a translation replaces. */
export type Prose = Readonly<Record<string, string>>;

/** A scenario cut for a page: the chart and its numbers first, each branch's texts and the ledger when they are asked for. */
export interface SplitScenario {
  /** Everything that a machine or a score needs, with the labels and questions; without long texts and without the ledger's. */
  readonly structure: Scenario;
  /** Branch → its long texts. */
  readonly prose: Readonly<Record<string, Prose>>;
  /** Facts and sources, and the postures, which no screen plays and which rest on facts. */
  readonly ledger: Pick<Scenario, 'facts' | 'sources' | 'issues' | 'postures'>;
}

/** Long texts of a state and of a move: not needed to play, only to read. */
const STATE_TEXTS = ['context', 'wouldChange', 'describes'] as const;
const MOVE_TEXTS = ['reason', 'describes'] as const;

type Texts = Record<string, string>;

/** A mapping without some of its texts, which are put aside under `path`. */
function without<Meta extends object>(meta: Meta, keys: readonly string[], path: string, aside: Texts): Meta {
  const kept = { ...meta } as Record<string, unknown>;
  for (const key of keys) {
    const text = kept[key];
    if (typeof text !== 'string') continue;
    aside[`${path}.${key}`] = text;
    delete kept[key];
  }
  return kept as Meta;
}

function moveWithoutTexts(meta: MoveMeta, path: string, aside: Texts): MoveMeta {
  const { law, basis, ...rest } = without(meta, MOVE_TEXTS, path, aside);
  if (law !== undefined) aside[`${path}.law`] = law.text;
  if (basis !== undefined && 'judgement' in basis) aside[`${path}.basis`] = basis.judgement;
  return {
    ...rest,
    ...(law === undefined ? {} : { law: { ...law, text: '' } }),
    ...(basis === undefined ? {} : { basis: 'judgement' in basis ? { judgement: '' } : basis }),
  };
}

function stateWithoutTexts(state: BranchState, path: string, aside: Texts): BranchState {
  if (isStub(state)) return state;
  for (const [actor, text] of Object.entries(state.meta.told ?? {})) aside[`${path}.told.${actor}`] = text;
  if (!isDecision(state)) {
    const { told: _, law, ...meta } = without(state.meta, STATE_TEXTS, path, aside);
    if (law !== undefined) aside[`${path}.law`] = law.text;
    return { ...state, meta: { ...meta, describes: '', ...(law === undefined ? {} : { law: { ...law, text: '' } }) } };
  }
  const { told: _, ...meta } = without(state.meta, STATE_TEXTS, path, aside);
  const on = Object.entries(state.on ?? {}).map(([key, move]) => {
    const [first, ...rest] = Array.isArray(move) ? move : [move];
    if (first === undefined) return [key, move];
    const cut: Candidate = { ...first, meta: moveWithoutTexts(first.meta, `${path}.${key}`, aside) };
    return [key, Array.isArray(move) ? [cut, ...rest] : cut];
  });
  return { ...state, meta, on: Object.fromEntries(on) };
}

/** Takes a scenario apart for a page. Playing `structure` gives the same positions as playing the whole. */
export function splitScenario(scenario: Scenario): SplitScenario {
  const prose: Record<string, Texts> = {};
  const branches = Object.entries(scenario.branches).map(([id, branch]): [string, Branch] => {
    const aside: Texts = {};
    prose[id] = aside;
    const states = placedStates({ ...scenario, branches: { [id]: branch } }).map(({ id: stateId, key, state }) => [
      key,
      stateWithoutTexts(state, stateId, aside),
    ]);
    return [id, { ...branch, states: Object.fromEntries(states) }];
  });
  const stubs = Object.entries(scenario.facts).map(([id, { status, kind }]): [string, Fact] => [
    id,
    { claim: '', status, kind },
  ]);
  const { postures, ...shown } = scenario;
  const { facts, sources, issues } = scenario;
  const structure: Scenario = {
    ...shown,
    branches: Object.fromEntries(branches),
    facts: Object.fromEntries(stubs),
    sources: {},
    issues: {},
    afterwards: [],
  };
  return { structure, prose, ledger: { facts, sources, issues, ...(postures === undefined ? {} : { postures }) } };
}
