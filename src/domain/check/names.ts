import { candidates, deciders, isDecision, isJoint, isStub, placedStates } from '../chart.ts';
import { quantities } from '../indicators.ts';
import { didYouMean, error, inferred, type Path, type Problem, warning } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Decision } from '../schema/branch.ts';
import { blockOf, keySet, type Lookups, lookUp, lookupsOf } from './lookup.ts';
import { writtenEffects, writtenMoves, writtenTerms } from './walkFile.ts';

/** Who decides: an actor, several different ones, or chance. */
function deciderProblems(scenario: Scenario, decision: Decision, meta: Path, key: string): readonly Problem[] {
  const { decides, noAgreement } = decision.meta;
  const path: Path = [...meta, 'decides'];
  if (decides === undefined) {
    const missing = error(
      'decision-without-actor',
      meta,
      `nobody decides at \`${key}\``,
      'add `decides`: an actor, a list of actors, or chance',
    );
    return [inferred(missing, path)];
  }
  const actors = keySet(scenario.actors);
  const names = deciders(decision);
  const found = names.flatMap((name, index): readonly Problem[] => {
    const at = typeof decides === 'string' ? path : [...path, index];
    if (name === 'user') {
      return [error('decision-without-actor', at, 'only the table is decided by the user', 'name an actor, or chance')];
    }
    if (name === 'chance') {
      return [
        error('joint-chance', at, 'chance does not decide together with actors', 'give chance a state of its own'),
      ];
    }
    if (names.indexOf(name) < index) {
      return [error('duplicate-decider', at, `\`${name}\` is named twice among those who decide`, 'name each once')];
    }
    return lookUp('actor', { name, path: at }, actors, ['actors', name], [...actors, 'chance']);
  });
  const joint = isJoint(decision);
  if (joint && noAgreement === undefined) {
    const message = `\`${key}\` is decided jointly, so it must say what happens when they do not agree`;
    found.push(
      inferred(
        error('joint-without-no-agreement', meta, message, 'name a move in `noAgreement`'),
        [...meta, 'noAgreement'],
        path,
      ),
    );
  }
  const apart = noAgreement === undefined ? undefined : decision.on?.[noAgreement];
  if (joint && apart !== undefined && candidates(apart).every(({ guard }) => guard !== undefined)) {
    const message = `\`${key}\` is decided jointly, and the move for no agreement may be closed`;
    const help = 'let one of its targets stand without a guard: where it is closed, the scenario cannot be solved';
    found.push(inferred(warning('no-agreement-guarded', [...meta, 'noAgreement'], message, help), path));
  }
  if (!joint && noAgreement !== undefined) {
    const message = `\`${key}\` is not decided jointly, so there is nobody to disagree`;
    const help = 'remove `noAgreement`, or name all who must agree';
    found.push(inferred(warning('no-agreement-alone', [...meta, 'noAgreement'], message, help), [...path, '**']));
  }
  return found;
}

function inGuards(scenario: Scenario, look: Lookups): readonly Problem[] {
  return writtenTerms(scenario).flatMap(({ path, term }): readonly Problem[] => {
    if ('indicator' in term) return look.address({ name: term.indicator, path: [...path, 'indicator'] });
    if ('played' in term) return look.move({ name: term.played, path: [...path, 'played'] });
    if (!('condition' in term)) return [];
    const unknown = look.condition({ name: term.condition, path: [...path, 'condition'] });
    if (unknown.length > 0) return unknown;
    const given: Path = ['conditions', term.condition, 'states'];
    const states = keySet(scenario.conditions[term.condition]?.states);
    return lookUp('state', { name: term.is, path: [...path, 'is'] }, states, [...given, term.is]);
  });
}

function inEffects(scenario: Scenario, look: Lookups): readonly Problem[] {
  return writtenEffects(scenario).flatMap(({ path, effects }) =>
    Object.entries(effects).flatMap(([address, effect]): readonly Problem[] => {
      const at: Path = [...path, address];
      const sized = typeof effect === 'object' && !('mode' in effect) ? effect : { add: effect };
      const by = 'scaled' in sized ? sized.scaled?.by : undefined;
      const unknown = [
        ...look.address({ name: address, path: at, atKey: true }),
        ...(by === undefined ? [] : look.address({ name: by, path: [...at, 'scaled', 'by'] })),
      ];
      const quantity = quantities(scenario).get(address);
      const word = sized.add;
      if (typeof word !== 'string' || quantity === undefined) return unknown;
      const { tables } = scenario.scale;
      const table = Object.hasOwn(tables, quantity.unit) ? tables[quantity.unit] : undefined;
      if (table !== undefined && Object.hasOwn(table, word)) return unknown;
      const message = `the scale has no word \`${word}\` for the unit ${quantity.unit}`;
      const help = didYouMean(word, Object.keys(table ?? {})) ?? 'write an estimate, or add a table to `scale`';
      const problem = error('unknown-word', typeof effect === 'string' ? at : [...at, 'add'], message, help);
      return [...unknown, inferred(problem, ['scale', quantity.unit, word], ['indicators', address, 'unit'])];
    }),
  );
}

