import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type DrawnPlace, differenceIn, figureAt, figureIn, figures } from '../../src/analysis/figures.ts';
import { heldDraws } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff, stakeholders } from '../../src/domain/stakes.ts';
import { eachDraw } from '../support/drawnLine.ts';

const ACCEPTED = ['table.ceasefire', 'ceasefire.reply.accept'];
const STALLED = ['table.ceasefire', 'ceasefire.reply.stall'];
let scenario: Scenario;
let placeOf: (line: Line) => DrawnPlace;

beforeAll(async () => {
  scenario = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
  const machine = negotiation(scenario);
  const along = lineDraws(heldDraws(scenario));
  placeOf = (line) => {
    const played = replay(machine, line);
    expect(played.dropped).toEqual([]);
    const positions = played.snapshots.map(({ context }) => context);
    const [position, drawn] = [positions.at(-1), along(line, positions).at(-1)];
    if (position === undefined || drawn === undefined) throw new Error('a line ends somewhere');
    return { values: position.values, drawn };
  };
});

describe('figures of a place', () => {
  test('drivers sum to leverage and stakes to the payoff, which are those of the domain', () => {
    const { values } = placeOf(ACCEPTED);
    const sumOf = (kind: 'driver' | 'stake', actor: string): number =>
      figures(scenario)
        .filter(({ subject }) => subject.kind === kind && subject.actor === actor)
        .reduce((sum, figure) => sum + figure.read(values), 0);
    for (const actor of scoredActors(scenario)) {
      const score = figureAt(scenario, `leverage/${actor}`).read(values);
      expect(score).toBe(leverage(scenario, actor, values).score);
      expect(sumOf('driver', actor)).toBeCloseTo(score, 9);
    }
    for (const actor of stakeholders(scenario)) {
      const worth = figureAt(scenario, `payoff/${actor}`).read(values);
      expect(worth).toBe(payoff(scenario, actor, values).payoff);
      expect(sumOf('stake', actor)).toBeCloseTo(worth, 9);
    }
  });

  test('have ids of their own, and keep within their span', () => {
    const all = figures(scenario);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const places = [ACCEPTED, STALLED].map(placeOf);
    for (const { read, span, id } of all) {
      const read_ = places.flatMap(({ values, drawn }) => [values, ...eachDraw(drawn)].map(read));
      expect(Math.max(...read_) - Math.min(...read_), id).toBeLessThanOrEqual(span + 1e-9);
    }
  });

  test('an id that nobody has is our own mistake', () =>
    expect(() => figureAt(scenario, 'leverage/NOBODY')).toThrow('no figure is called leverage/NOBODY'));
});

describe('differences on shared draws', () => {
  test('a place does not differ from itself', () => {
    const place = placeOf(ACCEPTED);
    for (const figure of figures(scenario)) {
      expect(differenceIn(figure, place, place)).toMatchObject({
        central: 0,
        range: { low: 0, high: 0 },
        higher: 0,
        lower: 0,
      });
    }
  });

  test('turn round when the places change places', () => {
    const [one, other] = [placeOf(ACCEPTED), placeOf(STALLED)];
    for (const figure of figures(scenario)) {
      const there = differenceIn(figure, one, other);
      const back = differenceIn(figure, other, one);
      expect(back.central).toBeCloseTo(-there.central, 9);
      expect(back.range.low).toBeCloseTo(-there.range.high, 9);
      expect([back.higher, back.lower]).toEqual([there.lower, there.higher]);
    }
  });

  test('are narrower than the places’ own ranges apart, since the shared beginning cancels', () => {
    const figure = figureAt(scenario, 'leverage/RUS');
    const [one, other] = [placeOf(ACCEPTED), placeOf(STALLED)];
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const apart = width(figureIn(figure, one).range) + width(figureIn(figure, other).range);
    expect(width(differenceIn(figure, one, other).range)).toBeLessThan(apart / 2);
  });

  test('are refused where the places were drawn differently', () => {
    const [one, other] = [placeOf(ACCEPTED), placeOf(STALLED)];
    const fewer = { ...other, drawn: heldDraws(scenario, 100).opening };
    expect(() => differenceIn(figureAt(scenario, 'payoff/UKR'), one, fewer)).toThrow('two places share their draws');
  });
});
