import { decisionRules } from '../../src/analysis/regret/regretTable.ts';
import { readMcda, type WeightedTable } from '../../src/formats/mcdaTable.ts';
import { MCDA_SEED, regretAnswer, smaaOf } from '../mcdaAnswer.ts';
import { type Answer, type Expectation, FixtureFault, isObject, type Json, type JsonObject } from './fixture.ts';
import { tableOf } from './tableOf.ts';

/** Draws where no exact answer can be had, and the number whose sampling error figures are held to (4 standard errors of a share of 1/2). */
const DRAWS = 400_000;
const HELD_TO = 100_000;

/** What stands for “not defined”, as a central weight that no weights lead to: a null states nothing where figures are compared. */
const UNDEFINED = 'not defined';

const defined = (value: Json): Json =>
  value === null
    ? UNDEFINED
    : Array.isArray(value)
      ? value.map(defined)
      : isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, defined(item)]))
        : value;

/** Whether a fixture says that its figures are exact; else they have a sampling error too, and so are held to one. */
const saysExact = (table: Json | undefined): boolean =>
  isObject(table) && typeof table.method === 'string' && /^\s*exact\b/i.test(table.method);

function smaaAnswer(
  table: WeightedTable,
  isExact: boolean,
): { readonly answer: Answer; readonly tolerance: number | undefined } {
  const found = smaaOf(table, { draws: DRAWS, seed: MCDA_SEED });
  if (!found.ok) throw new FixtureFault(`smaa.weightConstraint: ${found.error}`);
  const { rank, pairwise, central } = found.value.acceptability;
  return {
    answer: {
      rankAcceptability: rank,
      pairwiseWinning: pairwise,
      centralWeights: central.map((weights) => weights ?? UNDEFINED),
      confidenceFactor: found.value.confidence.map((share) => share ?? UNDEFINED),
      confidenceFactors: found.value.confidence.map((share) => share ?? UNDEFINED),
    },
    tolerance: isExact && found.value.isExact ? undefined : 4 * Math.sqrt(0.25 / HELD_TO),
  };
}

/** Hurwicz’s α is part of the name of what is expected: `hurwicz0.4`, `hurwicz0.4Choice`. */
const alphasIn = (expected: Json): readonly number[] =>
  (isObject(expected) ? Object.keys(expected) : []).flatMap((key) => {
    const [, alpha] = /^hurwicz(\d+(?:\.\d+)?)(?:Choice)?$/.exec(key) ?? [];
    return alpha === undefined ? [] : [Number(alpha)];
  });

/** What is expected of a fixture of the schema `mcda-fixture/1`, under each key of its tables that begins with `expected`, with our answers. */
export function mcdaExpectations(fixture: JsonObject): readonly Expectation[] {
  const { smaa, regret } = tableOf(fixture, readMcda);
  const asked = (part: 'smaa' | 'regret', read: (expected: Json) => Pick<Expectation, 'answer' | 'tolerance'>) => {
    const table = fixture[part];
    return Object.entries(isObject(table) ? table : {}).flatMap(([key, expected]): readonly Expectation[] =>
      key.startsWith('expected') ? [{ path: `${part}.${key}`, expected: defined(expected), ...read(expected) }] : [],
    );
  };
  const whole = Object.entries(fixture).flatMap(([key, expected]): readonly Expectation[] =>
    key.startsWith('expected') ? [{ path: key, expected, answer: undefined }] : [],
  );
  const answered = smaa === undefined ? undefined : smaaAnswer(smaa, saysExact(fixture.smaa));
  return [
    ...whole,
    ...(answered === undefined ? [] : asked('smaa', () => answered)),
    ...(regret === undefined
      ? []
      : asked('regret', (expected) => ({
          answer: regretAnswer(regret, decisionRules(regret), alphasIn(expected)),
          tolerance: undefined,
        }))),
  ];
}
