import type { z } from 'zod';
import { unreadParts } from '../domain/check/unread.ts';
import type { Path } from '../domain/problem.ts';
import type { Misfit } from './misfit.ts';
import { notFiniteNumbers } from './notFinite.ts';
import { valueAt } from './schemaIssues.ts';
import { schemaProblems } from './schemaProblems.ts';

/** Misfits inside what was filled in come to light one level at a time; a scenario has fewer levels than this. */
const ROUNDS = 16;

const pathOf = ({ path }: Misfit): Path => path;

type Container = Record<string | number, unknown>;

function repairAt(root: unknown, { path, repair }: Misfit): void {
  const container = valueAt(root, path.slice(0, -1)) as Container | undefined;
  const key = path.at(-1);
  if (typeof container !== 'object' || container === null || key === undefined || repair.kind === 'keep') return;
  if (repair.kind === 'fill' || repair.kind === 'mend') container[key] = structuredClone(repair.value);
  else if (Object.hasOwn(container, key)) {
    if (repair.kind === 'rename' && !Object.hasOwn(container, repair.to)) container[repair.to] = container[key];
    delete container[key];
  }
}

/** A file read against the schema, past whatever the schema refuses. */
export interface SchemaReading {
  readonly misfits: readonly Misfit[];
  /** The file with something of the right form wherever there was none; undefined where that could not be done. */
  readonly value: unknown;
  /** The parts that stand in for something else, or whose value is refused: nothing may be concluded from them. */
  readonly holes: readonly Path[];
}

/** Reads plain data against a schema; `unread` are parts that are known to be missing, of which nothing is said. */
export function readOn(schema: z.ZodType, written: unknown, unread: readonly Path[]): SchemaReading {
  const value: unknown = structuredClone(written);
  const notFinite = notFiniteNumbers(value);
  for (const found of notFinite) repairAt(value, found);
  const holes: Path[] = [...unread, ...notFinite.map(({ path }) => path)];
  const { covers, isIn } = unreadParts(holes);
  const first = schemaProblems(schema, value);
  const misfits = [
    ...notFinite,
    ...first.filter(({ path, isRule }) => !covers(path) && !(isRule === true && isIn(path))),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = schemaProblems(schema, value);
    // An unknown key hides nothing that a scenario knows of, and what was meant is read; a refused id or value hides something.
    holes.push(...found.filter(({ code, repair }) => code !== 'unknown-key' && repair.kind !== 'mend').map(pathOf));
    const repairable = found.filter(({ repair }) => repair.kind !== 'keep');
    if (repairable.length === 0) return { misfits, value, holes };
    for (const one of repairable) repairAt(value, one);
  }
  return { misfits, value: undefined, holes };
}
