import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { scenarioShape } from '../../domain/scenario.ts';
import { branch } from '../../domain/schema/branch.ts';
import { ledger } from '../../domain/schema/ledger.ts';

/** What a folder's scenario.yaml may say: branches stand in files of their own, and so may the ledger. */
const mainFile = z.strictObject({ ...scenarioShape, branches: scenarioShape.branches.optional() });

/** The three kinds of file of a scenario folder. A branch is copied out of its name, since draft 7 ignores all beside a `$ref`. */
const FILES = [
  { file: 'scenario.schema.json', schema: mainFile, title: 'A Parley scenario: scenario.yaml' },
  { file: 'facts.schema.json', schema: ledger, title: 'The ledger of a Parley scenario: facts.yaml' },
  {
    file: 'branch.schema.json',
    schema: z.strictObject(branch.shape),
    title: 'A branch of a Parley scenario: branches/<id>.yaml',
  },
] as const;

/**
 * JSON Schema of each kind of scenario file, by file name, so that an editor completes keys and underlines what does not fit.
 * Draft 7 is the one that the common editors' YAML plugins read in full. What it cannot say (names that must exist, sums, reachable
 * states) is left to `parley check`.
 */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    FILES.map(({ file, schema, title }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [file, { $schema, title, ...rest }];
    }),
  );
}

/** A schema as the text of its file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, schema] of jsonSchemas()) await writeFile(new URL(file, import.meta.url), schemaText(schema));
}
