import type { NegotiationMachine } from '../../../machines/negotiation.ts';
import { openingSnapshot, play, standing } from '../../../machines/stepping.ts';
import { movesFrom, TABLE } from '../../domain/chart.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Parley } from './parley.ts';

/**
 * A short line to each place, by open moves only, so that a link leads exactly there. Breadth first, and each place is looked at
 * once, as it stands when first reached: a place that opens on longer ways only has no line here. `pause` is awaited between
 * places, so that a page stays responsive.
 */
export async function shortestLines(
  scenario: Scenario,
  machine: NegotiationMachine,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<StateId, Line>> {
  const lines = new Map<StateId, Line>([[TABLE, []]]);
  const waiting = [{ line: [] as Line, snapshot: openingSnapshot(machine) }];
  for (const { line, snapshot } of waiting) {
    for (const move of movesFrom(scenario, standing(snapshot))) {
      if (move.targets.every(({ state }) => lines.has(state))) continue;
      const next = play(machine, snapshot, move.id);
      if (next === undefined || lines.has(standing(next))) continue;
      const place = { line: [...line, move.id], snapshot: next };
      lines.set(standing(next), place.line);
      waiting.push(place);
    }
    await pause();
  }
  return lines;
}

const found = new WeakMap<NegotiationMachine, Promise<ReadonlyMap<StateId, Line>>>();

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The same, found once for a page, in pieces between its other tasks. */
export function linesToPlaces({
  scenario,
  machine,
}: Pick<Parley, 'scenario' | 'machine'>): Promise<ReadonlyMap<StateId, Line>> {
  const known = found.get(machine) ?? shortestLines(scenario, machine, nextTask);
  found.set(machine, known);
  return known;
}