function inBlocks(scenario: Scenario, look: Lookups): readonly Problem[] {
  const labels = keySet(scenario.drivers.labels);
  const givenLabels: Path = ['drivers', 'labels'];
  const ofDrivers = Object.entries(scenario.drivers.initial).flatMap(([actor, block]) => [
    ...look.actor({ name: actor, path: ['drivers', actor], atKey: true }),
    ...Object.keys(block).flatMap((name) =>
      look.driver({ name, path: ['drivers', actor, name], atKey: true }, labels, givenLabels),
    ),
  ]);
  const ofAnchors = Object.keys(scenario.drivers.anchors).flatMap((name) =>
    look.driver({ name, path: ['drivers', 'anchors', name], atKey: true }, labels, givenLabels),
  );
  const ofWeights = Object.entries(scenario.leverage).flatMap(([actor, { weights }]) => [
    ...look.actor({ name: actor, path: ['leverage', actor], atKey: true }),
    // Of nobody, and of an actor without drivers, there is nothing to say but that.
    ...Object.keys(blockOf(scenario, scenario.drivers.initial, actor) === undefined ? {} : weights).flatMap((name) => {
      const drivers = keySet(blockOf(scenario, scenario.drivers.initial, actor));
      return look.driver({ name, path: ['leverage', actor, 'weights', name], atKey: true }, drivers, [
        'drivers',
        actor,
      ]);
    }),
  ]);
  const ofStakes = Object.entries(scenario.stakes).flatMap(([actor, { items }]) => [
    ...look.actor({ name: actor, path: ['stakes', actor], atKey: true }),
    ...Object.keys(items).flatMap((name) => look.address({ name, path: ['stakes', actor, name], atKey: true })),
  ]);
  return [...ofDrivers, ...ofAnchors, ...ofWeights, ...ofStakes];
}

function inStates(scenario: Scenario, look: Lookups): readonly Problem[] {
  return placedStates(scenario).flatMap(({ branchId, key, state }) => {
    if (isStub(state)) return [];
    const meta: Path = ['branches', branchId, 'states', key, 'meta'];
    return [
      ...(isDecision(state) ? deciderProblems(scenario, state, meta, key) : []),
      ...Object.keys(state.meta.told ?? {}).flatMap((name) =>
        look.actor({ name, path: [...meta, 'told', name], atKey: true }),
      ),
    ];
  });
}

function inConditions(scenario: Scenario): readonly Problem[] {
  return Object.entries(scenario.conditions).flatMap(([id, { initial, states }]) => {
    const given: Path = ['conditions', id, 'states'];
    return lookUp('state', { name: initial, path: ['conditions', id, 'initial'] }, keySet(states), [...given, initial]);
  });
}

/** Actors, indicators, drivers, conditions, moves and words of the scale that are named somewhere and given nowhere. */
export function nameProblems(scenario: Scenario): readonly Problem[] {
  const look = lookupsOf(scenario);
  const leans = writtenMoves(scenario).flatMap(({ meta, metaPath }) =>
    Object.keys(meta.leans ?? {}).flatMap((name) =>
      look.address({ name, path: [...metaPath, 'leans', name], atKey: true }),
    ),
  );
  const owners = Object.entries(scenario.indicators).flatMap(([id, { of }]) =>
    of === undefined ? [] : look.actor({ name: of, path: ['indicators', id, 'of'] }),
  );
  const alternatives = Object.entries(scenario.branches).flatMap(([id, { meta }]) =>
    Object.keys(meta.alternative ?? {}).flatMap((name) =>
      look.actor({ name, path: ['branches', id, 'meta', 'alternative', name], atKey: true }),
    ),
  );
  return [
    ...inStates(scenario, look),
    ...inGuards(scenario, look),
    ...inEffects(scenario, look),
    ...inBlocks(scenario, look),
    ...inConditions(scenario),
    ...leans,
    ...owners,
    ...alternatives,
  ];
}
