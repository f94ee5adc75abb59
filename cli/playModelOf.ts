import type { PlayModel } from '../src/analysis/rollback/playModel.ts';
import { readRational, toNumber } from '../src/domain/rational.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { orMeant } from './orMeant.ts';

/** How a model of play is written on a command line. */
export interface ModelOptions {
  readonly model?: string | undefined;
  readonly lambda?: string | undefined;
  readonly rationality?: string | undefined;
}

/** Λ of bounded play where none is given; the answer says so. */
const USUAL_RATIONALITY = 20;

/** The models of play, as they are named on a command line. */
const MODELS = ['rational', 'bounded', 'tendency'] as const;

/** Λ is read from 0, which is chance, to 100, which is nearly never a mistake. */
const MOST_RATIONALITY = 100;

/** A number from 0 to the most that is allowed, as it was written; else what is wrong with it. */
function numberFrom0(option: string, written: string, most: number): Result<number, string> {
  // 1e+5 is how programs write 1e5.
  const exact = readRational(written.replace(/(?<=\d[eE])\+/, ''));
  const number = exact === undefined ? Number.NaN : toNumber(exact);
  if (number >= 0 && number <= most) return succeed(number);
  if (most !== Number.MAX_VALUE) return fail(`${option} is a number from 0 to ${most}, not \`${written}\``);
  return number === Number.POSITIVE_INFINITY || (/\d/.test(written) && Number(written) === Number.POSITIVE_INFINITY)
    ? fail(`${option} is too large to be computed with: \`${written}\``)
    : fail(`${option} is a number from 0 upwards, not \`${written}\``);
}

/** The sentence on a word that names no model of play. */
export const noSuchModel = (written: string, names: readonly string[] = MODELS): string =>
  `--model is ${names.slice(0, -1).join(', ')} or ${names.at(-1)}, not \`${written}\`${orMeant(written, names)}`;

/** The model of play that options name: `rational` unless a λ or Λ is given. On a wrong combination, what is wrong with it. */
export function playModelOf({ model, lambda, rationality }: ModelOptions): Result<PlayModel, string> {
  if (lambda !== undefined && rationality !== undefined) return fail('give --lambda or --rationality, not both');
  const stated = lambda ?? rationality;
  const name = model ?? (stated === undefined ? 'rational' : 'bounded');
  if (name !== 'rational' && name !== 'bounded' && name !== 'tendency') return fail(noSuchModel(name));
  if (name !== 'bounded') {
    return stated === undefined
      ? succeed({ name })
      : fail(`--lambda and --rationality belong to bounded play, not to ${name}`);
  }
  if (lambda !== undefined) {
    const read = numberFrom0('--lambda', lambda, Number.MAX_VALUE);
    return read.ok ? succeed({ name, lambda: read.value }) : read;
  }
  if (rationality === undefined) return succeed({ name, rationality: USUAL_RATIONALITY });
  const read = numberFrom0('--rationality', rationality, MOST_RATIONALITY);
  return read.ok ? succeed({ name, rationality: read.value }) : read;
}

/** λ and Λ as an answer states them: each null where the model has none. */
export const statedPlay = (
  play: PlayModel | { readonly name: 'held' },
): { readonly lambda: number | null; readonly rationality: number | null } => ({
  lambda: 'lambda' in play && typeof play.lambda === 'number' ? play.lambda : null,
  rationality: 'rationality' in play ? play.rationality : null,
});
