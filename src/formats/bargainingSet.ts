import { distinctNames, readTable, type TableReader, type TableReading } from './jsonTable.ts';

/** A list of outcomes with what each is worth to each party: the format `bargaining-set/1`. */
export interface BargainingSet {
  readonly name: string;
  /** As the file writes them: texts or numbers. */
  readonly ids: readonly (string | number)[];
  /** A row per outcome, points per party, each in the party's own unit. */
  readonly utilities: readonly (readonly number[])[];
  /** Per party, what it has without agreement; null where it states nothing. */
  readonly reservation: readonly (number | null)[];
}

/** The schema's name in the files themselves. */
const BARGAINING_SCHEMA = 'bargaining-set/1';

function readSet(value: unknown, reader: TableReader): BargainingSet | undefined {
  const root = reader.object(value, []);
  if (root === undefined) return undefined;
  if (root.schema !== undefined && root.schema !== BARGAINING_SCHEMA)
    reader.wrong(['schema'], `the schema is not \`${BARGAINING_SCHEMA}\``, 'is this another kind of file?');
  const rows = reader.list(root.outcomes, ['outcomes']);
  const first = (rows[0] as { u?: unknown } | null | undefined)?.u;
  const stated = root.reservation;
  const parties = Array.isArray(stated) ? stated.length : Array.isArray(first) ? first.length : 0;
  if (rows.length > 0 && parties === 0) reader.wrong(['outcomes', 0, 'u'], 'expected points of at least one party');
  const perParty = { is: parties, why: 'every outcome has the points of every party, and so has `reservation`' };
  const outcomes = rows.map((row, index) => {
    const path = ['outcomes', index];
    const outcome = reader.object(row, path);
    const { id, u } = outcome ?? {};
    if (outcome !== undefined && typeof id !== 'string' && typeof id !== 'number')
      reader.wrong([...path, 'id'], 'expected the name of the outcome, a text', 'give every outcome an `id`');
    const points = outcome === undefined ? [] : reader.list(u, [...path, 'u'], perParty);
    return {
      id: typeof id === 'number' ? id : String(id),
      points: points.map((point, party) => reader.number(point, [...path, 'u', party])),
    };
  });
  distinctNames(
    outcomes.map(({ id }, index) => ({ name: String(id), path: ['outcomes', index, 'id'] })),
    'outcomes',
    reader,
  );
  const reservation =
    stated === undefined || stated === null
      ? Array.from({ length: parties }, () => null)
      : reader
          .list(stated, ['reservation'])
          .map((least, party) => (least === null ? null : reader.number(least, ['reservation', party])));
  return {
    name: typeof root.name === 'string' ? root.name : '',
    ids: outcomes.map(({ id }) => id),
    utilities: outcomes.map(({ points }) => points),
    reservation,
  };
}

/** Reads a bargaining set from JSON. What else the file states, as expected answers, is not read here. */
export const readBargainingSet = (text: string, file: string): TableReading<BargainingSet> =>
  readTable(text, file, readSet);
