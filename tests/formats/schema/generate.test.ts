import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFolder } from '../../../cli/readFolder.ts';
import { jsonSchemas, schemaText } from '../../../src/formats/schema/generate.ts';
import { readYaml } from '../../../src/formats/yaml.ts';
import { scenarioFolders } from '../../support/scenarioFolders.ts';

const committed = (file: string): string =>
  readFileSync(new URL(`../../../src/formats/schema/${file}`, import.meta.url), 'utf8');

/** The schema file that speaks of a scenario's file. */
const schemaFor = (file: string): string =>
  file === 'scenario.yaml' || file === 'facts.yaml' ? file.replace('.yaml', '.schema.json') : 'branch.schema.json';

/** The committed schema as a validator, read back from its own JSON and not from the types that it was made of. */
const validator = (file: string): z.ZodType => z.fromJSONSchema(JSON.parse(committed(file)));

describe('the JSON Schema that editors read', () => {
  test.each([...jsonSchemas()])('%s is up to date; else run `npm run schema`', (file, schema) => {
    expect(committed(file)).toBe(schemaText(schema));
  });

  test.each(scenarioFolders)('accepts every file of $name', async ({ path }) => {
    const files = (await readFolder(path)) ?? [];
    expect(files.map(({ file }) => file)).toContain('scenario.yaml');
    const refused = files.flatMap(({ file, text }) => {
      const { error } = validator(schemaFor(file)).safeParse(readYaml(text).value);
      return error === undefined ? [] : [`${file}: ${z.prettifyError(error)}`];
    });
    expect(refused).toEqual([]);
  });

  test.each(scenarioFolders)(
    'is named in the first line of every file of $name, by a path that leads there',
    async ({ path }) => {
      for (const { file, text } of (await readFolder(path)) ?? []) {
        const up = file.includes('/') ? '../../..' : '../..';
        const [first] = text.split('\n');
        expect(first, file).toBe(`# yaml-language-server: $schema=${up}/src/formats/schema/${schemaFor(file)}`);
      }
    },
  );

  test.each([
    ['a misspelt key', 'scenario.yaml', 'title: The courtyard', 'titel: The courtyard'],
    ['an unknown value', 'facts.yaml', '    status: corroborated', '    status: probably'],
    ['a missing basis', 'branches/evenings.yaml', '    basis: { judgement: A refusal', '    #'],
  ])('refuses %s in %s', async (_fault, file, written, planted) => {
    const template = scenarioFolders.find(({ name }) => name === '_template');
    const text = (await readFolder(template?.path ?? ''))?.find((read) => read.file === file)?.text ?? '';
    expect(text).toContain(written);
    const faulty = readYaml(text.replace(written, planted));
    expect(faulty.problems).toEqual([]);
    expect(validator(schemaFor(file)).safeParse(faulty.value).success).toBe(false);
  });
});
