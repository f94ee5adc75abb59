import { candidates, isDecision, isEnd, isStub, placedStates } from '../chart.ts';
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
}

/** Every mapping of effects: of moves, condition states, noDeal and alternatives, posture options and combinations. */
export function writtenEffects(scenario: Scenario): readonly WrittenEffects[] {
  const list: (Omit<WrittenEffects, 'effects'> & { effects: FileEffects | undefined })[] = [];
  for (const { id, meta, metaPath } of writtenMoves(scenario)) {
    list.push({ path: [...metaPath, 'effects'], owner: id, effects: meta.effects, basis: meta.basis });
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
  return list.flatMap(({ effects, ...rest }) => (effects === undefined ? [] : [{ ...rest, effects }]));
}

/** Every guard, of targets and of effects, with its path. */
export function writtenGuards(scenario: Scenario): readonly { readonly path: Path; readonly guard: Guard }[] {
  const ofTargets = writtenMoves(scenario).flatMap(({ targets }) =>
    targets.flatMap(({ path, candidate: { guard } }) =>
      guard === undefined ? [] : [{ path: [...path, 'guard', 'params'], guard: guard.params }],
    ),
  );
  const ofEffects = writtenEffects(scenario).flatMap(({ path, effects }) =>
    Object.entries(effects).flatMap(([address, effect]) =>
      typeof effect === 'object' && 'when' in effect && effect.when !== undefined
        ? [{ path: [...path, address, 'when'], guard: effect.when }]
        : [],
    ),
  );
  return [...ofTargets, ...ofEffects];
}

/** A citation of facts, or a text that may hold some in square brackets. */
export type Citation =
  | { readonly path: Path; readonly facts: readonly string[] }
  | { readonly path: Path; readonly prose: string };

function metaCitations(path: Path, meta: object): readonly Citation[] {
  return Object.entries(meta).flatMap(([key, value]): readonly Citation[] => {
    const at = [...path, key];
    if (key === 'facts' || key === 'source')
      return Array.isArray(value) ? [{ path: at, facts: value as string[] }] : [];
    if (key === 'effects' || key === 'label') return [];
    if (typeof value === 'string') return [{ path: at, prose: value }];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? metaCitations(at, value) : [];
  });
}

/** Every place outside `afterwards` where a scenario rests on facts. */
export function citations(scenario: Scenario): readonly Citation[] {
  const { actors, indicators, conditions, drivers, leverage, stakes, scale, issues, table, branches } = scenario;
  const sections: [string, object][] = Object.entries({ actors, indicators, conditions, issues });
  const bases = Object.entries({ drivers, leverage, stakes, scale }).flatMap(([key, section]): readonly Citation[] => {
    const basis = (section as { basis?: unknown }).basis;
    if (key === 'scale') return metaCitations([key], { basis });
    if (key === 'drivers') {
      return Object.entries((basis ?? {}) as Record<string, object>).flatMap(([actor, value]) =>
        metaCitations([key, actor], { basis: value }),
      );
    }
    return Object.entries(section as Record<string, object>).flatMap(([actor, block]) =>
      metaCitations([key, actor], { basis: (block as { basis?: unknown }).basis }),
    );
  });
  return [
    ...sections.flatMap(([key, section]) =>
      Object.entries(section).flatMap(([id, entry]) => metaCitations([key, id], entry as object)),
    ),
    ...bases,
    ...metaCitations(['table', 'meta'], table.meta),
    ...Object.entries(branches).flatMap(([id, { meta }]) => metaCitations(['branches', id, 'meta'], meta)),
    ...placedStates(scenario).flatMap(({ branchId, key, state }) =>
      isStub(state) ? [] : metaCitations(['branches', branchId, 'states', key, 'meta'], state.meta),
    ),
    ...writtenMoves(scenario).flatMap(({ metaPath, meta }) => metaCitations(metaPath, meta)),
  ];
}

/** Ends of every branch by id, with their place. */
export const endIds = (scenario: Scenario): readonly string[] =>
  placedStates(scenario).flatMap(({ id, state }) => (isEnd(state) ? [id] : []));
