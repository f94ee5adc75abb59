import { isDecision, isStub, placedStates } from '../../domain/chart.ts';
import { writtenEffects, writtenMoves } from '../../domain/check/walkFile.ts';
import type { Path } from '../../domain/problem.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Basis } from '../../domain/schema/parts.ts';
import type { TextKind } from './textLimits.ts';

/**
 * What a text owes its reader. `tells`: it says what is so at the reading date, so every sentence cites a fact or is one of the declared
 * kinds that claim nothing. `reasons`: it is about moves and ends that have not happened, so only what can be checked cites a fact.
 * `ledger`: it is the ledger itself, whose facts carry their sources. `label`: a name, no sentence.
 */
export type Duty = 'tells' | 'reasons' | 'ledger' | 'label';

/** A text of a scenario with its place, what kind it is, and what it owes. */
export interface ContentText {
  readonly path: Path;
  readonly text: string;
  readonly kind: TextKind;
  readonly duty: Duty;
  /** The entry that the text stands in cites facts for the whole of it, as a note on the law does. */
  readonly covered: boolean;
}

interface Given {
  readonly facts?: readonly string[] | undefined;
}

/** A text, where there is one. */
function give(text: string | undefined, path: Path, kind: TextKind, duty: Duty, entry?: Given): readonly ContentText[] {
  return text === undefined ? [] : [{ path, text, kind, duty, covered: (entry?.facts ?? []).length > 0 }];
}

const judgement = (basis: Basis | undefined, path: Path): readonly ContentText[] =>
  basis !== undefined && 'judgement' in basis
    ? give(basis.judgement, [...path, 'basis', 'judgement'], 'judgement', 'reasons')
    : [];

const basesOf = (section: string, bases: Readonly<Record<string, Basis | undefined>>): readonly ContentText[] =>
  Object.entries(bases).flatMap(([id, basis]) => judgement(basis, [section, id]));

const bases = (blocks: Readonly<Record<string, { readonly basis?: Basis | undefined }>>) =>
  Object.fromEntries(Object.entries(blocks).map(([id, { basis }]) => [id, basis]));

function ofStates(scenario: Scenario): readonly ContentText[] {
  return placedStates(scenario).flatMap(({ branchId, key, state }) => {
    if (isStub(state)) return [];
    const path: Path = ['branches', branchId, 'states', key, 'meta'];
    const accounts = (duty: Duty) =>
      Object.entries(state.meta.told ?? {}).flatMap(([actor, text]) =>
        give(text, [...path, 'told', actor], 'told', duty),
      );
    if (isDecision(state)) {
      const { ask, context, wouldChange } = state.meta;
      return [
        ...give(ask, [...path, 'ask'], 'ask', 'reasons'),
        ...give(context, [...path, 'context'], 'context', 'tells'),
        ...accounts('tells'),
        ...give(wouldChange, [...path, 'wouldChange'], 'wouldChange', 'reasons'),
      ];
    }
    const { label, describes, law } = state.meta;
    return [
      ...give(label, [...path, 'label'], 'label', 'label'),
      ...give(describes, [...path, 'describes'], 'end', 'reasons'),
      ...accounts('reasons'),
      ...give(law?.text, [...path, 'law', 'text'], 'law', 'tells', law),
    ];
  });
}

function ofMoves(scenario: Scenario): readonly ContentText[] {
  return writtenMoves(scenario).flatMap(({ branchId, metaPath: path, meta }) => [
    ...give(meta.label, [...path, 'label'], 'label', 'label'),
    // At the table a move says how things stand when its branch begins.
    ...give(meta.describes, [...path, 'describes'], 'describes', branchId === undefined ? 'tells' : 'reasons'),
    ...give(meta.reason, [...path, 'reason'], 'reason', 'reasons'),
    ...give(meta.departs, [...path, 'departs'], 'departs', 'tells'),
    ...give(meta.law?.text, [...path, 'law', 'text'], 'law', 'tells', meta.law),
    ...judgement(meta.basis, path),
  ]);
}

function ofLedger({ facts, issues }: Scenario): readonly ContentText[] {
  return [
    ...Object.entries(facts).flatMap(([id, { claim, note }]) => [
      ...give(claim, ['facts', id, 'claim'], 'claim', 'ledger'),
      ...give(note, ['facts', id, 'note'], 'note', 'ledger'),
    ]),
    ...Object.entries(issues).flatMap(([id, issue]) => [
      ...give(issue.problem, ['issues', id, 'problem'], 'issue', 'tells', issue),
      ...give(issue.handled, ['issues', id, 'handled'], 'issue', 'tells', issue),
    ]),
  ];
}

/** Every text of a scenario that people read, in the order of the file's sections, with what it owes them. */
export function contentTexts(scenario: Scenario): readonly ContentText[] {
  const { table } = scenario;
  const effectBases = writtenEffects(scenario)
    .filter(({ ofMove }) => !ofMove)
    .flatMap(({ basis, path }) => judgement(basis, path.slice(0, -1)));
  const conditions = Object.entries(scenario.conditions).flatMap(([id, condition]) => [
    ...give(condition.label, ['conditions', id, 'label'], 'label', 'label'),
    ...give(condition.note, ['conditions', id, 'note'], 'note', 'tells', condition),
    ...Object.entries(condition.states).flatMap(([state, { label }]) =>
      give(label, ['conditions', id, 'states', state, 'label'], 'label', 'label'),
    ),
  ]);
  const indicators = Object.entries(scenario.indicators).flatMap(([id, { label, note, basis }]) => [
    ...give(label, ['indicators', id, 'label'], 'label', 'label'),
    ...give(note, ['indicators', id, 'note'], 'note', 'reasons'),
    ...judgement(basis, ['indicators', id]),
  ]);
  return [
    ...give(scenario.summary, ['summary'], 'summary', 'reasons'),
    ...indicators,
    ...basesOf('drivers', scenario.drivers.basis),
    ...basesOf('leverage', bases(scenario.leverage)),
    ...basesOf('stakes', bases(scenario.stakes)),
    ...judgement(scenario.scale.basis, ['scale']),
    ...conditions,
    ...effectBases,
    ...Object.entries(scenario.postures?.options ?? {}).flatMap(([actor, options]) =>
      Object.entries(options).flatMap(([option, { label }]) =>
        give(label, ['postures', 'options', actor, option, 'label'], 'label', 'label'),
      ),
    ),
    ...Object.entries(scenario.postures?.order ?? {}).flatMap(([actor, { basis }]) =>
      judgement(basis, ['postures', 'order', actor]),
    ),
    ...judgement(scenario.postures?.indifference?.basis, ['postures', 'indifference']),
    ...give(table.meta.context, ['table', 'meta', 'context'], 'context', 'tells'),
    ...ofStates(scenario),
    ...ofMoves(scenario),
    ...(scenario.afterwards ?? []).flatMap((entry, index) =>
      give(entry.text, ['afterwards', index, 'text'], 'afterwards', 'tells', entry),
    ),
    ...ofLedger(scenario),
  ];
}
