import { basename } from 'node:path';
import type { DecisionTree } from '../src/domain/decisionTree.ts';
import { decisionTreeText } from '../src/formats/decisionTree/decisionTreeText.ts';
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
