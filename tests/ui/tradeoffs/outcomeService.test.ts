import { expose, proxy, wrap } from 'comlink';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcomes } from '../../../src/analysis/outcomes.ts';
import { type OutcomeService, outcomeService, type Progress } from '../../../src/ui/tradeoffs/outcomeService.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';

/** A turn of the event loop. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock on which every look takes a millisecond, so that slices are short and the same on any machine. */
function ticking() {
  let time = 0;
  return () => {
    time += 1;
    return time;
  };
}

/** A court that may wait: a tree of many thousand positions, far more than a test should read. */
const patient = harbourLease(
  edit('courts', 'decides: CITY, ', 'decides: CITY, limit: 5000, '),
  edit(
    'courts',
    '      sue: {',
    '      wait: { target: filed, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
  ),
);

/** The service behind comlink, as behind a worker, and how often it paused. */
function connected() {
  const { port1, port2 } = new MessageChannel();
  const paused = { count: 0 };
  const service = outcomeService({
    now: ticking(),
    pause: async () => {
      paused.count += 1;
      await turn();
    },
  });
  expose(service, port1);
  const remote = wrap<OutcomeService>(port2);
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  return { remote, paused };
}

const START = ['table.lease', 'lease.reply.raise', 'lease.waiting.silted', 'lease.together.none'];

describe('the service behind a worker', () => {
  test('stops when it is told to, and reads nothing more', async () => {
    const { remote, paused } = connected();
    await remote.open(patient);
    let reports = 0;
    const exploring = remote.explore(
      START,
      proxy(() => {
        reports += 1;
        if (reports === 3) void remote.stop();
      }),
    );
    expect(await exploring).toBeUndefined();
    const after = paused.count;
    for (let wait = 0; wait < 20; wait += 1) await turn();
    expect(paused.count).toBe(after);
    expect(after).toBeLessThan(50);
  });

  test('gives way to another exploration, which is read to its end', async () => {
    const { remote } = connected();
    await remote.open(patient);
    const first = remote.explore(
      START,
      proxy(() => undefined),
    );
    const second = await remote.explore(
      ['table.lease', 'lease.reply.accept'],
      proxy(() => undefined),
    );
    expect(await first).toBeUndefined();
    expect(second?.ends.map(({ end }) => end)).toEqual(['lease.signed']);
  });

  test('tells its progress as a share that never falls, and what was found so far', async () => {
    const { remote } = connected();
    await remote.open(patient);
    const told: Progress[] = [];
    const whole = await remote.explore(
      ['table.lease'],
      proxy((progress: Progress) => void told.push(progress)),
    );
    expect(whole?.ends.map(({ end }) => end)).toEqual(['lease.signed', 'lease.walkedAway', 'courts.ruled']);
    expect(told.length).toBeGreaterThan(10);
    for (const [index, { share }] of told.entries()) {
      expect(share).toBeGreaterThanOrEqual(told[index - 1]?.share ?? 0);
      expect(share).toBeLessThanOrEqual(1);
    }
    const partial = told.flatMap(({ outcomes }) => (outcomes === undefined ? [] : [outcomes]));
    expect(partial.length).toBeGreaterThan(0);
    const cells = (outcomes: Outcomes | undefined) => outcomes?.ends.flatMap((each) => each.cells) ?? [];
    for (const outcomes of partial) {
      expect(cells(outcomes).every((cell) => cells(whole).includes(cell))).toBe(true);
    }
  });

  test('values lines and walking away, and has none for a line that the chart does not allow', async () => {
    const { remote } = connected();
    await remote.open(harbourLease());
    const [values, none] = await remote.valuesOf([
      ['table.lease', 'lease.reply.accept'],
      ['table.lease', 'lease.signed.no'],
    ]);
    expect(Object.keys(values?.payoffs ?? {})).toEqual(['CITY', 'PORT']);
    expect(none).toBeUndefined();
    const [away, atTable] = await remote.walkAwaysAt([['table.lease'], []]);
    expect(away?.map((drawn) => drawn.length)).toEqual([200, 200]);
    expect(atTable).toBeUndefined();
  });

  test('a beginning that the chart does not allow has no outcomes', async () => {
    const { remote } = connected();
    await remote.open(harbourLease());
    expect(
      await remote.explore(
        ['table.nowhere'],
        proxy(() => undefined),
      ),
    ).toBeUndefined();
  });

  test('before a scenario was opened says so', async () => {
    const { remote } = connected();
    await expect(remote.valuesOf([[]])).rejects.toThrow('no scenario was opened');
  });
});
