import { factsInProse } from '../citations.ts';
import { deciders, isDecision, isEnd, isStub, placedStates, stateAt } from '../chart.ts';
import { type Guard, terms } from '../guard.ts';
import { quantities } from '../indicators.ts';
import { didYouMean, error, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { citations, endIds, writtenEffects, writtenGuards, writtenMoves } from './walkFile.ts';

const unknown = (sort: string, name: string, path: Path, known: Iterable<string>, atKey = false): Problem => ({
  ...error(`unknown-${sort}`, path, `no ${sort} is called \`${name}\``, didYouMean(name, known)),
  ...(atKey ? { atKey } : {}),
});

const keysOf = (record: object | undefined): readonly string[] => Object.keys(record ?? {});

/** Targets of moves and of the table, where stubs continue, and the states that branches name. */
export function targetProblems(scenario: Scenario): readonly Problem[] {
  const branches = keysOf(scenario.branches);
  const ofMoves = writtenMoves(scenario).flatMap(({ branchId, targets }) =>
    targets.flatMap(({ path, candidate }) => {
      const known = branchId === undefined ? branches : keysOf(scenario.branches[branchId]?.states);
      const sort = branchId === undefined ? 'branch' : 'state';
      if (known.includes(candidate.target)) return [];
      const problem = error(
        'unknown-target',
        [...path, 'target'],
        `no ${sort} is called \`${candidate.target}\``,
        didYouMean(candidate.target, known),
      );
      return [problem];
    }),
  );
  const stateIds = placedStates(scenario).flatMap(({ id, state }) => (isStub(state) ? [] : [id]));
  const ofStates = placedStates(scenario).flatMap(({ branchId, key, state }) => {
    const path: Path = ['branches', branchId, 'states', key, 'meta'];
    if (isStub(state)) {
      const to = state.meta.continues;
      if (!stateIds.includes(to)) {
        return [
          error(
            'unknown-target',
            [...path, 'continues'],
            `no decision or end is called \`${to}\``,
            didYouMean(to, stateIds),
          ),
        ];
      }
      return to.startsWith(`${branchId}.`)
        ? [
            error(
              'stub-at-home',
              [...path, 'continues'],
              `\`${to}\` is in this branch`,
              'target it directly and remove this stub',
            ),
          ]
        : [];
    }
    if (!isDecision(state)) return [];
    const moves = keysOf(state.on);
    return (['whenNoneOpen', 'noAgreement'] as const).flatMap((name) => {
      const move = state.meta[name];
      return move === undefined || moves.includes(move) ? [] : [unknown('move', move, [...path, name], moves)];
    });
  });
  const ofBranches = Object.entries(scenario.branches).flatMap(([id, { initial, states, meta, id: written }]) => {
    const path: Path = ['branches', id];
    const ends = endIds(scenario);
    const own = keysOf(states).filter((key) => ends.includes(`${id}.${key}`));
    const found: Problem[] = [];
    if (written !== id)
      found.push(
        error(
          'branch-id',
          [...path, 'id'],
          `this branch stands under the key \`${id}\` but calls itself \`${written}\``,
          'make them equal',
        ),
      );
    if (!Object.hasOwn(states, initial)) {
      found.push(
        error(
          'unknown-target',
          [...path, 'initial'],
          `no state is called \`${initial}\``,
          didYouMean(initial, keysOf(states)),
        ),
      );
    } else if (!isDecision(states[initial] as NonNullable<(typeof states)[string]>)) {
      found.push(
        error('initial-end', [...path, 'initial'], `a branch must begin with a decision; \`${initial}\` is none`),
      );
    }
    const walkAways: [Path, string][] = [[[...path, 'meta', 'noDeal', 'end'], meta.noDeal.end]];
    for (const [actor, { end }] of Object.entries(meta.alternative ?? {}))
      walkAways.push([[...path, 'meta', 'alternative', actor, 'end'], end]);
    for (const [at, name] of walkAways) {
      const placed = stateAt(scenario, name.includes('.') ? name : `${id}.${name}`);
      if (placed === undefined || !isEnd(placed.state)) {
        found.push(
          error(
            'unknown-target',
            at,
            `no end is called \`${name}\``,
            didYouMean(name, name.includes('.') ? ends : own),
          ),
        );
      } else if (placed.state.meta.agreement) {
        found.push(
          error(
            'no-deal-agreement',
            at,
            `\`${name}\` is marked as an agreement, so it is no way of walking away`,
            'name an end with agreement: false',
          ),
        );
      }
    }
    return found;
  });
  return [...ofMoves, ...ofStates, ...ofBranches];
}

function guardProblems(scenario: Scenario, path: Path, guard: Guard, moves: readonly string[]): readonly Problem[] {
  const addresses = [...quantities(scenario).keys()];
  return terms(guard).flatMap((term): readonly Problem[] => {
    if ('indicator' in term && !addresses.includes(term.indicator))
      return [unknown('indicator', term.indicator, path, addresses)];
    if ('played' in term && !moves.includes(term.played)) return [unknown('move', term.played, path, moves)];
    if ('condition' in term) {
      const states = keysOf(scenario.conditions[term.condition]?.states);
      if (!Object.hasOwn(scenario.conditions, term.condition))
        return [unknown('condition', term.condition, path, keysOf(scenario.conditions))];
      if (!states.includes(term.is)) return [unknown('state', term.is, path, states)];
    }
    return [];
  });
}

/** Actors, indicators, conditions, moves and words of the scale that are named somewhere. */
export function nameProblems(scenario: Scenario): readonly Problem[] {
  const actors = keysOf(scenario.actors);
  const addresses = [...quantities(scenario).keys()];
  const moves = writtenMoves(scenario).map(({ id }) => id);
  const found: Problem[] = [];
  const needActor = (name: string, path: Path, atKey = false) => {
    if (!actors.includes(name)) found.push(unknown('actor', name, path, actors, atKey));
  };
  const needAddress = (name: string, path: Path, atKey = false) => {
    if (!addresses.includes(name)) found.push(unknown('indicator', name, path, addresses, atKey));
  };
  for (const { branchId, key, state } of placedStates(scenario)) {
    const path: Path = ['branches', branchId, 'states', key, 'meta'];
    if (isDecision(state)) for (const actor of deciders(state)) needActor(actor, [...path, 'decides']);
    if (!isStub(state)) for (const actor of keysOf(state.meta.told)) needActor(actor, [...path, 'told', actor], true);
  }
  for (const { path, guard } of writtenGuards(scenario)) found.push(...guardProblems(scenario, path, guard, moves));
  for (const { path, effects } of writtenEffects(scenario)) {
    for (const [address, effect] of Object.entries(effects)) {
      needAddress(address, [...path, address], true);
      const sized = typeof effect === 'object' && !('mode' in effect) ? effect : { add: effect };
      if ('scaled' in sized && sized.scaled !== undefined)
        needAddress(sized.scaled.by, [...path, address, 'scaled', 'by']);
      const quantity = quantities(scenario).get(address);
      if (typeof sized.add !== 'string' || quantity === undefined) continue;
      const table = scenario.scale.tables[quantity.unit];
      if (table === undefined || !Object.hasOwn(table, sized.add)) {
        const message = `the scale has no word \`${sized.add}\` for the unit ${quantity.unit}`;
        found.push(
          error(
            'unknown-word',
            [...path, address],
            message,
            didYouMean(sized.add, keysOf(table)) ?? 'write an estimate, or add a table to `scale`',
          ),
        );
      }
    }
  }
  for (const { meta, metaPath } of writtenMoves(scenario)) {
    for (const address of keysOf(meta.leans)) needAddress(address, [...metaPath, 'leans', address], true);
  }
  for (const [id, { of }] of Object.entries(scenario.indicators))
    if (of !== undefined) needActor(of, ['indicators', id, 'of']);
  for (const actor of keysOf(scenario.drivers.initial)) {
    needActor(actor, ['drivers', actor], true);
    for (const driver of keysOf(scenario.drivers.initial[actor])) {
      if (!Object.hasOwn(scenario.drivers.labels, driver)) {
        found.push(unknown('driver', driver, ['drivers', actor, driver], keysOf(scenario.drivers.labels), true));
      }
    }
  }
  for (const driver of keysOf(scenario.drivers.anchors)) {
    if (!Object.hasOwn(scenario.drivers.labels, driver))
      found.push(unknown('driver', driver, ['drivers', 'anchors', driver], keysOf(scenario.drivers.labels), true));
  }
  for (const [actor, { weights }] of Object.entries(scenario.leverage)) {
    needActor(actor, ['leverage', actor], true);
    const drivers = keysOf(scenario.drivers.initial[actor]);
    for (const driver of keysOf(weights))
      if (!drivers.includes(driver))
        found.push(unknown('driver', driver, ['leverage', actor, 'weights', driver], drivers, true));
  }
  for (const [actor, { items }] of Object.entries(scenario.stakes)) {
    needActor(actor, ['stakes', actor], true);
    for (const address of keysOf(items)) needAddress(address, ['stakes', actor, address], true);
  }
  for (const [id, { initial, states }] of Object.entries(scenario.conditions)) {
    if (!Object.hasOwn(states, initial))
      found.push(unknown('state', initial, ['conditions', id, 'initial'], keysOf(states)));
  }
  for (const [id, { meta }] of Object.entries(scenario.branches)) {
    for (const actor of keysOf(meta.alternative))
      needActor(actor, ['branches', id, 'meta', 'alternative', actor], true);
  }
  const decisions = placedStates(scenario).flatMap(({ id, state }) => (isDecision(state) ? [id] : []));
  for (const [branch, states] of Object.entries(scenario.shortcuts ?? {})) {
    if (!Object.hasOwn(scenario.branches, branch))
      found.push(unknown('branch', branch, ['shortcuts', branch], keysOf(scenario.branches), true));
    states.forEach((state, index) => {
      if (!decisions.includes(state)) found.push(unknown('decision', state, ['shortcuts', branch, index], decisions));
    });
  }
  const options = Object.entries(scenario.postures?.options ?? {}).flatMap(([actor, list]) => {
    needActor(actor, ['postures', 'options', actor], true);
    return keysOf(list).map((option) => `${actor}.${option}`);
  });
  const needOption = (name: string, path: Path) => {
    if (!options.includes(name)) found.push(unknown('option', name, path, options));
  };
  for (const [index, { when }] of (scenario.postures?.combinations ?? []).entries()) {
    for (const [at, name] of when.entries()) needOption(name, ['postures', 'combinations', index, 'when', at]);
  }
  for (const [index, name] of (scenario.postures?.irreversible ?? []).entries())
    needOption(name, ['postures', 'irreversible', index]);
  for (const [index, list] of (scenario.postures?.infeasible ?? []).entries()) {
    for (const [at, name] of list.entries()) needOption(name, ['postures', 'infeasible', index, at]);
  }
  return found;
}

/** Facts and sources that are cited, and facts that start after the reading date outside `afterwards`. */
export function factProblems(scenario: Scenario): readonly Problem[] {
  const facts = keysOf(scenario.facts);
  const sources = keysOf(scenario.sources);
  const found: Problem[] = [];
  const cite = (id: string, path: Path, afterwards: boolean) => {
    const fact = Object.hasOwn(scenario.facts, id) ? scenario.facts[id] : undefined;
    if (fact === undefined) found.push(unknown('fact', id, path, facts));
    else if (!afterwards && fact.date !== undefined && fact.date > scenario.readingDate) {
      const message = `fact \`${id}\` starts on ${fact.date}, after the reading date ${scenario.readingDate}`;
      found.push(error('late-fact', path, message, 'cite it under `afterwards` only'));
    }
  };
  for (const citation of citations(scenario)) {
    if ('facts' in citation) {
      for (const [index, id] of citation.facts.entries()) cite(id, [...citation.path, index], false);
    } else {
      for (const id of factsInProse(citation.prose)) cite(id, citation.path, false);
    }
  }
  scenario.afterwards?.forEach((entry, index) => {
    for (const [at, id] of (entry.facts ?? []).entries()) cite(id, ['afterwards', index, 'facts', at], true);
    for (const id of factsInProse(entry.text)) cite(id, ['afterwards', index, 'text'], true);
  });
  for (const [id, fact] of Object.entries(scenario.facts)) {
    (fact.sources ?? []).forEach((source, index) => {
      if (!sources.includes(source)) found.push(unknown('source', source, ['facts', id, 'sources', index], sources));
    });
    const by = typeof fact.by === 'string' ? [fact.by] : (fact.by ?? []);
    for (const actor of by) {
      if (!Object.hasOwn(scenario.actors, actor))
        found.push(unknown('actor', actor, ['facts', id, 'by'], keysOf(scenario.actors)));
    }
  }
  return found;
}
