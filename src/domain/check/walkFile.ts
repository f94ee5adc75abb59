import { candidates, isDecision, isStub, placedStates } from '../chart.ts';
import type { Guard } from '../guard.ts';
import type { Path } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Candidate, MoveMeta } from '../schema/branch.ts';
import type { Basis, FileEffects } from '../schema/parts.ts';

/** A move as written, with its path in the file. */
export interface WrittenMove {
  readonly path: Path;
  readonly branchId: string | undefined;
  /** Move id: `table.x` or `branch.state.x`. */
  readonly id: string;
  readonly meta: MoveMeta;
  /** Path of the meta: it stands in the first target. */
  readonly metaPath: Path;
  readonly targets: readonly { readonly path: Path; readonly candidate: Candidate }[];
}

/** Every move of every decision, then those of the table, in file order. */
export function writtenMoves(scenario: Scenario): readonly WrittenMove[] {
  const ofBranches = placedStates(scenario).flatMap(({ id, branchId, key, state }) =>
    !isDecision(state)
      ? []
      : Object.entries(state.on ?? {}).flatMap(([moveKey, move]): WrittenMove[] => {
          const path: Path = ['branches', branchId, 'states', key, 'on', moveKey];
          const several = Array.isArray(move);
          const targets = candidates(move).map((candidate, index) => ({
            path: several ? [...path, index] : path,
            candidate,
          }));
          const meta = candidates(move)[0]?.meta;
          if (meta === undefined) return [];
          return [
            {
              path,
              branchId,
              id: `${id}.${moveKey}`,
              meta,
              metaPath: [...path, ...(several ? [0] : []), 'meta'],
              targets,
            },
          ];
        }),
  );
  const ofTable = Object.entries(scenario.table.on).map(([key, { target, meta }]): WrittenMove => {
    const path: Path = ['table', 'on', key];
    return {
      path,
      branchId: undefined,
      id: `table.${key}`,
      meta,
      metaPath: [...path, 'meta'],
      targets: [{ path, candidate: { target } }],
    };
  });
  return [...ofBranches, ...ofTable];
}

/** A mapping of effects with whose it is, its path, and the basis that covers it. */
export interface WrittenEffects {
  readonly path: Path;
  readonly owner: string;
  readonly effects: FileEffects;
  readonly basis: Basis | undefined;
  /** They are those of a move. */
  readonly ofMove: boolean;
}

/** Every mapping of effects: of moves, condition states, noDeal and alternatives, posture options and combinations. */
export function writtenEffects(scenario: Scenario): readonly WrittenEffects[] {
  const list: (Omit<WrittenEffects, 'effects' | 'ofMove'> & { ofMove?: true; effects: FileEffects | undefined })[] = [];
  for (const { id, meta, metaPath } of writtenMoves(scenario)) {
    list.push({ path: [...metaPath, 'effects'], owner: id, effects: meta.effects, basis: meta.basis, ofMove: true });
  }
  for (const [condition, { states }] of Object.entries(scenario.conditions)) {
    for (const [state, { effects, basis }] of Object.entries(states)) {
      list.push({
        path: ['conditions', condition, 'states', state, 'effects'],
        owner: `${condition}.${state}`,
        effects,
        basis,
      });
    }
  }
  for (const [branchId, { meta }] of Object.entries(scenario.branches)) {
    const path: Path = ['branches', branchId, 'meta'];
    const { noDeal, alternative } = meta;
    list.push({
      path: [...path, 'noDeal', 'effects'],
      owner: `noDeal.${branchId}`,
      effects: noDeal.effects,
      basis: noDeal.basis,
    });
    for (const [actor, { effects, basis }] of Object.entries(alternative ?? {})) {
      list.push({
        path: [...path, 'alternative', actor, 'effects'],
        owner: `alternative.${branchId}.${actor}`,
        effects,
        basis,
      });
    }
  }
  for (const [actor, options] of Object.entries(scenario.postures?.options ?? {})) {
    for (const [option, { effects, basis }] of Object.entries(options)) {
      list.push({
        path: ['postures', 'options', actor, option, 'effects'],
        owner: `${actor}.${option}`,
        effects,
        basis,
      });
    }
  }
  for (const [index, { effects, basis }] of (scenario.postures?.combinations ?? []).entries()) {
    list.push({ path: ['postures', 'combinations', index, 'effects'], owner: `combination.${index}`, effects, basis });
  }
  return list.flatMap(({ effects, ofMove = false, ...rest }) =>
    effects === undefined ? [] : [{ ...rest, effects, ofMove }],
  );
}

/** A term of a guard that is not `all`, `any` or `not`, with its path. */
export interface WrittenTerm {
  readonly path: Path;
  readonly term: Guard;
}

