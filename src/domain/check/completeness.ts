import { error, inferred, nearMiss, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { FileEffect } from '../schema/parts.ts';
import { blockOf } from './lookup.ts';
import { writtenEffects, writtenMoves, writtenTerms } from './walkFile.ts';

/** Two principals, each with stakes and leverage drivers. */
function principalProblems(scenario: Scenario): readonly Problem[] {
  const principals = Object.entries(scenario.actors).flatMap(([id, { principal }]) => (principal === true ? [id] : []));
  const found: Problem[] = [];
  const marks: Path = ['actors', '*', 'principal'];
  if (principals.length !== 2) {
    const count = principals.length === 1 ? 'is 1 principal' : `are ${principals.length} principals`;
    const message = `there ${count}; there must be two, the actors who must agree`;
    found.push(inferred(error('principals', ['actors'], message, 'mark two actors with `principal: true`'), marks));
  }
  // Of more than two, some are marked by mistake, and nobody knows which.
  for (const actor of principals.length > 2 ? [] : principals) {
    const path: Path = ['actors', actor];
    if (Object.keys(blockOf(scenario, scenario.stakes, actor)?.items ?? {}).length === 0) {
      const message = `the principal ${actor} has no stakes`;
      const problem = error('principal-without-stakes', path, message, `add a block \`stakes.${actor}\``);
      found.push(inferred(problem, marks, ['stakes', actor]));
    }
    if (Object.keys(blockOf(scenario, scenario.drivers.initial, actor) ?? {}).length === 0) {
      const message = `the principal ${actor} has no leverage drivers`;
      const problem = error('principal-without-drivers', path, message, `add a block \`drivers.${actor}\``);
      found.push(inferred(problem, marks, ['drivers', actor]));
    }
  }
  return found;
}

const MOVES: readonly Path[] = [
  ['table', 'on', '*'],
  ['branches', '*', 'states', '*', 'on', '*'],
  ['branches', '*', 'states', '*', 'on', '*', '*'],
];

const EFFECTS: readonly Path[] = [
  ...MOVES.map((move) => [...move, 'meta', 'effects', '*']),
  ['conditions', '*', 'states', '*', 'effects', '*'],
  ['branches', '*', 'meta', 'noDeal', 'effects', '*'],
  ['branches', '*', 'meta', 'alternative', '*', 'effects', '*'],
  ['postures', 'options', '*', '*', 'effects', '*'],
  ['postures', 'combinations', '*', 'effects', '*'],
];

/** Every place at which something may read an indicator. */
const READERS: readonly Path[] = [
  ['stakes', '*', '*'],
  ...MOVES.flatMap((move): readonly Path[] => [
    [...move, 'guard', '**'],
    [...move, 'meta', 'leans', '*'],
  ]),
  ...EFFECTS.flatMap((effect): readonly Path[] => [
    [...effect, 'when', '**'],
    [...effect, 'scaled', 'by'],
  ]),
];

/** Indicators that no stake, guard, scaled effect or odds reads: what they say changes nothing. */
function unreadIndicators(scenario: Scenario): readonly Problem[] {
  const read = new Set([
    ...Object.values(scenario.stakes).flatMap(({ items }) => Object.keys(items)),
    ...writtenTerms(scenario).flatMap(({ term }) => ('indicator' in term ? [term.indicator] : [])),
    ...writtenMoves(scenario).flatMap(({ meta }) => Object.keys(meta.leans ?? {})),
    ...writtenEffects(scenario)
      .flatMap(({ effects }) => Object.values(effects))
      .flatMap((effect) => (typeof effect === 'object' && 'scaled' in effect ? [effect.scaled?.by] : [])),
  ]);
  const ids = Object.keys(scenario.indicators);
  // A misspelt name is a problem of its own; the indicator that was meant is read.
  for (const name of read) if (name !== undefined && !name.includes('.')) read.add(nearMiss(name, ids));
  return ids.flatMap((id) => {
    if (read.has(id)) return [];
    const help = 'put it in a stake, a guard, `scaled` or `leans`, or remove it';
    return [
      inferred(
        error('unread-indicator', ['indicators', id], `nothing reads the indicator \`${id}\``, help),
        ...READERS,
      ),
    ];
  });
}

const isAdd = (effect: FileEffect): boolean =>
  typeof effect !== 'object' || 'mode' in effect || effect.add !== undefined;

/**
 * A condition needs states to switch between. What is added in a state is counted from the one in which it begins: an `add` there would
 * be taken away on leaving, though it never came.
 */
function conditionProblems(scenario: Scenario): readonly Problem[] {
  return Object.entries(scenario.conditions).flatMap(([id, { initial, states }]) => {
    const path: Path = ['conditions', id, 'states'];
    const found: Problem[] = [];
    if (Object.keys(states).length < 2) {
      const message = `the condition \`${id}\` has nothing to switch to`;
      const help = 'give it two states or more, or remove it';
      found.push(inferred(error('single-state', path, message, help), [...path, '*']));
    }
    const effects = Object.hasOwn(states, initial) ? states[initial]?.effects : undefined;
    for (const [address, effect] of Object.entries(effects ?? {})) {
      if (!isAdd(effect)) continue;
      const message = `\`${initial}\` is the initial state, from which the other states are counted, so it adds nothing itself`;
      const help = 'put it into the start value, or use `set`, which holds when the condition comes back to this state';
      const at: Path = [...path, initial, 'effects', address];
      found.push({ ...inferred(error('initial-adds', at, message, help), ['conditions', id, 'initial']), atKey: true });
    }
    return found;
  });
}

function emptyTable(scenario: Scenario): readonly Problem[] {
  if (Object.keys(scenario.table.on).length > 0) return [];
  const problem = error('dead-end', ['table', 'on'], 'the table offers no branch', 'add a move that leads to a branch');
  return [inferred(problem, ['table', 'on', '*'])];
}

/** What a scenario must have to be played: two principals with stakes, something to read each indicator, a choice at the table. */
export const completenessProblems = (scenario: Scenario): readonly Problem[] => [
  ...principalProblems(scenario),
  ...unreadIndicators(scenario),
  ...conditionProblems(scenario),
  ...emptyTable(scenario),
];
