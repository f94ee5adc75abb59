import type { Line } from '../domain/identifier.ts';
import { sameLine } from '../domain/line.ts';
import type { Room, Round, TakenDecision } from './room.ts';
import { placeOf, type RoomRules } from './rules.ts';
import { tallyOf } from './tally.ts';

/** A line that a room can hold beside another one, and what it is to the room. */
export type ComparableLine = { readonly line: Line; readonly round: number } & (
  | { readonly kind: 'round' }
  | { readonly kind: 'fork'; readonly fork: number }
  /** The turn that came second in the room's closest vote, one step long: what the room nearly did. */
  | { readonly kind: 'second'; readonly decision: TakenDecision }
  /** Where the round began. */
  | { readonly kind: 'start' }
);

/** The option with most hands that was not played, in the vote that counted. */
function runnerUp({ votes, move }: TakenDecision): { readonly move: string; readonly behind: number } | undefined {
  const vote = votes.findLast(({ hands }) => hands !== undefined && hands !== 'waived');
  const rows = vote === undefined ? [] : (tallyOf(vote)?.rows ?? []);
  const played = rows.find((row) => row.move === move)?.hands ?? 0;
  const [best] = rows.filter((row) => row.move !== move && row.hands > 0).sort((a, b) => b.hands - a.hands);
  return best === undefined ? undefined : { move: best.move, behind: Math.abs(played - best.hands) };
}

function closest({ decisions, forks }: Round): TakenDecision | undefined {
  const counted = [...decisions, ...forks.flatMap((fork) => fork.decisions)].flatMap((decision) => {
    const second = runnerUp(decision);
    return second === undefined ? [] : [{ decision, behind: second.behind }];
  });
  return counted.sort((a, b) => a.behind - b.behind)[0]?.decision;
}

/**
 * The lines that a room can compare: its rounds, the turns that it left, for each round what came second in its closest vote, and where
 * it began. A line stands once.
 */
export function comparableLines(rules: RoomRules, room: Room): readonly ComparableLine[] {
  const all = [
    ...room.rounds.map(({ number, line }): ComparableLine => ({ kind: 'round', round: number, line })),
    ...room.rounds.flatMap(({ number, forks }) =>
      forks.map(({ line }, fork): ComparableLine => ({ kind: 'fork', round: number, fork: fork + 1, line })),
    ),
    ...room.rounds.flatMap((round): readonly ComparableLine[] => {
      const decision = closest(round);
      const second = decision === undefined ? undefined : runnerUp(decision);
      if (decision === undefined || second === undefined) return [];
      const line = [...decision.line, second.move];
      return placeOf(rules, line) === undefined ? [] : [{ kind: 'second', round: round.number, decision, line }];
    }),
    ...room.rounds.map(({ number, line, start }): ComparableLine => {
      return { kind: 'start', round: number, line: line.slice(0, start) };
    }),
  ];
  return all.filter(({ line }, index) => all.findIndex((other) => sameLine(other.line, line)) === index);
}
