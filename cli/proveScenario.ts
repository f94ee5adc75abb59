import { negotiation } from '../machines/negotiation.ts';
import { POSITION_LIMIT, type TreePosition, unfold } from '../machines/unfold.ts';
import { isDecision, isEnd, isStub, movesFrom, placedStates, TABLE } from '../src/domain/chart.ts';
import { writtenEffects, writtenMoves } from '../src/domain/check/walkFile.ts';
import type { Line } from '../src/domain/identifier.ts';
import { quantities } from '../src/domain/indicators.ts';
import { error, type Path, type Problem, warning } from '../src/domain/problem.ts';
import type { Scenario } from '../src/domain/scenario.ts';

/** How large a scenario is. */
export interface Counts {
  /** States in which an actor, several jointly, or chance moves. */
  readonly decisions: number;
  /** Moves out of them; the table's are not counted. */
  readonly moves: number;
  readonly outcomes: number;
  readonly facts: number;
  /** Numbers that somebody judged or sourced: start values, effects, likelihoods and tendencies. */
  readonly estimates: number;
  /** Positions of the what-if tree at the opening conditions, the opening included. */
  readonly positions: number;
}

export interface Proof {
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** Where a tree branches more widely than this on the whole, unfolding stops earlier, so as to end in time. */
const MOVES_PER_POSITION = 100;

const statePath = (state: string): Path => {
  const [branch = '', key = ''] = state.split('.');
  return branch === TABLE ? [TABLE] : ['branches', branch, 'states', key];
};

const lineText = (line: Line): string => (line.length === 0 ? 'the start' : line.join(' → '));

/** What is wrong at a position of the tree, by what it is wrong with: a place where nothing is open, a value past all numbers. */
function positionProblem(position: TreePosition): readonly [string, Problem] | undefined {
  const { state, snapshot, end, moves } = position;
  if (!end && moves.length === 0) {
    const message = `no move is open here after ${lineText(position.line)}`;
    return [state, error('stuck', statePath(state), message, 'name a move in `whenNoneOpen`')];
  }
  const { values } = snapshot.context;
  if (Object.values(values).every(Number.isFinite)) return undefined;
  const boundless = Object.keys(values).find((address) => !Number.isFinite(values[address])) ?? '';
  const message = `${boundless} is no usable number here any more, after ${lineText(position.line)}`;
  return [boundless, error('not-finite', statePath(state), message, 'make the effects on it smaller')];
}

/** Walks every position at the opening conditions, up to a limit. */
function unfoldingProof(
  scenario: Scenario,
  limit: number,
): { readonly positions: number; readonly problems: readonly Problem[] } {
  const found = new Map<string, Problem>();
  const reached = new Set<string>();
  let positions = 0;
  let asked = 0;
  for (const position of unfold(scenario, negotiation(scenario))) {
    if (positions === limit || asked > limit * MOVES_PER_POSITION) {
      const message = `unfolding stopped at ${positions.toLocaleString('en')} positions; the tree is larger`;
      const cut = warning('too-many-positions', [], message, 'lower a `limit`, or add guards');
      return { positions, problems: [...found.values(), cut] };
    }
    positions += 1;
    asked += movesFrom(scenario, position.state).length;
    reached.add(position.state);
    const [key = '', problem] = positionProblem(position) ?? [];
    if (problem !== undefined && !found.has(key)) found.set(key, problem);
  }
  const missed = placedStates(scenario).filter(({ id, state }) => !isStub(state) && !reached.has(id));
  const unreached = missed.map(({ id, key }) => {
    const message = `no line at the opening conditions reaches \`${key}\``;
    return warning('not-reached', statePath(id), message, 'a shock may still open it; check its guards');
  });
  return { positions, problems: [...found.values(), ...unreached] };
}

function counts(scenario: Scenario, positions: number): Counts {
  const states = placedStates(scenario).map(({ state }) => state);
  const moves = writtenMoves(scenario).filter(({ branchId }) => branchId !== undefined);
  const effects = writtenEffects(scenario).flatMap((written) => Object.keys(written.effects));
  const odds = moves.flatMap(({ meta }) => [meta.tendency, meta.likelihood].filter((value) => value !== undefined));
  return {
    decisions: states.filter(isDecision).length,
    moves: moves.length,
    outcomes: states.filter(isEnd).length,
    facts: Object.keys(scenario.facts).length,
    estimates: quantities(scenario).size + effects.length + odds.length,
    positions,
  };
}

/** What unfolding proves of a scenario that reads well: no position is stuck or past all numbers, and how large the tree is. */
export function proveScenario(scenario: Scenario, limit = POSITION_LIMIT): Proof {
  const { positions, problems } = unfoldingProof(scenario, limit);
  return { counts: counts(scenario, positions), problems };
}
