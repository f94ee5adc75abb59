import { parseArgs } from 'node:util';
import type { CommonError } from '../src/domain/parameters.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { COMMON_ERROR_OPTIONS, commonErrorOf } from './commonError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** What `parley sensitivity` is asked. */
export interface SensitivityAsk {
  readonly path: string;
  /** Whose value; undefined for a decision tree, which has one actor. */
  readonly of: string | undefined;
  readonly from: string | undefined;
  /** The policies whose tornado is told, in their order. */
  readonly policies: readonly ('held' | 'reoptimised')[];
  readonly twoWay: readonly [string, string] | undefined;
  readonly spider: boolean;
  readonly estimates: boolean;
  readonly information: boolean;
  /** The decision at which knowing more is asked for; the actor's first on the played line where none is named. */
  readonly at: string | undefined;
  readonly draws: number;
  readonly seed: number;
  readonly commonError: Partial<CommonError>;
  readonly json: boolean;
  readonly csv: string | undefined;
  /** Whether a table that is there may be replaced. */
  readonly force: boolean;
}

/** Draws by which the value of knowing a number is estimated, unless told otherwise. */
const USUAL_DRAWS = 1000;

/** Reads the command line of `parley sensitivity`; fails with what is wrong with it, and throws what `parseArgs` throws. */
export function sensitivityAsk(args: readonly string[]): Result<SensitivityAsk, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      of: { type: 'string' },
      from: { type: 'string' },
      policy: { type: 'string' },
      'two-way': { type: 'string' },
      spider: { type: 'boolean', default: false },
      estimates: { type: 'boolean', default: false },
      information: { type: 'boolean', default: false },
      at: { type: 'string' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      ...COMMON_ERROR_OPTIONS,
      json: { type: 'boolean', default: false },
      csv: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { policy, of, from, at, spider, estimates, information, json, csv, force } = values;
  if (policy !== undefined && policy !== 'held' && policy !== 'reoptimised')
    return fail(`--policy is held or reoptimised, not \`${policy}\``);
  const draws = wholeNumber('--draws', values.draws, USUAL_DRAWS, [20, 100_000]);
  if (!draws.ok) return draws;
  const seed = wholeNumber('--seed', values.seed, 1, [0, 2 ** 32 - 1]);
  if (!seed.ok) return seed;
  const commonError = commonErrorOf(values);
  if (!commonError.ok) return commonError;
  const written = values['two-way'];
  const [one, other, ...more] = written?.split(',').map((name) => name.trim()) ?? [];
  if (written !== undefined && (!one || !other || more.length > 0 || one === other))
    return fail(`--two-way names two different things with a comma between, not \`${written}\``);
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) return fail('name one scenario folder or decision tree');
  return succeed({
    path,
    of,
    from,
    policies: policy === undefined ? ['reoptimised', 'held'] : [policy],
    twoWay: one === undefined || other === undefined ? undefined : [one, other],
    spider,
    estimates,
    information: information || at !== undefined || values.draws !== undefined || values.seed !== undefined,
    at,
    draws: draws.value,
    seed: seed.value,
    commonError: commonError.value,
    json,
    csv,
    force,
  });
}
