import { type CommonError, errorModelOf } from '../src/domain/parameters.ts';
import { readRational, toNumber } from '../src/domain/rational.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';

/** The options by which a command that draws is told how judgements err together. */
export const COMMON_ERROR_OPTIONS = { rho: { type: 'string' }, kappa: { type: 'string' } } as const;

function within(option: string, written: string | undefined, least: number): Result<number | undefined, string> {
  if (written === undefined) return succeed(undefined);
  const exact = readRational(written);
  const value = exact === undefined ? Number.NaN : toNumber(exact);
  return value >= least && value <= 1
    ? succeed(value)
    : fail(`${option} is a number from ${least} to 1, not \`${written}\``);
}

/** How far the errors of one block are shared (ρ, 0 to 1), and how those of the two principals go together (κ, −1 to 1). */
export function commonErrorOf(written: {
  readonly rho?: string | undefined;
  readonly kappa?: string | undefined;
}): Result<Partial<CommonError>, string> {
  const rho = within('--rho', written.rho, 0);
  if (!rho.ok) return rho;
  const kappa = within('--kappa', written.kappa, -1);
  if (!kappa.ok) return kappa;
  return succeed({
    ...(rho.value === undefined ? {} : { rho: rho.value }),
    ...(kappa.value === undefined ? {} : { kappa: kappa.value }),
  });
}

/** How the judgements of a scenario are taken to err together, in words. */
export function commonErrorWords(scenario: Scenario): string {
  const { rho, kappa } = errorModelOf(scenario);
  const leans =
    kappa < 0 ? ': a judge who leans to one of the two' : kappa > 0 ? ': a judge who errs alike on both' : '';
  return `common errors within blocks: ρ ${rho}, κ ${String(kappa).replace('-', '−')}${leans}`;
}
