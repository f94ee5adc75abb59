import { parseArgs } from 'node:util';
import { printLines } from './printLines.ts';
import { usage } from './usage.ts';
import { findFixtures } from './verify/findFixtures.ts';
import type { Verification } from './verify/fixture.ts';
import { verifyFixture } from './verify/verifyFixture.ts';

const USAGE =
  'parley verify PATH... [--partial] [--json]   PATH is a fixture or a folder of fixtures; --partial lets pass what is not compared in a file of which something is';

const counted = (count: number, singular: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : `${singular}s`}`;

/** Figures over all files. */
function countsOf(files: readonly Verification[], faults: readonly string[]) {
  const total = (count: (file: Verification) => number) => files.reduce((sum, file) => sum + count(file), 0);
  return {
    files: files.length,
    compared: total(({ compared }) => compared),
    differences: total(({ differences }) => differences.length),
    notCompared: total(({ notCompared }) => notCompared.length),
    errors: total(({ errors }) => errors.length) + faults.length,
  };
}

function* fileLines({ file, compared, differences, notCompared, errors }: Verification): Generator<string> {
  const isSound = differences.length + notCompared.length + errors.length === 0;
  yield `${file}: ${counted(compared, 'figure')} compared${isSound ? ', all as expected' : ''}`;
  for (const error of errors) yield `  error         ${error}`;
  for (const { path, expected, got } of differences) {
    yield `  difference    ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
  }
  for (const path of notCompared) yield `  not compared  ${path}`;
}

/** `parley verify`: exit 0 when every figure is as expected, 1 when one is not, is not compared or cannot be, 2 for usage. */
export async function verify(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, partial: { type: 'boolean', default: false } },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, partial } = parsed.values;
  if (parsed.positionals.length === 0) return usage.refuse(USAGE, 'name a fixture or a folder of fixtures');
  const { files: paths, faults } = await findFixtures(parsed.positionals);
  const files: Verification[] = [];
  for (const path of paths) files.push(await verifyFixture(path));
  const counts = countsOf(files, faults);
  const ok = counts.differences + counts.errors === 0 && (partial || counts.notCompared === 0);
  if (json) {
    await printLines([JSON.stringify({ ok, partial, counts, errors: faults, files }, null, 2)]);
    return ok ? 0 : 1;
  }
  await printLines([
    ...files.flatMap((file) => [...fileLines(file)]),
    ...faults.map((fault) => `error: ${fault}`),
    '',
    `${counted(counts.files, 'file')}: ${counted(counts.compared, 'figure')} compared, ${counted(counts.differences, 'difference')}, ${counts.notCompared.toLocaleString('en')} not compared, ${counted(counts.errors, 'error')}`,
  ]);
  return ok ? 0 : 1;
}
