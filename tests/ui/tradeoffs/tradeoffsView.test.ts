import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/ui/app/address.ts';
import { formatView, parseView, startsOf, type TradeoffsView } from '../../../src/ui/tradeoffs/tradeoffsView.ts';
import { harbourLease } from '../../support/harbourLease.ts';

const scenario = harbourLease();
const EVERYTHING: TradeoffsView = {
  from: [],
  conditions: {},
  branches: [],
  by: 'shortest',
  selected: undefined,
  actor: undefined,
};
const opening = { line: [], state: 'table', position: { conditions: { storm: 'calm' } } };

const throughAddress = (view: TradeoffsView): TradeoffsView => {
  const address = parseAddress(formatAddress({ screen: 'tradeoffs', view: formatView(view) }, 'harbour-lease@1.0.0.x'));
  return address.screen === 'tradeoffs' ? parseView(scenario, address.view) : expect.unreachable();
};

describe('the address of Tradeoffs', () => {
  test.each<Partial<TradeoffsView>>([
    {},
    { branches: ['lease'] },
    { conditions: { storm: 'early' } },
    { from: ['table.lease', 'shock.storm.early'], by: 'second' },
    { selected: { kind: 'end', end: 'lease.signed' }, actor: 'PORT' },
    { selected: { kind: 'line', line: ['table.lease', 'lease.reply.accept'] }, by: 'first' },
  ])('holds all that is chosen: %j', (chosen) => {
    const view = { ...EVERYTHING, ...chosen };
    expect(throughAddress(view)).toEqual(view);
    expect(formatView(view)).not.toContain('/');
  });

  test('is empty where nothing is chosen', () => {
    expect(formatView(EVERYTHING)).toBe('');
    expect(parseView(scenario, '')).toEqual(EVERYTHING);
  });

  test('leaves out what the scenario does not know', () => {
    const text =
      'branch=nowhere&when=storm.sunny&when=toString.x&when=storm&by=luck&end=lease.reply&actor=MED&actor=constructor&%';
    expect(parseView(scenario, text)).toEqual(EVERYTHING);
  });
});

describe('where lines begin', () => {
  test('conditions are set at the table, in file order, before a branch is chosen', () => {
    expect(startsOf(scenario, { conditions: {}, branches: [] }, opening)).toEqual([['table.lease']]);
    expect(startsOf(scenario, { conditions: { storm: 'early' }, branches: ['lease'] }, opening)).toEqual([
      ['shock.storm.early', 'table.lease'],
    ]);
  });

  test('a state that holds there already needs no shock', () => {
    expect(startsOf(scenario, { conditions: { storm: 'calm' }, branches: [] }, opening)).toEqual([['table.lease']]);
  });

  test('from a place inside a branch there is one beginning, and its conditions are set there', () => {
    const line = ['table.lease'];
    const from = { ...opening, line, state: 'lease.reply' };
    expect(startsOf(scenario, { conditions: { storm: 'early' }, branches: ['courts'] }, from)).toEqual([
      ['table.lease', 'shock.storm.early'],
    ]);
  });
});
