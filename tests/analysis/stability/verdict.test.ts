import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPTS } from '../../../src/analysis/stability/concepts.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import { explainer, type Temptation, type Verdict } from '../../../src/analysis/stability/verdict.ts';
import { verdictSentence } from '../../../src/analysis/stability/verdictSentence.ts';
import { type Conflict, isBetter } from '../../../src/domain/conflict.ts';
import { publishedConflict } from '../../support/conflictFixture.ts';
import { improvements, reachable } from '../../support/graphModelByDefinition.ts';
import { graphConflict, optionConflict } from '../../support/randomConflict.ts';

/** Whether an answer is a legal sequence of others’ moves that leaves the mover no better off, as its concept asks. */
function isAnswer(conflict: Conflict, { decisionMaker, concept, state }: Verdict, { to, answer }: Temptation): boolean {
  const step = concept === 'seq' ? improvements : reachable;
  let [at, last] = [to, -1];
  for (const { mover, to: next } of answer ?? []) {
    if (mover === decisionMaker || mover === last || !step(conflict, mover, at).has(next)) return false;
    [at, last] = [next, mover];
  }
  const isNoBetter = (end: number): boolean => !isBetter(conflict, decisionMaker, end, state);
  const escapes = concept === 'smr' ? [...reachable(conflict, decisionMaker, at)] : [];
  return (answer?.length ?? 0) > 0 && isNoBetter(at) && escapes.every(isNoBetter);
}

test.each([
  ['graphs', graphConflict({ most: 7, makers: [2, 4] })],
  ['options', optionConflict],
])(
  'over %s: a verdict agrees with the near-linear method, and its witness is what the concept asks for',
  (_, conflicts) => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const { stable } = stability(conflict);
        const explain = explainer(conflict);
        for (const one of conflict.decisionMakers.keys()) {
          for (const state of conflict.states.keys()) {
            for (const concept of CONCEPTS) {
              const verdict = explain(one, concept, state);
              expect(verdict.stable).toBe(stable[concept][one]?.[state] === 1);
              expect(new Set(verdict.temptations.map(({ to }) => to))).toEqual(improvements(conflict, one, state));
              for (const temptation of verdict.temptations)
                if (temptation.answer !== undefined) expect(isAnswer(conflict, verdict, temptation)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);

test('a verdict in words says who would do what, and where that leads', () => {
  const syria = publishedConflict('syria-iraq-1975');
  const explain = explainer(syria);
  const say = (maker: number, concept: (typeof CONCEPTS)[number], id: string) =>
    verdictSentence(syria, explain(maker, concept, syria.states.indexOf(id)));
  expect(say(0, 'nash', 's1')).toBe('Syria stays at s1 (nash): no move of its own leads to what it prefers.');
  expect(say(1, 'nash', 's1')).toBe('Iraq does not stay at s1 (nash): it prefers to take up “attack” (s4).');
  expect(say(1, 'gmr', 's1')).toBe(
    'Iraq stays at s1 (gmr): it does not take up “attack” (s4), because then Syria could take up “release” (s5); that is no better for Iraq than s1.',
  );
  expect(say(1, 'smr', 's1')).toBe(
    'Iraq does not stay at s1 (smr): it prefers to take up “attack” (s4); Syria could take up “release” (s5), but Iraq could then give up “attack” (s2), which it prefers to s1.',
  );
  expect(say(1, 'seq', 's1')).toBe(
    'Iraq does not stay at s1 (seq): it prefers to take up “attack” (s4); Syria could take up “release” (s5), but somebody would move against its own interest there.',
  );
  expect(say(0, 'smr', 's3')).toBe(
    'Syria stays at s3 (smr): it does not give up “escalate” (s1), because then Iraq could take up “attack” (s4); that is no better for Syria than s3, and Syria could not get away from that.',
  );
  expect(say(1, 'gmr', 's3')).toContain('and nobody can answer so that it ends no better off');
});

test('a move of a conflict told by its graph is named by where it leads', () => {
  const elmira = publishedConflict('elmira-9');
  const sentence = verdictSentence(elmira, explainer(elmira)(2, 'gmr', elmira.states.indexOf('s1')));
  expect(sentence).toMatch(/^Local Government stays at s1 \(gmr\): it does not take up “insist” \(s5\), because then /);
});
