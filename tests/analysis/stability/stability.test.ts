import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONCEPTS } from '../../../src/analysis/stability/concepts.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import type { Conflict } from '../../../src/domain/conflict.ts';
import { isStableByDefinition } from '../../support/graphModelByDefinition.ts';
import { graphConflict, optionConflict } from '../../support/randomConflict.ts';

const KINDS: readonly (readonly [string, fc.Arbitrary<Conflict>])[] = [
  ['two to four decision makers on any graph, with ties and tolerances', graphConflict({ most: 8, makers: [2, 4] })],
  ['options, infeasible combinations and one-way options', optionConflict],
  ['a single decision maker', graphConflict({ most: 6, makers: [1, 1] })],
];

describe.each(KINDS)('%s', (_, conflicts) => {
  test('the near-linear method gives what the definitions give, state by state', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const { stable, equilibrium } = stability(conflict);
        for (const concept of CONCEPTS) {
          const defined = conflict.decisionMakers.map((__, i) =>
            conflict.states.map((___, s) => (isStableByDefinition[concept](conflict, i, s) ? 1 : 0)),
          );
          expect(stable[concept].map((own) => [...own])).toEqual(defined);
          const everybody = conflict.states.map((___, s) => (defined.every((own) => own[s] === 1) ? 1 : 0));
          expect([...equilibrium[concept]]).toEqual(everybody);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is stable for want of something better is stable by all, and SMR and SEQ are each stable by GMR', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const { stable } = stability(conflict);
        for (const i of conflict.decisionMakers.keys()) {
          for (const s of conflict.states.keys()) {
            const [nash = 0, gmr = 0, smr = 0, seq = 0] = CONCEPTS.map((concept) => stable[concept][i]?.[s]);
            expect([nash <= smr, nash <= seq, smr <= gmr, seq <= gmr]).toEqual([true, true, true, true]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
