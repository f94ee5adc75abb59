import { readEfg } from '../../src/formats/efg/readEfg.ts';
import { gameBeside, rootValues, solved } from './efgFixture.ts';
import { type Expectation, FixtureFault, isObject, type Json, type JsonObject, type ReadBeside } from './fixture.ts';

function entries(list: Json | undefined, name: string): readonly JsonObject[] {
  if (!Array.isArray(list) || !list.every((entry: Json) => isObject(entry))) {
    throw new FixtureFault(`\`${name}\` is not a list of entries`);
  }
  return list as readonly JsonObject[];
}

function fileOf({ file }: JsonObject): string {
  if (typeof file !== 'string') throw new FixtureFault('an entry does not name its `file`');
  return file;
}

/** An index of the schema `efg-reject/1`: files that must be refused, each for its reason, or accepted. */
export async function rejections(fixture: JsonObject, readBeside: ReadBeside): Promise<readonly Expectation[]> {
  const all: Expectation[] = [];
  for (const [index, entry] of entries(fixture.files, 'files').entries()) {
    const file = fileOf(entry);
    const { game, problems } = readEfg(await readBeside(file), file);
    const reasons = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    const { expect = null, reason = null } = entry;
    if (expect === null) throw new FixtureFault(`the entry for ${file} does not say what to \`expect\``);
    const path = `files[${index}]`;
    all.push({ path: `${path}.expect`, expected: expect, answer: game === undefined ? 'reject' : 'accept' });
    const named = reasons.find((code) => code === reason) ?? reasons.join(', ');
    all.push({ path: `${path}.reason`, expected: reason, answer: named === '' ? 'none' : named });
  }
  return all;
}

/** An index of the schema `efg-bench/1`: larger games with their subgame-perfect values. */
export async function benchValues(fixture: JsonObject, readBeside: ReadBeside): Promise<readonly Expectation[]> {
  const all: Expectation[] = [];
  for (const [index, entry] of entries(fixture.list, 'list').entries()) {
    const { tree } = await gameBeside(fileOf(entry), readBeside);
    const answer = rootValues(tree, solved(tree, { name: 'rational' }));
    all.push({ path: `list[${index}].speValues`, expected: entry.speValues ?? null, answer });
  }
  return all;
}