function termsAt(path: Path, guard: Guard): readonly WrittenTerm[] {
  if ('all' in guard) return guard.all.flatMap((part, index) => termsAt([...path, 'all', index], part));
  if ('any' in guard) return guard.any.flatMap((part, index) => termsAt([...path, 'any', index], part));
  if ('not' in guard) return termsAt([...path, 'not'], guard.not);
  return [{ path, term: guard }];
}

/** Every term of every guard, of targets and of effects. */
export function writtenTerms(scenario: Scenario): readonly WrittenTerm[] {
  const ofTargets = writtenMoves(scenario).flatMap(({ targets }) =>
    targets.flatMap(({ path, candidate: { guard } }) =>
      guard === undefined ? [] : termsAt([...path, 'guard', 'params'], guard.params),
    ),
  );
  const ofEffects = writtenEffects(scenario).flatMap(({ path, effects }) =>
    Object.entries(effects).flatMap(([address, effect]) =>
      typeof effect === 'object' && 'when' in effect && effect.when !== undefined
        ? termsAt([...path, address, 'when'], effect.when)
        : [],
    ),
  );
  return [...ofTargets, ...ofEffects];
}

/** A citation of facts, or a text that may hold some in square brackets. */
export type Citation =
  | { readonly path: Path; readonly facts: readonly string[] }
  | { readonly path: Path; readonly prose: string };

/** The citations of a mapping: its `facts` and `source`, and every text in it. Effects hold neither. */
function citationsIn(path: Path, mapping: object): readonly Citation[] {
  return Object.entries(mapping).flatMap(([key, value]): readonly Citation[] => {
    if (key === 'effects') return [];
    if (key === 'facts' || key === 'source') return [{ path: [...path, key], facts: value as readonly string[] }];
    return citationsOf([...path, key], value);
  });
}

function citationsOf(path: Path, value: unknown): readonly Citation[] {
  if (typeof value === 'string') return [{ path, prose: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => citationsOf([...path, index], item));
  return typeof value === 'object' && value !== null ? citationsIn(path, value) : [];
}

/** The citations of each entry of a section, whose ids may be any word. */
const citationsOfEach = (path: Path, section: object | undefined): readonly Citation[] =>
  Object.entries(section ?? {}).flatMap(([id, entry]) => citationsOf([...path, id], entry));

const basisOfEach = (path: Path, bases: Readonly<Record<string, Basis | undefined>>): readonly Citation[] =>
  Object.entries(bases).flatMap(([id, basis]) => citationsOf([...path, id, 'basis'], basis));

const basesOf = (blocks: Readonly<Record<string, { readonly basis: Basis | undefined }>>) =>
  Object.fromEntries(Object.entries(blocks).map(([id, { basis }]) => [id, basis]));

/** Every place outside `afterwards`, and outside the facts themselves, where a scenario rests on facts. */
export function citations(scenario: Scenario): readonly Citation[] {
  const { postures } = scenario;
  const conditions = Object.entries(scenario.conditions).flatMap(([id, { states, ...condition }]) => [
    ...citationsIn(['conditions', id], condition),
    ...citationsOfEach(['conditions', id, 'states'], states),
  ]);
  return [
    { path: ['summary'], prose: scenario.summary },
    ...citationsOfEach(['actors'], scenario.actors),
    ...citationsOfEach(['indicators'], scenario.indicators),
    ...conditions,
    ...citationsOfEach(['issues'], scenario.issues),
    ...basisOfEach(['drivers'], scenario.drivers.basis),
    ...basisOfEach(['leverage'], basesOf(scenario.leverage)),
    ...basisOfEach(['stakes'], basesOf(scenario.stakes)),
    ...citationsOf(['scale', 'basis'], scenario.scale.basis),
    ...citationsIn(['table', 'meta'], scenario.table.meta),
    ...Object.entries(scenario.branches).flatMap(([id, { meta }]) => citationsIn(['branches', id, 'meta'], meta)),
    ...placedStates(scenario).flatMap(({ branchId, key, state }) =>
      isStub(state) ? [] : citationsIn(['branches', branchId, 'states', key, 'meta'], state.meta),
    ),
    ...writtenMoves(scenario).flatMap(({ metaPath, meta }) => citationsIn(metaPath, meta)),
    ...Object.entries(postures?.options ?? {}).flatMap(([actor, options]) =>
      citationsOfEach(['postures', 'options', actor], options),
    ),
    ...citationsOf(['postures', 'combinations'], postures?.combinations),
    ...Object.entries(postures?.order ?? {}).flatMap(([actor, { basis }]) =>
      citationsOf(['postures', 'order', actor, 'basis'], basis),
    ),
    ...citationsOf(['postures', 'indifference', 'basis'], postures?.indifference?.basis),
  ];
}
