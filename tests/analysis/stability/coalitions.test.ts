import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coalitionStability, coalitions, vulnerabilities } from '../../../src/analysis/stability/coalitions.ts';
import { CONCEPTS } from '../../../src/analysis/stability/concepts.ts';
import { reach } from '../../../src/analysis/stability/searcher.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import { vulnerabilitySentence } from '../../../src/analysis/stability/verdictSentence.ts';
import { publishedConflict } from '../../support/conflictFixture.ts';
import {
  coalitionImprovements,
  improvements,
  isCoalitionStableByDefinition,
  movesOfCoalition,
} from '../../support/graphModelByDefinition.ts';
import { graphConflict, optionConflict } from '../../support/randomConflict.ts';

describe.each([
  ['graphs', graphConflict({ most: 6, makers: [2, 4] })],
  ['options', optionConflict],
])('over %s', (_, conflicts) => {
  test('every coalition’s improvements and stable states are those of the definitions, reading A', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const singles = conflict.decisionMakers.map((__, one) => [one]);
        for (const members of [...singles, ...coalitions(conflict)]) {
          const found = coalitionStability(conflict, members);
          for (const state of conflict.states.keys()) {
            expect(new Set(found.improvements.get(state))).toEqual(coalitionImprovements(conflict, members, state));
            for (const concept of CONCEPTS)
              expect(found.stable[concept].includes(state)).toBe(
                isCoalitionStableByDefinition[concept](conflict, members, state),
              );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('an equilibrium is vulnerable where a coalition improves on it to another one, by moves that lead there', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const found = stability(conflict);
        const said = vulnerabilities(conflict, found);
        const defined = coalitions(conflict).flatMap((members) =>
          CONCEPTS.flatMap((concept) =>
            [...conflict.states.keys()].flatMap((from) =>
              [...coalitionImprovements(conflict, members, from)]
                .filter((to) => found.equilibrium[concept][from] === 1 && found.equilibrium[concept][to] === 1)
                .map((to) => `${members} ${concept} ${from} ${to}`),
            ),
          ),
        );
        expect(said.map(({ members, concept, from, to }) => `${members} ${concept} ${from} ${to}`).sort()).toEqual(
          defined.sort(),
        );
        for (const { path, to, members } of said) {
          expect(path.at(-1)?.to).toBe(to);
          expect(path.every(({ mover }) => members.includes(mover))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what can follow from a state is what legal sequences of all lead to', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const from = conflict.statusQuo ?? 0;
        fc.pre(conflict.states.length > 0);
        const everybody = [...conflict.decisionMakers.keys()];
        const without = (states: ReadonlySet<number>) =>
          [...states].filter((state) => state !== from).sort((a, b) => a - b);
        expect(reach(conflict, from)).toEqual({
          from,
          byMoves: without(movesOfCoalition(conflict, everybody, from)),
          byImprovements: without(movesOfCoalition(conflict, everybody, from, improvements)),
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('coalitions are all groups of two or more, the smaller ones first', () => {
  expect(coalitions(publishedConflict('elmira-9'))).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 1, 2],
  ]);
});

test('Elmira: MoE and Uniroyal could leave s5 together for s8, as published', () => {
  const elmira = publishedConflict('elmira-9');
  const found = vulnerabilities(elmira, stability(elmira)).filter(({ concept }) => concept === 'nash');
  expect(found.map((one) => vulnerabilitySentence(elmira, one))).toEqual([
    'MoE and Uniroyal could leave s5 together for s8, another equilibrium (nash) that each of them prefers: MoE would take up “modify” (s6), then Uniroyal would give up “delay” and take up “accept” (s8).',
  ]);
});
