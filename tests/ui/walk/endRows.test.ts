import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { type FigureSinceStart, figuresSinceStart } from '../../../src/analysis/endFindings.ts';
import { figureAt } from '../../../src/analysis/figures.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { explain } from '../../../src/ui/text/en/explain.ts';
import { endBasis, endRow, indicatorsFinding, notSaid, payoffsFinding } from '../../../src/ui/walk/end/endRows.ts';
import { firmSentence, widestSentence } from '../../../src/ui/walk/explain/firmWords.ts';
import { drawnAt, randomDrawnLine } from '../../support/drawnLine.ts';

let kursk: Scenario;
beforeAll(async () => {
  kursk = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
});

const since = (id: string, start: number, now: number, reach = 3): FigureSinceStart => ({
  figure: figureAt(kursk, id),
  start,
  now: { central: now, range: { low: now - reach, high: now + reach } },
  change: {
    central: now - start,
    range: { low: now - start - reach, high: now - start + reach },
    higher: 0,
    lower: 0,
    draws: 0,
  },
});

describe('an end’s rows', () => {
  test('there is one for each of the twelve indicators, in its own unit and on its own scale, and each has a basis', () => {
    const { positions, drawn } = randomDrawnLine(kursk, 7);
    const side = (at: 0 | -1) => ({ values: positions.at(at)?.values ?? {}, drawn: drawnAt(drawn, at) });
    const found = figuresSinceStart(kursk, 'indicator', { start: side(0), here: side(-1) });
    const rows = found.map((each) => endRow(kursk, each, side(-1).values));
    expect(rows).toHaveLength(12);
    for (const [index, [address, { label, unit, range }]] of Object.entries(kursk.indicators).entries()) {
      expect(rows[index]).toMatchObject({ label, unit, scale: range });
      const each = found[index];
      expect(each === undefined ? undefined : endBasis(each)).toEqual({ kind: 'quantity', address });
    }
  });

  test('say when a value has run past its scale', () => {
    const values = { area: -40 };
    expect(endRow(kursk, since('indicator/area', 190, 0), values)).toMatchObject({ beyond: true });
    expect(endRow(kursk, since('indicator/area', 190, 5), { area: 5 })).toMatchObject({ beyond: false });
  });

  test('of a payoff and of a score carry the actor, and open what they rest on', () => {
    const [worth, score] = [since('payoff/RUS', 40, 50), since('leverage/RUS', 58, 60)];
    expect(endRow(kursk, worth, {})).toMatchObject({ label: 'Russia', scale: [0, 100], colour: 2 });
    expect([worth, score].map(endBasis)).toEqual([
      { kind: 'payoff', actor: 'RUS' },
      { kind: 'score', actor: 'RUS' },
    ]);
  });
});

describe('an end’s sentences', () => {
  test('name the indicators that moved furthest on their own scales', () => {
    const found = [
      since('indicator/area', 190, 2),
      since('indicator/days', 17, 60),
      since('indicator/escalation', 50, 38),
      since('indicator/legitimacy', 45, 45.2),
    ];
    expect(indicatorsFinding(kursk, explain.end, found)).toBe(
      '3 of 4 indicators stand elsewhere than at the start; furthest: Days until the next formal decision (from 17 to 60 days) and Kursk area held by Ukraine (from 190 to 2 km²).',
    );
    expect(indicatorsFinding(kursk, explain.end, [since('indicator/area', 190, 190)])).toBe(
      'Nothing stands elsewhere than at the start.',
    );
  });

  test('say of a payoff only which way, and never an amount or a comparison', () => {
    const sentence = payoffsFinding(kursk, explain.end, [
      since('payoff/UKR', 45, 54),
      since('payoff/RUS', 40, 38, 6),
      since('payoff/USA', 45, 45.1),
    ]);
    expect(sentence).toBe(
      'By its own stakes, Ukraine has more than at the start and Russia has less than at the start (whether more or less depends on judgement).',
    );
    expect(sentence).not.toMatch(/\d|than (Ukraine|Russia)/);
    expect(payoffsFinding(kursk, explain.end, [])).toContain('about what the start was');
  });

  test('say what no end says, then what this one leaves open', () => {
    const settled = notSaid(kursk, explain.end, { higher: false, direction: [], wide: [] });
    expect(settled).toEqual(explain.end.notSaidAlways);
    const open = notSaid(kursk, explain.end, { higher: true, direction: ['days'], wide: ['days', 'area'] });
    expect(open.slice(settled.length)).toEqual([
      'Whether Ukraine or Russia has more leverage here: the range leaves it open.',
      'Whether this rose or fell: Days until the next formal decision. Their ranges leave it open.',
      'Where exactly these stand: Days until the next formal decision and Kursk area held by Ukraine. The range spans a third of the scale or more.',
    ]);
  });
});

describe('how firm a decision’s numbers are, in words', () => {
  const widest = { move: 'ceasefire.reply.accept', central: -7, range: { low: -12, high: -3 } };

  test('the widest judgement is set against what parts the options', () => {
    const figure = figureAt(kursk, 'leverage/RUS');
    expect(firmSentence(kursk, explain.firm, { figure, separation: 4.2, widest })).toBe(
      'In Russia’s leverage, the open options lie 4 points apart. The judgement of “Accept without conditions” alone ranges from −12 to −3, which is wider: which option comes higher depends on judgement.',
    );
    expect(firmSentence(kursk, explain.firm, { figure, separation: 14, widest })).toBe(
      'In Russia’s leverage, the open options lie 14 points apart, more than the judgement of any of them is wide (the widest, “Accept without conditions”: −12 to −3).',
    );
    expect(
      firmSentence(kursk, explain.firm, { figure: figureAt(kursk, 'payoff/UKR'), separation: 0.2, widest }),
    ).toContain('In what this is worth to Ukraine, the open options lie less than 1 point apart.');
  });

  test('its widest part is named', () => {
    const part = figureAt(kursk, 'driver/RUS.credibility');
    expect(widestSentence(kursk, explain.firm, { move: widest.move, part, range: { low: -2, high: 1 } })).toBe(
      'The widest judgement behind it: “Accept without conditions” on “Is believed” (−2 to +1 points).',
    );
  });
});
