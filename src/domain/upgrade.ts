import { error, type Problem } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { FORMAT } from './scenario.ts';

type Mapping = Readonly<Record<string, unknown>>;
/** One small step from a format version to the next. A released step is never edited. */
export type UpgradeSteps = Readonly<Record<number, (file: Mapping) => Mapping>>;

/** Version → the step to the next one. Version 1 is the first, so there is none yet. */
const STEPS: UpgradeSteps = {};

const isVersion = (format: unknown): format is number =>
  typeof format === 'number' && Number.isInteger(format) && format >= 1;

/**
 * Brings a scenario file of an older format version up to the present one, a step per version. A newer one is refused; where `format`
 * is no version at all, the file is handed on as it is, for the schema to say so beside everything else.
 */
export function upgrade(
  file: Mapping,
  steps: UpgradeSteps = STEPS,
  present: number = FORMAT,
): Result<Mapping, Problem> {
  const { format } = file;
  if (!isVersion(format)) return succeed(file);
  if (format > present) {
    const message = `the file is written in format ${format}; this Parley reads up to ${present}`;
    return fail(error('unknown-format', ['format'], message, 'use a newer Parley'));
  }
  let current = file;
  for (let version = format; version < present; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new RangeError(`there is no step from format ${version} to ${version + 1}`);
    current = { ...step(current), format: version + 1 };
  }
  return succeed(current);
}
