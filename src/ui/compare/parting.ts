import { deciders, isChance, isDecision, labelOf, moveAt, stateAt, TABLE } from '../../domain/chart.ts';
import { isShock, type Line, type MoveId, type StateId } from '../../domain/identifier.ts';
import { beginsWith, commonLine } from '../../domain/line.ts';
import type { Actor, Scenario } from '../../domain/scenario.ts';
import { placeLabel } from '../text/sentences.ts';

/** Who makes a choice: actors, chance, or the reader, who chooses the branch. */
export type Chooser =
  | { readonly kind: 'actors'; readonly actors: readonly string[] }
  | { readonly kind: 'chance' }
  | { readonly kind: 'reader' };

/** Who chooses at a place. */
function chooserAt(scenario: Scenario, place: StateId): Chooser {
  const state = place === TABLE ? undefined : stateAt(scenario, place)?.state;
  if (state === undefined || !isDecision(state)) return { kind: 'reader' };
  return isChance(state) ? { kind: 'chance' } : { kind: 'actors', actors: deciders(state) };
}

/** A step of a line as Compare lists it. */
export interface PartedStep {
  /** Its place in the line, from 1. */
  readonly number: number;
  readonly move: MoveId;
  readonly label: string;
  readonly shock: boolean;
  /** Whoever made the move: one or several actors; nobody for chance, a shock, or the reader's choice of branch. */
  readonly movers: readonly Actor[];
  /** Other lines, by their place among those compared, that are still the same here. */
  readonly alsoIn: readonly number[];
}

/** Where lines part, and what each does then. */
export interface Parting {
  /** The beginning that all lines share. */
  readonly shared: Line;
  /** Labels of the shared moves. */
  readonly sharedLabels: readonly string[];
  /** The place where they part; undefined where no line goes on in a way of its own. */
  readonly at: { readonly chooser: Chooser; readonly ask: string } | undefined;
  /** Lines that stop at the parting, by their place among those compared. */
  readonly stopping: readonly number[];
  /** Each line's steps after the shared beginning. */
  readonly own: readonly (readonly PartedStep[])[];
}

function moversOf(scenario: Scenario, move: MoveId): readonly Actor[] {
  const from = moveAt(scenario, move)?.from;
  const chooser = from === undefined ? undefined : chooserAt(scenario, from);
  return chooser?.kind === 'actors' ? chooser.actors.flatMap((actor) => scenario.actors[actor] ?? []) : [];
}

/** Lines set side by side. `stateAfter` says where a line leads. */
export function partingOf(scenario: Scenario, lines: readonly Line[], stateAfter: (line: Line) => StateId): Parting {
  const [first = [], ...others] = lines;
  const shared = others.reduce(commonLine, first);
  const own = lines.map((line, at) =>
    line.slice(shared.length).map((move, index): PartedStep => {
      const number = shared.length + index + 1;
      const here = line.slice(0, number);
      return {
        number,
        move,
        label: labelOf(scenario, move),
        shock: isShock(move),
        movers: moversOf(scenario, move),
        alsoIn: lines.flatMap((other, place) => (place !== at && beginsWith(other, here) ? [place] : [])),
      };
    }),
  );
  const stopping = own.flatMap((steps, place) => (steps.length === 0 ? [place] : []));
  const state = stateAfter(shared);
  return {
    shared,
    sharedLabels: shared.map((move) => labelOf(scenario, move)),
    at:
      stopping.length === lines.length
        ? undefined
        : { chooser: chooserAt(scenario, state), ask: placeLabel(scenario, state) },
    stopping,
    own,
  };
}
