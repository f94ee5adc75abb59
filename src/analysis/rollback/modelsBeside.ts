import type { GameLabels, GameTree } from '../../domain/gameTree.ts';
import { oddsOfOutcomes } from './ends.ts';
import type { PlayModel } from './playModel.ts';
import { solve } from './solve.ts';
import { workspaceFor } from './workspace.ts';

/** Odds of outcomes under one model of play. */
export interface ModelOdds {
  readonly model: PlayModel['name'];
  /** Λ, where play is bounded and was stated so. */
  readonly rationality?: number;
  /** λ per payoff point, where it was stated so. */
  readonly lambda?: number | readonly number[];
  readonly odds: Readonly<Record<string, number>>;
}

/**
 * The two Λ that always stand beside each other. A move that is better by a tenth of what the actor may win or lose is taken 1.6 times as
 * often at 5 and 7.4 times as often at 20.
 */
const RATIONALITIES = [5, 20] as const;

/** Odds are told in twentieths: finer is not known. */
export const twentieths = (odds: number): number => Math.round(20 * odds);

const isSame = (one: PlayModel, other: PlayModel): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The odds under the models that always stand together: rational, bounded at two Λ, and tendency where the game declares one; and the one
 * that was asked for, where it is none of these. Says whether any two outcomes change places between them.
 */
export function compareModels(
  tree: GameTree,
  outcome: GameLabels['outcome'],
  asked: { readonly model: PlayModel; readonly odds: ReadonlyMap<string, number> },
): { readonly models: readonly ModelOdds[]; readonly dependsOnModel: boolean } {
  const always: readonly PlayModel[] = [
    { name: 'rational' },
    ...RATIONALITIES.map((rationality) => ({ name: 'bounded' as const, rationality })),
    { name: 'tendency' },
  ];
  const models = always.some((model) => isSame(model, asked.model)) ? always : [asked.model, ...always];
  const columns = workspaceFor(tree);
  const found = models.flatMap((model): ModelOdds[] => {
    const { name, ...stated } = model;
    if (isSame(model, asked.model)) return [{ model: name, ...stated, odds: Object.fromEntries(asked.odds) }];
    const solved = solve(tree, model, columns);
    if (!solved.ok) return [];
    return [{ model: name, ...stated, odds: Object.fromEntries(oddsOfOutcomes(tree, outcome, columns.reach)) }];
  });
  return { models: found, dependsOnModel: changePlaces(found) };
}

/** Whether one outcome is likelier than another under one model and less likely under another, in twentieths. */
function changePlaces(models: readonly ModelOdds[]): boolean {
  const names = [
    ...new Set(models.flatMap(({ odds }) => Object.keys(odds).filter((name) => twentieths(odds[name] ?? 0) > 0))),
  ];
  return names.some((one, index) =>
    names.slice(index + 1).some((other) => {
      const signs = models.map(({ odds }) => Math.sign(twentieths(odds[one] ?? 0) - twentieths(odds[other] ?? 0)));
      return signs.includes(1) && signs.includes(-1);
    }),
  );
}
