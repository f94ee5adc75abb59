import { parseArgs } from 'node:util';
import type { CommonError } from '../src/domain/parameters.ts';
import { readRational, toNumber } from '../src/domain/rational.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { COMMON_ERROR_OPTIONS, commonErrorOf } from './commonError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** What `parley robustness` is asked. */
export interface RobustnessOptions {
  readonly path: string;
  readonly of: string | undefined;
  readonly from: string | undefined;
  /** A decision, as `branch.state`. */
  readonly at: string | undefined;
  /** The stakes whose weights vary. */
  readonly vary: readonly string[] | undefined;
  /** Hurwicz’s α: how much the best case counts against the worst, 0 to 1. */
  readonly alpha: number;
  readonly draws: number;
  readonly seed: number;
  readonly commonError: Partial<CommonError>;
  readonly json: boolean;
  readonly csv: string | undefined;
  readonly force: boolean;
}

/** Draws of the weights unless told otherwise: a share then has a standard error of at most half a percent. */
const USUAL_DRAWS = 10_000;
const MOST_DRAWS = 1_000_000;
const USUAL_SEED = 1;
const USUAL_ALPHA = 0.5;

/** Reads the command line of `parley robustness`; fails with what is wrong with it, and throws what `parseArgs` throws. */
export function robustnessOptions(args: readonly string[]): Result<RobustnessOptions, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      csv: { type: 'string' },
      of: { type: 'string' },
      from: { type: 'string' },
      at: { type: 'string' },
      vary: { type: 'string' },
      alpha: { type: 'string' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      ...COMMON_ERROR_OPTIONS,
    },
    allowPositionals: true,
  });
  const draws = wholeNumber('--draws', values.draws, USUAL_DRAWS, [2, MOST_DRAWS]);
  if (!draws.ok) return draws;
  const seed = wholeNumber('--seed', values.seed, USUAL_SEED, [0, 2 ** 32 - 1]);
  if (!seed.ok) return seed;
  const exact = values.alpha === undefined ? undefined : readRational(values.alpha);
  const alpha = values.alpha === undefined ? USUAL_ALPHA : exact === undefined ? Number.NaN : toNumber(exact);
  if (!(alpha >= 0 && alpha <= 1))
    return fail(`--alpha is a number from 0 (worst case) to 1 (best case), not \`${values.alpha}\``);
  const commonError = commonErrorOf(values);
  if (!commonError.ok) return commonError;
  const vary = values.vary?.split(',').map((stake) => stake.trim());
  if (vary?.some((stake) => stake === '') === true) return fail('--vary names stakes, with commas between');
  if (values.csv === '') return fail('--csv names a file');
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) return fail('name one scenario folder or JSON file');
  const { json, force, csv, of, from, at } = values;
  return succeed({
    commonError: commonError.value,
    path,
    of,
    from,
    at,
    vary,
    alpha,
    draws: draws.value,
    seed: seed.value,
    json,
    csv,
    force,
  });
}
