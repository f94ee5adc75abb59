import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { openMoves, play, replay, standing } from '../../machines/stepping.ts';
import { figureAt } from '../../src/analysis/figures.ts';
import { firmness, partsOf, type WeighedOption, widestPart } from '../../src/analysis/firmness.ts';
import { heldDraws } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import { movesFrom } from '../../src/domain/chart.ts';
import { leverage } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { drawnAt } from '../support/drawnLine.ts';

let kursk: Scenario;
beforeAll(async () => {
  kursk = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
});

function decision(line: readonly string[]) {
  const machine = negotiation(kursk);
  const { snapshots } = replay(machine, line);
  const snapshot = snapshots.at(-1);
  if (snapshot === undefined) throw new Error('a line leads somewhere');
  const draws = heldDraws(kursk, 60);
  const positions = snapshots.map(({ context }) => context);
  const drawn = drawnAt(lineDraws(draws)(line, positions));
  const open = new Set(openMoves(kursk, snapshot));
  const options = movesFrom(kursk, standing(snapshot)).flatMap(({ id }): WeighedOption[] => {
    const after = open.has(id) ? play(machine, snapshot, id) : undefined;
    return after === undefined ? [] : [{ move: id, after: after.context.values }];
  });
  return { draws, position: snapshot.context, drawn, options };
}

describe('how firm a decision’s judgements are', () => {
  test('the separation is between the options’ central changes, and the widest range is one of theirs', () => {
    const { draws, position, drawn, options } = decision(['table.ceasefire']);
    expect(options.length).toBeGreaterThan(2);
    const [found] = firmness(draws, position, drawn, options, [figureAt(kursk, 'leverage/RUS')]);
    const scores = options.map(({ after }) => leverage(kursk, 'RUS', after).score);
    expect(found?.separation).toBeCloseTo(Math.max(...scores) - Math.min(...scores), 9);
    const widest = options.find(({ move }) => move === found?.widest.move);
    expect(
      leverage(kursk, 'RUS', widest?.after ?? {}).score - leverage(kursk, 'RUS', position.values).score,
    ).toBeCloseTo(found?.widest.central ?? Number.NaN, 9);
    for (const option of options) {
      const alone = firmness(draws, position, drawn, [option, option], [figureAt(kursk, 'leverage/RUS')]);
      const width = (range?: { low: number; high: number }) => (range === undefined ? 0 : range.high - range.low);
      expect(width(alone[0]?.widest.range)).toBeLessThanOrEqual(width(found?.widest.range) + 1e-9);
    }
  });

  test('figures come with the widest against the separation first', () => {
    const { draws, position, drawn, options } = decision(['table.ceasefire']);
    const asked = ['leverage/UKR', 'leverage/RUS', 'payoff/UKR', 'payoff/RUS'].map((id) => figureAt(kursk, id));
    const found = firmness(draws, position, drawn, options, asked);
    const slack = found.map(({ separation, widest: { range } }) => range.high - range.low - separation);
    expect(slack).toEqual([...slack].sort((a, b) => b - a));
    expect(found).toHaveLength(4);
  });

  test('one option separates nothing', () => {
    const { draws, position, drawn, options } = decision(['table.ceasefire']);
    expect(firmness(draws, position, drawn, options.slice(0, 1), [figureAt(kursk, 'leverage/RUS')])).toEqual([]);
  });

  test('the widest part is a driver of the score that the option itself moves', () => {
    const { draws, position, drawn, options } = decision(['table.ceasefire']);
    const [option] = options.filter(({ move }) => move.endsWith('.conditional'));
    if (option === undefined) throw new Error('the option is gone');
    const figure = figureAt(kursk, 'leverage/RUS');
    const found = widestPart(kursk, draws, position, drawn, option, figure);
    expect(partsOf(kursk, figure)).toContain(found?.part);
    expect(found?.part.subject.kind).toBe('driver');
    expect((found?.range.high ?? 0) - (found?.range.low ?? 0)).toBeGreaterThan(0);
  });
});
