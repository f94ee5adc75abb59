import { describe, expect, test } from 'vitest';
import { proveScenario } from '../../cli/proveScenario.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

describe('what unfolding proves', () => {
  test('a sound scenario, whole', () => {
    const { counts, problems } = proveScenario(harbourLease());
    expect(counts.positions).toBe(18);
    expect(problems).toEqual([]);
  });

  test('a tree as large as the limit is whole; one that is larger by one is cut, and that is said', () => {
    expect(proveScenario(harbourLease(), 18).problems).toEqual([]);
    const { counts, problems } = proveScenario(harbourLease(), 17);
    expect(counts.positions).toBe(17);
    expect(problems).toMatchObject([
      {
        code: 'too-many-positions',
        severity: 'warning',
        path: [],
        message: 'unfolding stopped at 17 positions; the tree is larger',
      },
    ]);
  });

  test('a tree that branches very widely is cut sooner', () => {
    const moves = Array.from(
      { length: 500 },
      (_, n) => `      move${n}: { target: ruled, meta: { label: Move ${n} } }\n`,
    );
    const wide = harbourLease(
      edit('courts', '    on:\n      sue: { target: ruled,', '    on:\n      sue: { target: again,'),
      edit(
        'courts',
        '  ruled:\n',
        `  again:\n    meta: { decides: CITY, ask: "And now?" }\n    on:\n${moves.join('')}  ruled:\n`,
      ),
    );
    expect(proveScenario(wide, 1200).problems).toEqual([]);
    expect(proveScenario(wide, 40).problems).toMatchObject([{ code: 'too-many-positions' }]);
  });

  test('a value may not grow past all numbers', () => {
    const boundless = harbourLease(
      edit('lease', 'access: { scale: { low: 0.7, mode: 0.9, high: 1 } }', 'access: { scale: 1e200 }'),
    );
    expect(proveScenario(boundless).problems).toMatchObject([
      {
        code: 'not-finite',
        severity: 'error',
        path: ['branches', 'lease', 'states', 'waiting'],
        message:
          'access is no usable number here any more, after table.lease → lease.reply.raise → lease.waiting.dredged → lease.reply.raise',
      },
    ]);
  });
});
