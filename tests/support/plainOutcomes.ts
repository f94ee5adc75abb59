import type { NegotiationMachine } from '../../machines/negotiation.ts';
import { atEnd, openMoves, play, replay, standing } from '../../machines/stepping.ts';
import type { Outcomes } from '../../src/analysis/outcomes.ts';
import { principals } from '../../src/domain/actors.ts';
import { isEnd, placedStates } from '../../src/domain/chart.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff } from '../../src/domain/stakes.ts';

interface PlainOutcome {
  readonly end: string;
  readonly line: Line;
  readonly payoffs: readonly [number, number];
}

/** Every line from a beginning to an end, written out, in the order of the file. Undefined where there are more than `most`. */
export function plainLines(
  scenario: Scenario,
  machine: NegotiationMachine,
  start: Line,
  most: number,
): readonly PlainOutcome[] | undefined {
  const [first, second] = principals(scenario);
  const found: PlainOutcome[] = [];
  let positions = 0;
  const below = (snapshot: ReturnType<typeof replay>['snapshots'][0], line: Line): void => {
    positions += 1;
    if (positions > most) return;
    const { values } = snapshot.context;
    const points = (actor: string) => Math.round(1e6 * payoff(scenario, actor, values).payoff) / 1e6;
    if (atEnd(snapshot)) found.push({ end: standing(snapshot), line, payoffs: [points(first), points(second)] });
    for (const move of openMoves(scenario, snapshot)) {
      const next = play(machine, snapshot, move);
      if (next !== undefined) below(next, [...line, move]);
    }
  };
  const { snapshots } = replay(machine, start);
  below(snapshots.at(-1) ?? snapshots[0], start);
  return positions > most ? undefined : found;
}

/** The first of the greatest by some score, earlier scores counting more. */
function greatest(
  outcomes: readonly PlainOutcome[],
  score: (outcome: PlainOutcome) => readonly number[],
): PlainOutcome {
  const [first, ...rest] = outcomes;
  if (first === undefined) throw new RangeError('nothing to choose from');
  return rest.reduce((kept, next) => {
    const [a, b] = [score(next), score(kept)];
    const differs = a.findIndex((value, index) => value !== b[index]);
    return differs !== -1 && (a[differs] ?? 0) > (b[differs] ?? 0) ? next : kept;
  }, first);
}

/** What a tally should find, from all lines at once and point against point. */
export function plainOutcomes(scenario: Scenario, lines: readonly PlainOutcome[], begun: number): Outcomes {
  const told = ({ end, line, payoffs }: PlainOutcome) => ({ end, line, payoffs, begun });
  const ends = placedStates(scenario).flatMap(({ id, state }) => {
    const here = lines.filter(({ end }) => end === id);
    if (!isEnd(state) || here.length === 0) return [];
    const cell = (points: number) => Math.min(99, Math.floor(points));
    return [
      {
        end: id,
        shortest: told(greatest(here, ({ line }) => [-line.length])),
        best: [
          told(greatest(here, ({ payoffs, line }) => [payoffs[0], -line.length])),
          told(greatest(here, ({ payoffs, line }) => [payoffs[1], -line.length])),
        ] as const,
        cells: [...new Set(here.map(({ payoffs: [a, b] }) => 100 * cell(a) + cell(b)))].sort((a, b) => a - b),
      },
    ];
  });
  const standing = lines.filter(
    ({ payoffs: [a, b] }) => !lines.some(({ payoffs: [c, d] }) => c >= a && d >= b && (c > a || d > b)),
  );
  const same = (a: PlainOutcome, b: PlainOutcome) =>
    a.end === b.end && a.payoffs[0] === b.payoffs[0] && a.payoffs[1] === b.payoffs[1];
  const distinct = standing.filter((outcome, at) => standing.findIndex((other) => same(other, outcome)) === at);
  const frontier = distinct
    .map((outcome) =>
      greatest(
        standing.filter((other) => same(other, outcome)),
        ({ line }) => [-line.length],
      ),
    )
    .sort((a, b) => a.payoffs[0] - b.payoffs[0]);
  return { ends, frontier: frontier.map(told) };
}
