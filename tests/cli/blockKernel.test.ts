import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { expect, test } from 'vitest';
import { drawJob } from '../../cli/simulateScenario.ts';
import { blockFields, memoryLayout, sumsFields } from '../../src/analysis/kernel/wasmBlocks.ts';
import { harbourLease } from '../support/harbourLease.ts';

const HOME = fileURLToPath(new URL('../../assembly/', import.meta.url));

/** The fields of a class of assembly/block.ts, in their order. */
function fieldsOf(name: string): readonly string[] {
  const source = readFileSync(`${HOME}block.ts`, 'utf8');
  const body = source.slice(source.indexOf(`class ${name} {`)).split('\n}')[0] ?? '';
  return [...body.matchAll(/^ {2}(\w+): (?:i32|usize);$/gm)].map(([, field]) => field ?? '');
}

test('the WebAssembly that ships is what its source compiles to', async () => {
  let compiled: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['blockKernel.ts', '--baseDir', HOME, '--config', `${HOME}asconfig.json`, '--target', 'release'],
    {
      writeFile: (_, contents) => {
        compiled = contents as Uint8Array;
      },
    },
  );
  expect([error, stderr.toString()]).toEqual([null, '']);
  const shipped = readFileSync(new URL('../../cli/blockKernel.wasm', import.meta.url));
  expect(Buffer.from(compiled ?? []).equals(shipped), 'npm run kernel compiles it again').toBe(true);
}, 60_000);

test('a block is described in the order in which the module reads it', () => {
  const scenario = harbourLease();
  const job = drawJob(scenario, Object.keys(scenario.branches)[0] ?? '', { name: 'rational' }, 1, true);
  if (!job.ok) throw new Error(job.error);
  const { plan, play } = job.value;
  expect(Object.keys(blockFields(memoryLayout(), plan, play, true))).toEqual(fieldsOf('Block'));
  for (const fields of sumsFields(memoryLayout(), plan.tree)) expect(Object.keys(fields)).toEqual(fieldsOf('Sums'));
});
