import { describe, expect, test } from 'vitest';
import type { LineValues } from '../../../src/analysis/lineValues.ts';
import type { Outcome, Outcomes } from '../../../src/analysis/outcomes.ts';
import { tradeoffs } from '../../../src/ui/text/en/tradeoffs.ts';
import { outcomeTableRows } from '../../../src/ui/tradeoffs/OutcomeTable.tsx';
import {
  endWords,
  type Gain,
  gainsOver,
  type OutcomeRow,
  outcomeRows,
  unreachedEnds,
  walkAwayEnds,
} from '../../../src/ui/tradeoffs/outcomeRows.ts';
import { type FrontierEvidence, frontierFinding, widestStake } from '../../../src/ui/tradeoffs/sentences.ts';
import { sortedRows, stakeColumns, stakeTableRows, stakeTint } from '../../../src/ui/tradeoffs/stakeRows.ts';
import { harbourLease } from '../../support/harbourLease.ts';

const scenario = harbourLease();
const outcome = (end: string, payoffs: readonly [number, number]): Outcome => ({
  end,
  payoffs,
  line: ['table.lease', end],
  begun: 1,
});
const SIGNED = outcome('lease.signed', [60, 40]);
const APART = outcome('lease.walkedAway', [30, 50]);
const RULED = outcome('courts.ruled', [20, 20]);

/** Walking away where the lease was offered; the city could bring about a judgement alone. */
const PLACE = {
  start: ['table.lease'],
  branch: 'lease',
  payoffs: [50, 40],
  ends: [
    { end: 'courts.ruled', alone: true },
    { end: 'lease.walkedAway', alone: false },
  ],
  drawn: [
    [50, 51],
    [40, 41],
  ],
} as const;

const ranged = (central: number) => ({ central, range: { low: central - 5, high: central + 5 } });
const valued = ({ payoffs: [city, port] }: Outcome, access: number): LineValues => ({
  payoffs: { CITY: ranged(city), PORT: ranged(port) },
  worths: {
    CITY: { access: ranged(access), days: ranged(50), strain: ranged(50) },
    PORT: { access: ranged(100 - access), days: ranged(50) },
  },
  drawn: [
    [city, city + 1],
    [port, port + 1],
  ],
});
const outcomesOf = (all: readonly Outcome[], frontier: readonly Outcome[]): Outcomes => ({
  ends: all.map((each) => ({ end: each.end, shortest: each, best: [each, each], cells: [0] })),
  frontier,
});
const rowsOf = (outcomes: Outcomes): readonly OutcomeRow[] =>
  outcomeRows(scenario, outcomes, 'shortest', (line) =>
    line[1] === 'lease.signed' ? valued(SIGNED, 90) : line[1] === 'lease.walkedAway' ? valued(APART, 10) : undefined,
  );

const evidence = (outcomes: Outcomes, more: Partial<FrontierEvidence> = {}): FrontierEvidence => ({
  outcomes,
  rows: rowsOf(outcomes),
  gains: [],
  walkAway: undefined,
  frontierDraws: [],
  by: 'shortest',
  ...more,
});
const say = (found: FrontierEvidence) => frontierFinding(scenario, tradeoffs, found);

describe('the finding of the scatter', () => {
  test('says that no end is best for both where the frontier has several outcomes', () => {
    expect(say(evidence(outcomesOf([SIGNED, APART], [APART, SIGNED])))).toBe(
      'No reachable end is best for both City and Port authority.',
    );
  });

  test('names the one outcome that is best for both', () => {
    expect(say(evidence(outcomesOf([SIGNED, RULED], [SIGNED])))).toBe(
      'One reachable outcome is best for both City and Port authority: A lease is signed.',
    );
  });

  test('says where judgement decides: more than one draw in ten tells otherwise', () => {
    const outcomes = outcomesOf([SIGNED, APART], [APART, SIGNED]);
    const apart = { frontierDraws: [valued(APART, 0).drawn, valued(SIGNED, 0).drawn] };
    expect(say(evidence(outcomes, apart))).not.toContain('judgement');
    const best: LineValues['drawn'] = [
      [99, 1],
      [99, 1],
    ];
    expect(say(evidence(outcomes, { frontierDraws: [valued(APART, 0).drawn, best] }))).toBe(
      'No reachable end is best for both City and Port authority, but whether that holds depends on judgement.',
    );
  });

  test('of one branch counts the ends that leave both better off, and those for which judgement decides', () => {
    const outcomes = outcomesOf([SIGNED, APART, RULED], [APART, SIGNED]);
    const gain = (actor: string, side: Gain['side']): Gain => ({ actor, side, ...ranged(0) });
    const pair = (one: Gain['side'], other: Gain['side']) => [gain('CITY', one), gain('PORT', other)] as const;
    const walkAway = {
      start: ['table.lease'],
      branch: 'lease',
      payoffs: [25, 25],
      ends: [
        { end: 'lease.walkedAway', alone: false },
        { end: 'lease.walkedAway', alone: false },
      ],
      drawn: undefined,
    } as const;
    const of = (...gains: readonly ReturnType<typeof pair>[]) => say(evidence(outcomes, { walkAway, gains }));
    const from = '“The city offers a shorter lease”';
    expect(of(pair('better', 'better'), pair('open', 'better'), pair('worse', 'better'))).toBe(
      `By their shortest lines, 1 of 3 reachable ends leaves both better off than walking away from ${from}; for 1 more it depends on judgement.`,
    );
    expect(of(pair('worse', 'better'), pair('worse', 'open'), pair('worse', 'worse'))).toBe(
      `By their shortest lines, none of 3 reachable ends leaves both better off than walking away from ${from}.`,
    );
    expect(of(pair('open', 'better'), pair('worse', 'open'), pair('worse', 'worse'))).toContain(
      'surely leaves both better off',
    );
  });

  test('of nothing says that no end is reached', () => {
    expect(say(evidence(outcomesOf([], [])))).toBe('No end is reached from here.');
  });
});

