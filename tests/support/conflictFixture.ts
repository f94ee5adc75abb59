import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Conflict } from '../../src/domain/conflict.ts';
import { readConflict } from '../../src/formats/conflict/readConflict.ts';

/** The text of a published conflict in tests/literature/gmcr. */
export const conflictText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../literature/gmcr/${name}.json`, import.meta.url)), 'utf8');

/** A conflict from its text, which must be sound. */
export function conflictOf(text: string): Conflict {
  const { conflict, problems } = readConflict(text, 'conflict.json');
  if (conflict === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return conflict;
}

/** A published conflict. */
export const publishedConflict = (name: string): Conflict => conflictOf(conflictText(name));

/** A conflict told by its graph: rankings by worth per state, moves as pairs. */
export function smallConflict(
  makers: Readonly<
    Record<string, { readonly payoffs: readonly number[]; readonly moves: readonly (readonly [number, number])[] }>
  >,
): Conflict {
  const states = Object.values(makers)[0]?.payoffs.map((_, state) => `s${state}`) ?? [];
  return conflictOf(
    JSON.stringify({
      format: 'gmcr-fixture/1',
      name: 'A small conflict',
      decisionMakers: Object.entries(makers).map(([name, { payoffs }]) => ({
        name,
        payoffs: Object.fromEntries(payoffs.map((payoff, state) => [`s${state}`, payoff])),
      })),
      states: states.map((id) => ({ id })),
      moves: Object.fromEntries(
        Object.entries(makers).map(([name, { moves }]) => [
          name,
          moves.map((move) => move.map((state) => `s${state}`)),
        ]),
      ),
    }),
  );
}
