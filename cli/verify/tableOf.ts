import type { TableReading } from '../../src/formats/jsonTable.ts';
import { FixtureFault, type JsonObject } from './fixture.ts';

/** The table that a fixture holds, by its reader. Throws a `FixtureFault` that names the first place where it is none. */
export function tableOf<Table>(fixture: JsonObject, read: (text: string, file: string) => TableReading<Table>): Table {
  const { table, problems } = read(JSON.stringify(fixture), '');
  if (table !== undefined) return table;
  const [first] = problems;
  throw new FixtureFault(`${first?.path || 'the whole'}: ${first?.message}`);
}
