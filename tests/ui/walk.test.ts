import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { obstacles } from '../../src/domain/guard.ts';
import { emptyStudy, foldStudy } from '../../src/domain/study.ts';
import { formatAddress, parseAddress, stampOf } from '../../src/ui/app/address.ts';
import { KEY_TABLE } from '../../src/ui/keys/keyTable.ts';
import { en } from '../../src/ui/text/en.ts';
import { formatChange, formatChangeRange, formatDay, formatNumber } from '../../src/ui/text/format.ts';
import { guardWords } from '../../src/ui/text/guardWords.ts';
import { changeSentence, closedSentence } from '../../src/ui/text/sentences.ts';
import { moveRows } from '../../src/ui/walk/moveRows.ts';

const kursk = () => requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);

describe('numbers as a reader sees them', () => {
  test.each([
    [42.4, '42'],
    [-0.4, '0'],
    [-3.6, '−4'],
    [100, '100'],
    [168, '170'],
    [1376, '1,400'],
    [99.6, '100'],
  ])('%f is written %s', (value, written) => expect(formatNumber(value)).toBe(written));

  test('a change has its sign, and none where it rounds to nothing', () => {
    expect([3.2, -3.2, 0.2, -0.2].map((value) => formatChange(value))).toEqual(['+3', '−3', '0', '0']);
  });

  test('a range whose ends round to the same number says “about”', () => {
    expect(formatChangeRange({ low: 0.6, high: 1.4 })).toBe('about +1');
    expect(formatChangeRange({ low: -5, high: 1 })).toBe('−5 to +1');
  });

  test('a day is written out, whatever the zone of the machine', () =>
    expect(formatDay('2025-03-14')).toBe('14 March 2025'));
});

describe('sentences', () => {
  test('a change of leverage names its largest parts, with their points', async () => {
    const scenario = await kursk();
    const steps = [
      { driver: 'chip', points: -7 },
      { driver: 'credibility', points: 2 },
      { driver: 'time', points: 0.2 },
    ];
    const sentence = changeSentence(scenario, en, { actor: 'UKR', change: -4.8, steps });
    expect(sentence).toBe('Ukraine −5: it has less to give (−7) and is believed more (+2)');
    expect(changeSentence(scenario, en, { actor: 'RUS', change: 0.1, steps: [] })).toBe('Russia: no change');
  });

  test('a closed option says what it needs and what there is now', async () => {
    const scenario = await kursk();
    const view = { clipped: () => 0, condition: () => 'frozen', played: () => false, visits: () => 0, ended: false };
    const guard = { all: [{ indicator: 'area', atLeast: 5 }, { not: { condition: 'usAid', is: 'frozen' } }] };
    const sentence = closedSentence(scenario, en, obstacles(guard, view));
    expect(sentence).toMatch(
      /^Closed: needs Kursk area.* of at least 5 km²; now 0 km²; not while “.+” is: Frozen again\.$/,
    );
  });
});

describe('guards in words', () => {
  test('say what must hold', async () => {
    const scenario = await kursk();
    const guard = { any: [{ indicator: 'area', atLeast: 5 }, { not: { condition: 'usAid', is: 'frozen' } }] };
    expect(guardWords(scenario, en, guard)).toMatch(
      /^\(Kursk area.* is at least 5 km² or not \(“.+” is: Frozen again\)\)$/,
    );
  });

  test('a value that misses its bound by a little is not shown as the bound', async () => {
    const obstacle = { kind: 'indicator', address: 'area', need: 'atLeast', bound: 5, now: 4.7 } as const;
    expect(closedSentence(await kursk(), en, [obstacle])).toContain('now just under 5');
  });
});

describe('the move list', () => {
  test('sets variations in below the step that they are variations of, and then goes on along the main line', () => {
    const lines = [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'x'], ['a', 'x', 'y'], ['a', 'x', 'z'], ['q']];
    const study = foldStudy(
      emptyStudy,
      lines.map((line, at) => ({ type: 'added' as const, line, stamp: { at, by: 'one' } })),
    );
    expect(
      moveRows(study).map(({ step, depth, number }) => `${'  '.repeat(depth)}${number} ${step.line.at(-1)}`),
    ).toEqual(['1 a', '  1 q', '2 b', '  2 x', '  3 y', '    3 z', '3 c']);
  });
});

describe('addresses and keys', () => {
  test('an address comes back as it was', () => {
    for (const address of [
      { screen: 'walk', line: [] },
      { screen: 'walk', line: ['table.ceasefire', 'ceasefire.reply.accept'] },
      { screen: 'compare', lines: [] },
      { screen: 'compare', lines: [['table.ceasefire', 'ceasefire.reply.accept'], ['table.withdrawal']] },
      { screen: 'tradeoffs', view: '' },
      { screen: 'tradeoffs', view: 'branch=ceasefire&usAid=frozen' },
      { screen: 'studies' },
      { screen: 'study', packed: 'eJyLVkpU0lFKUoqOBQARVgMP' },
      { screen: 'study', packed: '' },
      { screen: 'present', part: undefined },
      { screen: 'present', part: 'debrief' },
      { screen: 'projector' },
      { screen: 'sources', fact: 'F51' },
      { screen: 'sources', fact: undefined },
    ] as const) {
      expect(parseAddress(formatAddress(address, 'kursk-2025@1.0.0.0a1b2c3d'))).toEqual(address);
    }
  });

  test('a line’s address says which scenario it was made with; one without a stamp is read as well', () => {
    const line = ['table.ceasefire'];
    const route = formatAddress({ screen: 'walk', line }, 'kursk-2025@1.0.0.0a1b2c3d');
    expect(route).toBe('/kursk-2025@1.0.0.0a1b2c3d/walk/table.ceasefire');
    expect(stampOf(route)).toBe('kursk-2025@1.0.0.0a1b2c3d');
    expect(stampOf('/walk/table.ceasefire')).toBeUndefined();
    expect(parseAddress('/walk/table.ceasefire')).toEqual({ screen: 'walk', line });
  });

  test.each(['', '/', '/somewhere/else'])('the unknown address %j is the opening of Walk', (route) =>
    expect(parseAddress(route)).toEqual({ screen: 'walk', line: [] }),
  );

  test('a link that was cut off inside an escape is read as far as it goes, and breaks nothing', () => {
    expect(parseAddress('/walk/table.ceasefire,ceasefire%2')).toEqual({
      screen: 'walk',
      line: ['table.ceasefire', 'ceasefire%2'],
    });
    expect(parseAddress('/sources/F5%')).toEqual({ screen: 'sources', fact: 'F5%' });
  });

  test('no key does two things, and every key has words in the help', () => {
    const keys = KEY_TABLE.flatMap(({ keys: own, withControl }) =>
      own.map((key) => (withControl ? `Ctrl ${key}` : key)),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { deed, group } of KEY_TABLE) {
      expect(en.keys[deed]).toBeTruthy();
      expect(en.keys.groups[group]).toBeTruthy();
    }
  });
});
