import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { drawnValues } from '../../src/analysis/drawnValues.ts';
import { heldDraws, rangeOf } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import { stepFinding } from '../../src/analysis/lineFindings.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { clippedValue, quantities } from '../../src/domain/indicators.ts';
import { scoredActors } from '../../src/domain/leverage.ts';
import type { Position } from '../../src/domain/position.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { plainChangeRange, plainDraws, plainRange, plainScores } from '../support/plainDraws.ts';
import { randomLine } from '../support/randomLines.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';

const DRAWS = 24;

interface Played {
  readonly line: Line;
  readonly positions: readonly Position[];
}

function playedLine(scenario: Scenario, machine: NegotiationMachine, draw: number): Played {
  const { line, snapshots } = randomLine(scenario, machine, draw);
  return { line, positions: snapshots.map(({ context }) => context) };
}

/** Everything a screen reads from the columns, against the plain version: bit by bit, but for the sign of a zero. */
function expectSame(scenario: Scenario, { line, positions }: Played): void {
  const plain = plainDraws(scenario, DRAWS, 7);
  const columns = lineDraws(heldDraws(scenario, DRAWS, 7))(line, positions);
  let [plainBefore, plainAfter] = [plain.opening, plain.opening];
  for (const [index, position] of positions.entries()) {
    const [move, before] = [line[index - 1], positions[index - 1] ?? position];
    if (move !== undefined) [plainBefore, plainAfter] = [plainAfter, plain.after(plainAfter, before, move)];
    const [drawnBefore, drawnAfter] = [columns[Math.max(0, index - 1)], columns[index]];
    if (drawnBefore === undefined || drawnAfter === undefined) throw new Error('a step without its draws');
    for (const address of quantities(scenario).keys()) {
      const column = drawnAfter.column(address);
      for (const [draw, values] of plainAfter.entries()) expect(column[draw] === values[address]).toBe(true);
    }
    const found = stepFinding(scenario, move, [before.values, position.values], [drawnBefore, drawnAfter]);
    for (const actor of scoredActors(scenario)) {
      expectSameRange(found.leverage[actor]?.range, plainRange(plainScores(scenario, actor, plainAfter)));
      expectSameRange(found.leverage[actor]?.change.range, plainChangeRange(scenario, actor, plainBefore, plainAfter));
    }
    for (const { address, range } of found.moved) {
      const read = (values: (typeof plainAfter)[number]) => clippedValue(scenario, values, address);
      expectSameRange(
        range,
        plainRange(plainAfter.map((values, draw) => read(values) - read(plainBefore[draw] ?? {}))),
      );
    }
  }
}

function expectSameRange(found: { low: number; high: number } | undefined, plain: { low: number; high: number }): void {
  expect([found?.low === plain.low, found?.high === plain.high], `${JSON.stringify([found, plain])}`).toEqual([
    true,
    true,
  ]);
}

describe('draws kept as columns', () => {
  test('are, bit by bit, what the plain version gives draw by draw, with all that a step shows of them', () => {
    fc.assert(
      fc.property(randomScenarioFile, fc.nat(1000), (file, draw) => {
        const scenario = toScenario(file);
        expectSame(scenario, playedLine(scenario, negotiation(scenario), draw));
      }),
      { numRuns: 60 },
    );
  });

  test.each(scenarioFolders)('also on $name', async ({ path }) => {
    const scenario = await requireScenario(path);
    const machine = negotiation(scenario);
    for (let draw = 0; draw < 5; draw += 1) expectSame(scenario, playedLine(scenario, machine, draw));
  });

  test('are shared by the steps that leave them alone, and never written to again', async () => {
    const scenario = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
    const draws = heldDraws(scenario, DRAWS);
    const line = ['table.ceasefire', 'ceasefire.reply.conditional'];
    const positions = replay(negotiation(scenario), line).snapshots.map(({ context }) => context);
    const addresses = [...quantities(scenario).keys()];
    const before = addresses.map((address) => [...draws.opening.column(address)]);
    const after = lineDraws(draws)(line, positions).at(-1);
    const shared = addresses.filter((address) => after?.column(address) === draws.opening.column(address));
    expect(shared.length).toBeGreaterThan(addresses.length / 2);
    expect(shared.length).toBeLessThan(addresses.length);
    expect(addresses.map((address) => [...draws.opening.column(address)])).toEqual(before);
  });

  test('refuse an address that was not drawn', () => {
    const drawn = drawnValues(new Map([['area', Float64Array.of(1, 2)]]));
    expect(drawn.map(({ area }, draw) => [draw, area])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(() => drawn.column('are')).toThrow(RangeError);
  });
});

test('a range does not depend on the order of its draws, nor write to them', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (figures) => {
      const given = [...figures];
      const range = rangeOf(figures);
      expectSameRange(range, plainRange(figures));
      expectSameRange(rangeOf(figures.toReversed()), range);
      expect(figures).toEqual(given);
    }),
  );
});
