import { expose, wrap } from 'comlink';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { OutcomeConnection } from '../../../src/ui/tradeoffs/connectOutcomes.ts';
import { type Exploration, outcomeExplorer } from '../../../src/ui/tradeoffs/outcomeExplorer.ts';
import { type OutcomeService, outcomeService } from '../../../src/ui/tradeoffs/outcomeService.ts';
import { harbourLease } from '../../support/harbourLease.ts';

const ACCEPT = ['table.lease', 'lease.reply.accept'];
const RAISE = ['table.lease', 'lease.reply.raise'];
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A service that counts what it is asked, and that can be made to break. */
function station() {
  const asked = { explore: 0, valuesOf: 0, connections: 0 };
  let clock = 0;
  let breakNow: (error: Error) => void = () => undefined;
  const connect = (): OutcomeConnection => {
    asked.connections += 1;
    const { port1, port2 } = new MessageChannel();
    const now = () => {
      clock += 1;
      return clock;
    };
    const real = outcomeService({ now, pause: turn });
    const counting: OutcomeService = {
      ...real,
      explore: (start, report) => {
        asked.explore += 1;
        return real.explore(start, report);
      },
      valuesOf: (lines) => {
        asked.valuesOf += lines.length;
        return real.valuesOf(lines);
      },
    };
    expose(counting, port1);
    const close = () => {
      port1.close();
      port2.close();
    };
    onTestFinished(close);
    const broken = new Promise<never>((_, reject) => {
      breakNow = reject;
    });
    broken.catch(() => undefined);
    return { service: wrap<OutcomeService>(port2), broken, close };
  };
  return { connect, asked, breakNow: () => breakNow(new Error('the worker is gone')) };
}

/** The explorer's next state of a kind. */
async function until(explorer: ReturnType<typeof outcomeExplorer>, phase: Exploration['phase']): Promise<Exploration> {
  await vi.waitFor(() => expect(explorer.read().phase).toBe(phase), { timeout: 20_000 });
  return explorer.read();
}

const reported = vi.fn();
beforeEach(() => {
  reported.mockClear();
  vi.stubGlobal('reportError', reported);
});

describe('an explorer', () => {
  test('reads each beginning once: what it knows is there at once, and only the rest is asked for', async () => {
    const { connect, asked } = station();
    const explorer = outcomeExplorer(harbourLease(), connect);
    explorer.explore([ACCEPT]);
    const { outcomes } = await until(explorer, 'done');
    expect(outcomes.map(({ ends }) => ends.map(({ end }) => end))).toEqual([['lease.signed']]);
    explorer.explore([ACCEPT, RAISE]);
    expect(explorer.read()).toMatchObject({ phase: 'reading', outcomes });
    await until(explorer, 'done');
    expect(asked.explore).toBe(2);
    explorer.explore([RAISE]);
    expect(explorer.read().phase).toBe('done');
    expect(explorer.read().starts).toEqual([RAISE]);
    expect([asked.explore, asked.connections]).toEqual([2, 1]);
    expect(explorer.share()).toBe(1);
  });

  test('stays stopped until it is told to go on', async () => {
    const { connect } = station();
    const explorer = outcomeExplorer(harbourLease(), connect);
    explorer.explore([RAISE]);
    explorer.stop();
    expect(explorer.read().phase).toBe('stopped');
    for (let wait = 0; wait < 10; wait += 1) await turn();
    expect(explorer.read()).toMatchObject({ phase: 'stopped', outcomes: [] });
    explorer.retry();
    expect((await until(explorer, 'done')).outcomes[0]?.ends.length).toBeGreaterThan(0);
  });

  test('tells a worker that breaks, and begins again with another', async () => {
    const { connect, asked, breakNow } = station();
    const explorer = outcomeExplorer(harbourLease(), connect);
    explorer.explore([RAISE]);
    breakNow();
    await until(explorer, 'failed');
    expect(reported).toHaveBeenCalledTimes(1);
    explorer.retry();
    await until(explorer, 'done');
    expect(asked.connections).toBe(2);
  });

  test('a beginning that the chart does not allow fails instead of waiting for ever', async () => {
    const { connect } = station();
    const explorer = outcomeExplorer(harbourLease(), connect);
    explorer.explore([['table.nowhere']]);
    await until(explorer, 'failed');
    expect(String(reported.mock.calls[0]?.[0])).toContain('table.nowhere');
  });

  test('asks for the ranges of a line once, however often they are wanted', async () => {
    const { connect, asked } = station();
    const explorer = outcomeExplorer(harbourLease(), connect);
    explorer.value([ACCEPT], [['table.lease']]);
    explorer.value([ACCEPT], [['table.lease']]);
    await vi.waitFor(() => expect(explorer.values(ACCEPT)).toBeDefined(), { timeout: 20_000 });
    explorer.value([ACCEPT], [['table.lease']]);
    expect(asked.valuesOf).toBe(1);
    expect(explorer.walkAways(['table.lease'])?.[0]).toHaveLength(200);
    expect(explorer.values(RAISE)).toBeUndefined();
  });
});
