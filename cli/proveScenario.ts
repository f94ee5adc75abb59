import { negotiation } from '../machines/negotiation.ts';
import { refinementProblems } from '../machines/refinement.ts';
import { POSITION_LIMIT, unfold } from '../machines/unfold.ts';
import { isDecision, isEnd, placedStates } from '../src/domain/chart.ts';
import { writtenEffects, writtenMoves } from '../src/domain/check/walkFile.ts';
import { quantities } from '../src/domain/indicators.ts';
import { error, type Problem, warning } from '../src/domain/problem.ts';
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

const pathOf = (state: string): readonly string[] => {
  const [branch = '', key = ''] = state.split('.');
  return ['branches', branch, 'states', key];
};

/** Walks every position at the opening conditions; a position that is no end must have an open move. */
function unfoldingProof(
  scenario: Scenario,
  limit: number,
): { readonly positions: number; readonly problems: readonly Problem[] } {
  const machine = negotiation(scenario);
  const stuck = new Map<string, Problem>();
  const reached = new Set<string>();
  let positions = 0;
  for (const { state, end, moves, line } of unfold(scenario, machine)) {
    if (positions === limit) {
      const message = `unfolding stopped at ${limit.toLocaleString('en')} positions; the tree is larger`;
      return {
        positions,
        problems: [...stuck.values(), warning('too-many-positions', [], message, 'lower a `limit`, or add guards')],
      };
    }
    positions += 1;
    reached.add(state);
    if (!end && moves.length === 0 && !stuck.has(state)) {
      stuck.set(
        state,
        error(
          'stuck',
          pathOf(state),
          `no move is open here after ${line.join(' → ')}`,
          'name a move in `whenNoneOpen`',
        ),
      );
    }
  }
  const missed = placedStates(scenario).filter(
    ({ id, state }) => (isDecision(state) || isEnd(state)) && !reached.has(id),
  );
  const problems = missed.map(({ id, key }) =>
    warning(
      'not-reached',
      pathOf(id),
      `no line at the opening conditions reaches \`${key}\``,
      'a shock may still open it; check its guards',
    ),
  );
  return { positions, problems: [...stuck.values(), ...problems] };
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

/** What the machines prove of a scenario that reads well: each branch refines its instrument, and no position is stuck. */
export function proveScenario(scenario: Scenario, limit = POSITION_LIMIT): Proof {
  const refinement = refinementProblems(scenario);
  const { positions, problems } = unfoldingProof(scenario, limit);
  return { counts: counts(scenario, positions), problems: [...refinement, ...problems] };
}
