import { proxy } from 'comlink';
import type { LineValues } from '../../analysis/lineValues.ts';
import type { Outcomes } from '../../analysis/outcomes.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { OutcomeConnection } from './connectOutcomes.ts';
import type { Progress } from './outcomeService.ts';

/** What is known of the outcomes that were asked for. */
export interface Exploration {
  readonly phase: 'reading' | 'done' | 'stopped' | 'failed';
  /** Where the lines begin. */
  readonly starts: readonly Line[];
  /** Per beginning what was found: all of it, or so far. */
  readonly outcomes: readonly Outcomes[];
}

/** Reads outcomes and ranges beside the page, and keeps them for as long as the page is open. */
export interface OutcomeExplorer {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Exploration;
  /** The part that is read, 0 to 1. It changes many times a second, so it is heard of apart from what was found. */
  readonly share: () => number;
  readonly subscribeShare: (listener: () => void) => () => void;
  /** Reads all outcomes from these beginnings; what was read before is there at once. */
  readonly explore: (starts: readonly Line[]) => void;
  /** Ends the reading. What was found so far stays in sight. */
  readonly stop: () => void;
  /** Begins again after a stop or a failure. */
  readonly retry: () => void;
  /** What a line is worth with its ranges, once it was read. */
  readonly values: (line: Line) => LineValues | undefined;
  /** What walking away at a line is worth in every draw, once it was read. */
  readonly walkAways: (line: Line) => LineValues['drawn'] | undefined;
  /** Asks for the ranges of lines, and of walking away at others. */
  readonly value: (lines: readonly Line[], places: readonly Line[]) => void;
}

const NOTHING: Exploration = { phase: 'reading', starts: [], outcomes: [] };

/** An explorer of one scenario; a worker is started when first needed, and again after a failure. */
export function outcomeExplorer(scenario: Scenario, connect: () => OutcomeConnection): OutcomeExplorer {
  const listeners = createListeners();
  const shareListeners = createListeners();
  const complete = new Map<string, Outcomes>();
  const values = new Map<string, LineValues | undefined>();
  const walkAways = new Map<string, LineValues['drawn'] | undefined>();
  const asked = new Set<string>();
  let connection: OutcomeConnection | undefined;
  let state = NOTHING;
  let wanted: readonly Line[] = [];
  let run = 0;
  let share = 0;

  const set = (next: Exploration) => {
    state = next;
    listeners.tell();
  };
  const service = (): OutcomeConnection => {
    if (connection === undefined) {
      connection = connect();
      void connection.service.open(scenario);
    }
    return connection;
  };
  const fail = (error: unknown) => {
    // A worker that breaks is told by everything that waits for it.
    if (state.phase === 'failed') return;
    reportError(error);
    connection?.close();
    connection = undefined;
    asked.clear();
    set({ ...state, phase: 'failed' });
  };
  /** What was told of beginnings that are not read to their end. */
  const told = new Map<string, Outcomes>();
  const foundAt = (start: Line) => complete.get(lineKey(start)) ?? told.get(lineKey(start));
  const show = (phase: Exploration['phase']) =>
    set({ phase, starts: wanted, outcomes: wanted.flatMap((start) => foundAt(start) ?? []) });
  const setShare = (running: number) => {
    const read = wanted.filter((start) => complete.has(lineKey(start))).length;
    share = wanted.length === 0 ? 1 : (read + running) / wanted.length;
    shareListeners.tell();
  };

  const go = async () => {
    run += 1;
    const own = run;
    const missing = wanted.filter((start) => !complete.has(lineKey(start)));
    if (missing.length === 0) {
      void connection?.service.stop();
      show('done');
      return;
    }
    show('reading');
    setShare(0);
    const { service: remote, broken } = service();
    await Promise.race([remote.stop(), broken]);
    for (const start of missing) {
      if (own !== run) return;
      const key = lineKey(start);
      let over = false;
      const report = (progress: Progress) => {
        if (own !== run || over) return;
        setShare(progress.share);
        if (progress.outcomes === undefined) return;
        told.set(key, progress.outcomes);
        show('reading');
      };
      const found = await Promise.race([remote.explore(start, proxy(report)), broken]);
      over = true;
      if (found !== undefined) {
        complete.set(key, found);
        told.delete(key);
        setShare(0);
      }
      if (own !== run) return;
      if (found === undefined) throw new Error(`the chart does not allow ${key}`);
    }
    show('done');
  };
  const begin = () => {
    const own = run + 1;
    go().catch((error: unknown) => {
      if (own === run) fail(error);
    });
  };

  return {
    subscribe: listeners.subscribe,
    read: () => state,
    share: () => share,
    subscribeShare: shareListeners.subscribe,
    explore: (starts) => {
      const same =
        starts.length === wanted.length && starts.every((start, at) => lineKey(start) === lineKey(wanted[at] ?? []));
      if (same && (state.phase === 'reading' || state.phase === 'done') && run > 0) return;
      wanted = starts;
      begin();
    },
    stop: () => {
      if (state.phase !== 'reading') return;
      run += 1;
      void connection?.service.stop();
      set({ ...state, phase: 'stopped' });
    },
    retry: begin,
    values: (line) => values.get(lineKey(line)),
    walkAways: (line) => walkAways.get(lineKey(line)),
    value: (lines, places) => {
      const news = (list: readonly Line[], kind: string) =>
        list.filter((line) => {
          const key = `${kind} ${lineKey(line)}`;
          return !asked.has(key) && asked.add(key);
        });
      const [newLines, newPlaces] = [news(lines, 'line'), news(places, 'place')];
      if (newLines.length + newPlaces.length === 0) return;
      const { service: remote, broken } = service();
      const read = async () => {
        const drawn = await Promise.race([remote.walkAwaysAt(newPlaces), broken]);
        const found = await Promise.race([remote.valuesOf(newLines), broken]);
        newPlaces.forEach((line, at) => void walkAways.set(lineKey(line), drawn[at]));
        newLines.forEach((line, at) => void values.set(lineKey(line), found[at]));
        set({ ...state });
      };
      read().catch(fail);
    },
  };
}

function createListeners() {
  const listeners = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
