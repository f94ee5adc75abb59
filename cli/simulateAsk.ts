import { parseArgs } from 'node:util';
import type { CommonError } from '../src/domain/parameters.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { COMMON_ERROR_OPTIONS, commonErrorOf } from './commonError.ts';
import { usualThreads } from './drawThreads.ts';
import { noSuchModel, playModelOf } from './playModelOf.ts';
import type { DrawnPlay } from './simulateScenario.ts';
import { wholeNumber } from './wholeNumber.ts';

/** What `parley simulate` is asked. */
export interface SimulateAsk {
  readonly path: string;
  readonly draws: number;
  readonly seed: number;
  readonly threads: number;
  readonly play: DrawnPlay;
  readonly from: string | undefined;
  readonly commonError: Partial<CommonError>;
  readonly format: 'text' | 'json' | 'csv';
}

/** Draws that are made unless told otherwise, and the most: a million take minutes and say nothing that a tenth does not. */
const USUAL_DRAWS = 1000;
const MOST_DRAWS = 1_000_000;
const USUAL_SEED = 1;
const MOST_THREADS = 64;

/** How actors may choose in draws. */
const DRAWN_PLAYS: readonly string[] = ['rational', 'bounded', 'tendency', 'held'];

/** Reads the command line of `parley simulate`; fails with what is wrong with it, and throws what `parseArgs` throws. */
export function simulateAsk(args: readonly string[]): Result<SimulateAsk, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      draws: { type: 'string' },
      seed: { type: 'string' },
      threads: { type: 'string' },
      model: { type: 'string' },
      lambda: { type: 'string' },
      rationality: { type: 'string' },
      from: { type: 'string' },
      ...COMMON_ERROR_OPTIONS,
    },
    allowPositionals: true,
  });
  const { json, csv, from, model, lambda, rationality } = values;
  const draws = wholeNumber('--draws', values.draws, USUAL_DRAWS, [2, MOST_DRAWS]);
  if (!draws.ok) return draws;
  const seed = wholeNumber('--seed', values.seed, USUAL_SEED, [0, 2 ** 32 - 1]);
  if (!seed.ok) return seed;
  const threads = wholeNumber('--threads', values.threads, usualThreads(), [1, MOST_THREADS]);
  if (!threads.ok) return threads;
  const commonError = commonErrorOf(values);
  if (!commonError.ok) return commonError;
  const isHeld = model === 'held';
  if (isHeld && (lambda ?? rationality) !== undefined)
    return fail('--lambda and --rationality belong to bounded play, not to held');
  if (model !== undefined && !DRAWN_PLAYS.includes(model)) return fail(noSuchModel(model, DRAWN_PLAYS));
  const play: Result<DrawnPlay, string> = isHeld
    ? succeed({ name: 'held' })
    : playModelOf({ model, lambda, rationality });
  if (!play.ok) return play;
  const [path, ...rest] = positionals;
  if (json && csv) return fail('give --json or --csv, not both');
  if (path === undefined || rest.length > 0) return fail('name one scenario folder');
  return succeed({
    path,
    draws: draws.value,
    seed: seed.value,
    threads: threads.value,
    play: play.value,
    from,
    commonError: commonError.value,
    format: json ? 'json' : csv ? 'csv' : 'text',
  });
}
