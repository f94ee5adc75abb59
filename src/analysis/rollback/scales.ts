import type { GameTree } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import type { Scales } from './choose.ts';
import type { PlayModel, Refusal } from './playModel.ts';
import { geometricMean } from './score.ts';
import { type Span, toleranceOf } from './spans.ts';

/** λ per actor; undefined where the model has none. An actor to whom all ends are the same has no λ for a given Λ: NaN. */
export type Lambdas = readonly number[] | undefined;

const tooClose: Refusal = {
  code: 'payoff-range',
  message:
    'payoffs differ by too little for bounded play to be computed (less than about 1e-306): count them in a smaller unit',
};

/** λ per actor as a model states it, in choices per payoff point. */
export function lambdasOf(tree: GameTree, model: PlayModel, spans: readonly Span[]): Result<Lambdas, Refusal> {
  if (model.name !== 'bounded') return succeed(undefined);
  const written =
    'rationality' in model
      ? spans.map(({ least, most }) => (most > least ? model.rationality / (most - least) : Number.NaN))
      : typeof model.lambda === 'number'
        ? tree.actors.map(() => model.lambda as number)
        : model.lambda;
  const stated = 'rationality' in model ? [model.rationality] : written;
  if (stated.length > 0 && stated.every((number) => Number.isFinite(number) && number >= 0)) {
    if (written.includes(Number.POSITIVE_INFINITY)) return fail(tooClose);
    if (written.length === tree.actors.length) return succeed(written);
    const message = `there are ${tree.actors.length} actors, and λ was given for ${written.length}`;
    return fail({ code: 'lambda-count', message });
  }
  const what = 'rationality' in model ? 'Λ' : 'λ';
  return fail({
    code: 'lambda-range',
    message: `${what} is a number from 0 (chance) upwards; for always the best move take rational play`,
  });
}

/**
 * What choices go by. Deciders who must agree share one λ: the geometric mean of theirs. It goes with J, which is the geometric mean of
 * their gains: λJ then does not change when one of them counts in other units, and under Λ it is Λ ÷ (geometric mean of their spans).
 * Who has no λ because all ends are the same to it is left out of the mean.
 */
export function scalesOf(tree: GameTree, spans: readonly Span[], lambdas: Lambdas): Scales {
  const equalWithin = spans.map(toleranceOf);
  const at = (column: readonly number[], deciders: readonly number[]) =>
    deciders.map((actor) => column[actor] ?? Number.NaN).filter((number) => !Number.isNaN(number));
  const scoreWithin = tree.deciders.map((deciders) =>
    deciders.length === 0 ? 0 : geometricMean(at(equalWithin, deciders)),
  );
  const lambda = tree.deciders.map((deciders) => {
    const own = at(lambdas ?? [], deciders);
    return own.length === 0 ? 0 : geometricMean(own);
  });
  return { equalWithin, scoreWithin, lambda };
}
