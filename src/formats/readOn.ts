import type { z } from 'zod';
import type { Path } from '../domain/problem.ts';
import type { Misfit } from './misfit.ts';
import { valueAt } from './schemaIssues.ts';
import { schemaProblems } from './schemaProblems.ts';

/** Misfits inside what was filled in come to light one level at a time; a scenario has fewer levels than this. */
const ROUNDS = 16;

type Container = Record<string | number, unknown>;

function repairAt(root: unknown, { path, repair }: Misfit): void {
  const container = valueAt(root, path.slice(0, -1)) as Container | undefined;
  const key = path.at(-1);
  if (typeof container !== 'object' || container === null || key === undefined || repair.kind === 'keep') return;
  if (repair.kind === 'fill') container[key] = structuredClone(repair.value);
  else if (Object.hasOwn(container, key)) {
    if (repair.kind === 'rename' && !Object.hasOwn(container, repair.to)) container[repair.to] = container[key];
    delete container[key];
  }
}

/** What of a file can be read although the schema refused parts of it. */
export interface Salvage {
  /** The file with something of the right form wherever there was none. */
  readonly value: unknown;
  /** The parts that stand in for something else, or whose value is refused: nothing may be concluded from them. */
  readonly holes: readonly Path[];
}

/** Puts something of the right form wherever the schema found none. Undefined where that cannot be done. */
export function readOn(schema: z.ZodType, written: unknown): Salvage | undefined {
  const value: unknown = structuredClone(written);
  const holes: Path[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const misfits = schemaProblems(schema, value);
    // An unknown key hides nothing that a scenario knows of; a refused id does.
    for (const { code, path } of misfits) if (code !== 'unknown-key') holes.push(path);
    const repairable = misfits.filter(({ repair }) => repair.kind !== 'keep');
    if (repairable.length === 0) return { value, holes };
    for (const found of repairable) repairAt(value, found);
  }
  return undefined;
}
