import { type NegotiationMachine, type NegotiationSnapshot, negotiation } from '../../../machines/negotiation.ts';
import { replay, standing } from '../../../machines/stepping.ts';
import { type TreePosition, unfold } from '../../../machines/unfold.ts';
import { heldDraws } from '../../analysis/heldDraws.ts';
import { lineDraws } from '../../analysis/lineDraws.ts';
import { drawnWalkAway, type LineValues, lineValues } from '../../analysis/lineValues.ts';
import { type Outcomes, outcomeTally } from '../../analysis/outcomes.ts';
import { TABLE } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';

/** How far an unfolding has come. */
export interface Progress {
  /** The part of the tree that is read, 0 to 1: each position shares its part evenly among its moves. It says nothing of likelihood. */
  readonly share: number;
  /** What was found so far, now and then. */
  readonly outcomes: Outcomes | undefined;
}

/** Where time and turns come from. */
export interface Surroundings {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Lets other events be heard. */
  readonly pause: () => Promise<void>;
}

/** Reads outcomes beside the page. */
export interface OutcomeService {
  readonly open: (scenario: Scenario) => void;
  /** All outcomes of the lines that begin with `start`; undefined where it was stopped, or where the chart does not allow `start`. */
  readonly explore: (start: Line, report: (progress: Progress) => unknown) => Promise<Outcomes | undefined>;
  /** Ends what is being explored. */
  readonly stop: () => void;
  /** What lines are worth, with their ranges; undefined for a line that the chart does not allow. */
  readonly valuesOf: (lines: readonly Line[]) => Promise<readonly (LineValues | undefined)[]>;
  /** What walking away is worth to the principals in every draw, where a line leads; undefined at the table. */
  readonly walkAwaysAt: (lines: readonly Line[]) => Promise<readonly (LineValues['drawn'] | undefined)[]>;
}

/** Milliseconds of reading before somebody may be heard, and before what was found is told first; then after twice as long each time. */
const SLICE = 40;
const TOLD_FIRST = 200;

interface Opened {
  readonly scenario: Scenario;
  readonly machine: NegotiationMachine;
  readonly drawsAlong: ReturnType<typeof lineDraws>;
}

/** Reads in slices, so that it can be stopped between any two of them. */
export function outcomeService({ now, pause }: Surroundings): OutcomeService {
  let opened: Opened | undefined;
  let exploration = 0;
  const current = (): Opened => {
    if (opened === undefined) throw new Error('no scenario was opened');
    return opened;
  };

  const drawnPlace = ({ machine, drawsAlong }: Opened, line: Line) => {
    const { snapshots, dropped } = replay(machine, line);
    const positions = snapshots.map(({ context }) => context);
    const [last, drawn] = [snapshots.at(-1), drawsAlong(line.slice(0, positions.length - 1), positions).at(-1)];
    return dropped.length > 0 || last === undefined || drawn === undefined ? undefined : { snapshot: last, drawn };
  };

  /** One after the other, with a turn for others between. */
  const each = async <Found>(lines: readonly Line[], read: (line: Line) => Found): Promise<readonly Found[]> => {
    const found: Found[] = [];
    for (const line of lines) {
      found.push(read(line));
      await pause();
    }
    return found;
  };

  return {
    open: (scenario) => {
      exploration += 1;
      opened = { scenario, machine: negotiation(scenario), drawsAlong: lineDraws(heldDraws(scenario)) };
    },
    explore: async (start, report) => {
      exploration += 1;
      const own = exploration;
      const { scenario, machine } = current();
      const { snapshots, dropped } = replay(machine, start);
      const from = snapshots.at(-1);
      if (dropped.length > 0 || from === undefined) return undefined;
      const tally = outcomeTally(scenario, start);
      const share = shareRead();
      let [sliceEnds, wait] = [now() + SLICE, TOLD_FIRST];
      let tellAt = now() + wait;
      for (const position of unfold(scenario, machine, { from })) {
        tally.add(position);
        share.add(position);
        if (now() < sliceEnds) continue;
        const tell = now() >= tellAt;
        report({ share: share.read(), outcomes: tell ? tally.read() : undefined });
        if (tell) {
          wait *= 2;
          tellAt = now() + wait;
        }
        await pause();
        if (own !== exploration) return undefined;
        sliceEnds = now() + SLICE;
      }
      return tally.read();
    },
    stop: () => {
      exploration += 1;
    },
    valuesOf: (lines) => {
      const { scenario } = current();
      return each(lines, (line) => {
        const place = drawnPlace(current(), line);
        if (place === undefined) return undefined;
        return lineValues(scenario, { values: place.snapshot.context.values, drawn: place.drawn });
      });
    },
    walkAwaysAt: (lines) => {
      const { scenario } = current();
      return each(lines, (line) => {
        const place = drawnPlace(current(), line);
        const branch = place === undefined ? undefined : branchOf(place.snapshot);
        if (place === undefined || branch === undefined) return undefined;
        return drawnWalkAway(scenario, branch, place.snapshot.context, place.drawn);
      });
    },
  };
}

/** The branch that a position stands in; undefined at the table. */
function branchOf(snapshot: NegotiationSnapshot): string | undefined {
  const state = standing(snapshot);
  return state === TABLE ? undefined : state.split('.')[0];
}

/** How much of a tree was read, depth first: each position shares its part evenly among its moves. */
function shareRead() {
  const parts: number[] = [1];
  let read = 0;
  return {
    add: ({ depth, moves }: Pick<TreePosition, 'depth' | 'moves'>) => {
      const part = parts[depth] ?? 0;
      if (moves.length === 0) read += part;
      else parts[depth + 1] = part / moves.length;
    },
    read: () => Math.min(1, read),
  };
}
