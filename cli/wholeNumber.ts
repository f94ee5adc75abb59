import { fail, type Result, succeed } from '../src/domain/result.ts';

/** A whole number of a range as it was written on a command line; else what is wrong with it. */
export function wholeNumber<Usual extends number | undefined>(
  option: string,
  written: string | undefined,
  usual: Usual,
  [least, most]: readonly [number, number],
): Result<number | Usual, string> {
  if (written === undefined) return succeed(usual);
  const number = /^\d{1,10}$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return succeed(number);
  return fail(
    `${option} is a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}, not \`${written}\``,
  );
}
