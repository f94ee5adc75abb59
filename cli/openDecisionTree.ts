import { basename } from 'node:path';
import { decisionTreeGame } from '../src/analysis/sensitivity/decisionTreeGame.ts';
import { decisionTreeModel } from '../src/analysis/sensitivity/decisionTreeModel.ts';
import type { DecisionTree } from '../src/domain/decisionTree.ts';
import type { GameLabels, GameTree } from '../src/domain/gameTree.ts';
import { decisionTreeText, valueProblem } from '../src/formats/decisionTree/decisionTreeText.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { readText } from './openGame.ts';

/** A decision tree as read from a file, with what is wrong with it; or, where the file cannot be read at all, why. */
export async function openDecisionTree(
  path: string,
): Promise<
  { readonly tree: DecisionTree | undefined; readonly problems: readonly LocatedProblem[] } | { readonly fault: string }
> {
  const read = await readText(path);
  return 'text' in read ? decisionTreeText(read.text, basename(path)) : { fault: read.fault };
}

/** The tree in a file at its base values, as a game of one actor, with what is wrong with it. */
export async function openTreeGame(path: string): Promise<
  | {
      readonly game: { readonly tree: GameTree; readonly labels: GameLabels } | undefined;
      readonly problems: readonly LocatedProblem[];
    }
  | { readonly fault: string }
> {
  const reading = await openDecisionTree(path);
  if ('fault' in reading || reading.tree === undefined)
    return 'fault' in reading ? reading : { ...reading, game: undefined };
  const named = decisionTreeGame(decisionTreeModel(reading.tree));
  if (named.ok) return { game: { tree: named.value.game, labels: named.value.labels }, problems: [] };
  return { game: undefined, problems: [valueProblem(basename(path), named.error.place, named.error.message)] };
}
