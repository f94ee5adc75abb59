import type { PlayModel } from '../src/analysis/rollback/playModel.ts';
import { readRational, toNumber } from '../src/domain/rational.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';

/** How a model of play is written on a command line. */
export interface ModelOptions {
  readonly model?: string | undefined;
  readonly lambda?: string | undefined;
  readonly rationality?: string | undefined;
}

/** Λ of bounded play where none is given; the answer says so. */
const USUAL_RATIONALITY = 20;

/** The model of play that options name: `rational` unless a λ or Λ is given. On a wrong combination, what is wrong with it. */
export function playModelOf({ model, lambda, rationality }: ModelOptions): Result<PlayModel, string> {
  if (lambda !== undefined && rationality !== undefined) return fail('give --lambda or --rationality, not both');
  const stated = lambda ?? rationality;
  const name = model ?? (stated === undefined ? 'rational' : 'bounded');
  if (name !== 'rational' && name !== 'bounded' && name !== 'tendency') {
    return fail(`--model is rational, bounded or tendency, not \`${name}\``);
  }
  if (name !== 'bounded') {
    return stated === undefined
      ? succeed({ name })
      : fail(`--lambda and --rationality belong to bounded play, not to ${name}`);
  }
  if (stated === undefined) return succeed({ name, rationality: USUAL_RATIONALITY });
  const exact = readRational(stated);
  const number = exact === undefined ? Number.NaN : toNumber(exact);
  const option = lambda === undefined ? '--rationality' : '--lambda';
  if (!(number >= 0 && Number.isFinite(number))) return fail(`${option} is a number from 0 upwards, not \`${stated}\``);
  return succeed(lambda === undefined ? { name, rationality: number } : { name, lambda: number });
}
