import { actorName } from '../../../domain/actors.ts';
import { deciders, isChance, isDecision, movesFrom, placedStates, stateAt, TABLE } from '../../../domain/chart.ts';
import type { MoveId, StateId } from '../../../domain/identifier.ts';
import type { Scenario } from '../../../domain/scenario.ts';

/** A decision as a ballot asks it: its question, who decides it, and every move out of it. */
export interface Ballot {
  readonly state: StateId;
  readonly question: string;
  /** Names of the actors who decide. */
  readonly decides: readonly string[];
  readonly options: readonly { readonly move: MoveId; readonly label: string }[];
}

/** The branch that a move of the table begins. */
export const branchOf = (move: MoveId): string => move.slice(TABLE.length + 1);

/** Decisions of a branch that a workshop can put to a room: those of its short cut, or all of it where the scenario names none. */
function statesToPut(scenario: Scenario, branch: string): readonly StateId[] {
  const shortcut = scenario.shortcuts?.[branch];
  return shortcut ?? placedStates(scenario).flatMap(({ id, branchId }) => (branchId === branch ? [id] : []));
}

/**
 * A ballot per decision of a branch's short cut, in its order. All options are on it: which of them are open is known only once the line
 * is walked. What chance decides is put to nobody.
 */
export function ballotsOf(scenario: Scenario, branch: string): readonly Ballot[] {
  return statesToPut(scenario, branch).flatMap((state): Ballot[] => {
    const placed = stateAt(scenario, state)?.state;
    if (placed === undefined || !isDecision(placed) || isChance(placed)) return [];
    return [
      {
        state,
        question: placed.meta.ask,
        decides: deciders(placed).map((actor) => actorName(scenario, actor)),
        options: movesFrom(scenario, state).map(({ id, meta }) => ({ move: id, label: meta.label })),
      },
    ];
  });
}

/** Letters that a slip's column holds on one line, a little fewer than it does, and lines that a sheet of A4 has for slips. */
const LETTERS_ON_LINE = 44;
const LINES_ON_SHEET = 58;
/** Lines of a slip beside question and options: its head, “cannot say”, the prediction, margins. */
const LINES_BESIDE = 6;
const COLUMNS = 2;

const linesOf = (text: string): number => Math.max(1, Math.ceil(text.length / LETTERS_ON_LINE));

/** Slips of a ballot that one sheet of A4 holds: as many whole ones as have room. */
export function slipsOnSheet({ question, options }: Pick<Ballot, 'question' | 'options'>): number {
  const lines = options.reduce((sum, { label }) => sum + linesOf(label) + 0.25, linesOf(question) * 1.2 + LINES_BESIDE);
  return COLUMNS * Math.max(1, Math.floor(LINES_ON_SHEET / lines));
}

/** The sheets that so many slips of a ballot need: how many slips each holds. */
export function ballotSheets(ballot: Ballot, copies: number): readonly number[] {
  const most = slipsOnSheet(ballot);
  const sheets = Math.ceil(copies / most);
  return Array.from({ length: sheets }, (_, sheet) => Math.min(most, copies - sheet * most));
}
