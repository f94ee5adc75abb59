import { describe, expect, test } from 'vitest';
import { getNextSnapshot } from 'xstate';
import { opennessOf } from '../../machines/branch.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { refinementProblems } from '../../machines/refinement.ts';
import { step } from '../../machines/step.ts';
import { atEnd, openingSnapshot, openMoves, openShocks, replay, standing } from '../../machines/stepping.ts';
import { unfold } from '../../machines/unfold.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

const scenario = harbourLease();
const BEGUN = ['table.lease'];
const RAISE = 'lease.reply.raise';
const EARLY = 'shock.storm.early';
const CALM = 'shock.storm.calm';

/** Where a line leads; the line must be allowed to its end. */
function reached(of: Scenario, line: Line) {
  const { snapshots, dropped } = replay(negotiation(of), line);
  expect(dropped).toEqual([]);
  const snapshot = snapshots.at(-1) ?? snapshots[0];
  return { snapshot, at: standing(snapshot), open: openMoves(of, snapshot), shocks: openShocks(of, snapshot) };
}

describe('a move with several targets', () => {
  test('takes the first whose guard holds', () => {
    expect(reached(scenario, [...BEGUN, RAISE]).at).toBe('lease.waiting');
    expect(reached(scenario, [...BEGUN, EARLY, RAISE]).at).toBe('lease.walkedAway');
  });

  test('has the first one’s effects whichever is taken', () => {
    const { values } = reached(scenario, [...BEGUN, EARLY, RAISE]).snapshot.context;
    expect(values.days).toBeCloseTo(80 - 65 / 6, 12);
  });

  test('is closed by a move that was played, where its guard names it', () => {
    const back = harbourLease(
      edit('lease', 'silted: { target: together,', 'silted: { target: reply,'),
      edit('lease', 'accept:\n        target: signed', 'accept:\n        target: together'),
    );
    const line = [...BEGUN, RAISE, 'lease.waiting.silted'];
    expect(reached(back, line).snapshot.context.played).toEqual({ 'lease.waiting.silted': true });
    expect(reached(back, [...line, RAISE]).at).toBe('lease.walkedAway');
  });
});

describe('a limit', () => {
  const round = [RAISE, 'lease.waiting.dredged'];

  test('counts entries and closes the target; the next one is tried', () => {
    const twice = [...BEGUN, ...round, ...round];
    expect(reached(scenario, twice).snapshot.context.visits).toEqual({ 'lease.waiting': 2 });
    expect(reached(scenario, [...twice, RAISE]).at).toBe('lease.walkedAway');
  });

  test('bounds the tree, in which every position is handed out once', () => {
    const lines = [...unfold(scenario, negotiation(scenario))].map(({ line }) => line.join());
    expect(new Set(lines).size).toBe(lines.length);
    expect(Math.max(...lines.map((line) => line.split(',').length))).toBeLessThan(20);
  });
});

describe('the move that is there when none is open', () => {
  const guarded = harbourLease(
    edit(
      'lease',
      'accept:\n        target: signed',
      'accept:\n        target: signed\n        guard: { type: holds, params: { indicator: days, atLeast: 119 } }',
    ),
    edit(
      'lease',
      '        - target: walkedAway\n',
      '        - { target: walkedAway, guard: { type: holds, params: { indicator: days, atMost: 5 } } }\n',
    ),
  );

  test('stays closed by its own guard while a sibling is open', () => {
    expect(reached(guarded, BEGUN).open).toEqual([RAISE]);
    expect(opennessOf(guarded, 'lease.reply.accept')).toBeDefined();
  });

  test('opens when every sibling is closed', () => {
    const { open, snapshot } = reached(guarded, [...BEGUN, EARLY]);
    expect(open).toEqual(['lease.reply.accept']);
    expect(standing(step(negotiation(guarded), snapshot, 'lease.reply.accept'))).toBe('lease.signed');
  });
});

describe('shocks', () => {
  test('switch to any other state and never to the present one, at the table too', () => {
    expect(reached(scenario, []).shocks).toEqual([EARLY]);
    expect(reached(scenario, [EARLY]).shocks).toEqual([CALM]);
    expect(replay(negotiation(scenario), [EARLY, EARLY]).dropped).toEqual([EARLY]);
    expect(replay(negotiation(scenario), [CALM]).dropped).toEqual([CALM]);
  });

  test('are refused at an end, and nothing else is open there', () => {
    const { snapshot, open, shocks } = reached(scenario, [...BEGUN, 'lease.reply.accept']);
    expect([atEnd(snapshot), open, shocks]).toEqual([true, [], []]);
  });

  test('there and back again leave a position as it was', () => {
    const [straight, around] = [reached(scenario, BEGUN), reached(scenario, [EARLY, ...BEGUN, CALM])];
    expect(around.snapshot.context.conditions).toEqual(straight.snapshot.context.conditions);
    for (const [address, value] of Object.entries(straight.snapshot.context.values))
      expect(around.snapshot.context.values[address]).toBeCloseTo(value, 12);
  });
});

describe('the composed chart', () => {
  test('leads a link between branches to its place in the other branch', () => {
    const line = [...BEGUN, RAISE, 'lease.waiting.silted', 'lease.together.none'];
    expect(reached(scenario, line).at).toBe('courts.filed');
    expect(reached(scenario, [...line, 'courts.filed.sue']).at).toBe('courts.ruled');
  });

  test('begins at values that are handed in', () => {
    const values = { ...openingSnapshot(negotiation(scenario)).context.values, days: 3 };
    expect(openingSnapshot(negotiation(scenario), { values }).context.values).toEqual(values);
  });

  test('steps as XState’s own transition does, everywhere in the tree', () => {
    const machine = negotiation(scenario);
    for (const { snapshot, moves } of unfold(scenario, machine)) {
      for (const move of [...moves, ...openShocks(scenario, snapshot)]) {
        const [ours, theirs] = [step(machine, snapshot, move), getNextSnapshot(machine, snapshot, { type: move })];
        expect([ours.value, ours.context, ours.status]).toEqual([theirs.value, theirs.context, theirs.status]);
      }
    }
  });

  test('says every way in which a branch does not refine its instrument', () => {
    const named = edit('lease', 'meta:\n  noDeal', 'meta:\n  instrument: withdrawal\n  noDeal');
    const tagged = (key: string, tag: string) => edit('lease', `  ${key}:\n    `, `  ${key}:\n    tags: ${tag}\n    `);
    const wrong = harbourLease(
      named,
      tagged('reply', 'offer'),
      tagged('waiting', 'posture'),
      tagged('together', 'announcement'),
      tagged('signed', 'out'),
      tagged('walkedAway', 'reassessment'),
    );
    expect(refinementProblems(wrong).map(({ code, path }) => `${code} ${path.slice(2).join('.')}`)).toEqual([
      'initial-stage initial',
      'not-refining states.reply.on.accept.target',
      'not-refining states.reply.on.raise.0.target',
      'not-refining states.reply.on.raise.1.target',
      'not-refining states.waiting.on.dredged.target',
      'not-refining states.waiting.on.silted.target',
      'stage-finality states.walkedAway.tags',
    ]);
  });
});