describe('rows', () => {
  test('keep an end’s number whatever is left out, and list what is not reached', () => {
    expect(endWords(scenario, 'courts.ruled')).toMatchObject({ number: 3, label: 'A court decides', agreement: false });
    const outcomes = outcomesOf([RULED], [RULED]);
    expect(rowsOf(outcomes).map(({ number }) => number)).toEqual([3]);
    expect(unreachedEnds(scenario, outcomes)).toEqual(['lease.signed', 'lease.walkedAway']);
    expect(() => endWords(scenario, 'lease.reply')).toThrow(RangeError);
  });

  test('have gains over walking away once both were drawn', () => {
    const gains = gainsOver(scenario, SIGNED, valued(SIGNED, 90), PLACE);
    expect(gains).toEqual([
      { actor: 'CITY', central: 10, range: { low: 10, high: 10 }, side: 'better' },
      { actor: 'PORT', central: 0, range: { low: 0, high: 0 }, side: 'level' },
    ]);
    expect(gainsOver(scenario, SIGNED, undefined, PLACE)).toBeUndefined();
    expect(gainsOver(scenario, SIGNED, valued(SIGNED, 90), { ...PLACE, drawn: undefined })).toBeUndefined();
  });
});

test('the scatter’s table has a row per end and one for walking away, each with its range', () => {
  const { columns, rows } = outcomeTableRows(scenario, tradeoffs, {
    rows: rowsOf(outcomesOf([SIGNED, RULED], [SIGNED])),
    walkAways: [PLACE],
  });
  expect(columns).toEqual([
    ...['No.', 'End', 'Kind', 'Payoff to City', 'Payoff to City, low', 'Payoff to City, high'],
    ...['Payoff to Port authority', 'Payoff to Port authority, low', 'Payoff to Port authority, high', 'Line'],
  ]);
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    [1, 'A lease is signed', 'an agreement', 60, 55, 65],
    [3, 'A court decides', 'no agreement', 20, undefined, undefined],
    [undefined, 'The city offers a shorter lease', 'walking away', 50, expect.closeTo(50.1), expect.closeTo(50.9)],
  ]);
  expect(walkAwayEnds(scenario, PLACE)).toBe('A court decides; No lease');
});

describe('the stake table', () => {
  const rows = rowsOf(outcomesOf([SIGNED, APART, RULED], [SIGNED]));

  test('has the actor’s stakes, its payoff, and the other principal’s', () => {
    expect(stakeColumns(scenario, 'PORT').map(({ id }) => id)).toEqual([
      'stake/access',
      'stake/days',
      'payoff/PORT',
      'payoff/CITY',
    ]);
  });

  test('is sorted only when somebody asks; what is not read yet, and ties, keep their order', () => {
    const [access, days] = stakeColumns(scenario, 'CITY');
    if (access === undefined || days === undefined) throw new RangeError('the city has stakes');
    const order = (column: typeof access, rising: boolean) =>
      sortedRows(rows, { column, rising }).map(({ end }) => end);
    expect(sortedRows(rows, undefined)).toBe(rows);
    expect(order(access, false)).toEqual(['lease.signed', 'lease.walkedAway', 'courts.ruled']);
    expect(order(access, true)).toEqual(['courts.ruled', 'lease.walkedAway', 'lease.signed']);
    expect(order(days, false)).toEqual(['lease.signed', 'lease.walkedAway', 'courts.ruled']);
  });

  test('names the stake in which the ends differ most, by points of the payoff', () => {
    expect(widestStake(scenario, 'CITY', rows)).toEqual({ address: 'access', low: 10, high: 90, weight: 0.6 });
    expect(widestStake(scenario, 'CITY', [])).toBeUndefined();
    expect(widestStake(scenario, 'CITY', rows.slice(0, 1))).toBeUndefined();
  });

  test('leaves with the number, the range and the line of every end, in the scenario’s order', () => {
    const table = stakeTableRows(scenario, tradeoffs, rows, 'PORT');
    expect(table.columns.slice(0, 6)).toEqual([
      'No.',
      'End',
      'Agreement',
      'Summer access for ships (weight 20 %)',
      'Summer access for ships (weight 20 %), low',
      'Summer access for ships (weight 20 %), high',
    ]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(table.rows[0]?.slice(0, 6)).toEqual([1, 'A lease is signed', 'an agreement', 10, 5, 15]);
    expect(table.rows[0]?.at(-1)).toMatch(/^The city offers a shorter lease → /);
  });

  test('tints a cell from nothing to the strongest, and no stronger', () => {
    expect([0, 50, 100, 140, -3].map(stakeTint)).toEqual([0, 23, 45, 45, 0]);
  });
});
