import type { GameTree } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { choosesBest } from '../rollback/choose.ts';
import { METHODS, type Method } from '../rollback/methods.ts';
import type { Refusal } from '../rollback/playModel.ts';
import { rollBack } from '../rollback/rollBack.ts';
import { type Solution, valueAt } from '../rollback/solve.ts';
import { workspaceFor } from '../rollback/workspace.ts';
import { type Draw, forEachResult } from './chanceResults.ts';
import { bestReplies } from './lonePlayer.ts';

/** A value of information among several actors, in the points of the actor it is about. */
export interface InformationValue {
  readonly method: Method;
  readonly assumptions: readonly string[];
  readonly value: number;
}

/** Two figures, because they answer different questions; being *seen* to know is a third, which this tool does not answer. */
export interface InformationForOne {
  /** The actor alone learns it and nobody notices: the others move as solved. Never negative. */
  readonly privately: InformationValue;
  /** Everybody learns it before the first move, and all choose anew. May be negative. */
  readonly publicly: InformationValue;
}

const KNOWN_FIRST = 'The named results of chance are known before the first decision; all others stay open.';
const NOT_SEEN = 'What it is worth to be seen to know needs a game of imperfect information and is not computed here.';

/**
 * What it is worth to one actor that results of chance are known before the first decision: privately and publicly. `draws` are the chance
 * nodes that are learned, each alone or with those that come out alike. For rational play only; both go through every joint result.
 */
export function informationForOne(
  tree: GameTree,
  solution: Solution,
  actor: number,
  draws: readonly Draw[],
): Result<InformationForOne, Refusal> {
  if (solution.model.name !== 'rational') {
    const message =
      'under this model actors do not make the most of what they know, so a gain from knowing more could not be told from a gain from choosing better; ask for it under rational play';
    return fail({ code: 'not-rational', message });
  }
  const columns = workspaceFor(tree);
  let [informed, together] = [0, 0];
  const gone = forEachResult(tree, draws, (fixed, probability) => {
    informed += probability * (bestReplies(fixed, actor, solution.columns.share)[0] as number);
    rollBack(fixed, columns, choosesBest(fixed, columns, solution.scales));
    together += probability * (columns.values[actor]?.[0] ?? Number.NaN);
  });
  if (!gone.ok) return gone;
  const base = valueAt(solution, actor);
  return succeed({
    privately: {
      method: METHODS.privateInformation,
      assumptions: [
        KNOWN_FIRST,
        'Only this actor learns them, and nobody counts on it. What it decides together with others stays as solved.',
        NOT_SEEN,
      ],
      value: Math.max(0, informed - base),
    },
    publicly: {
      method: METHODS.publicInformation,
      assumptions: [KNOWN_FIRST, 'Everybody learns them, and everybody knows that.', NOT_SEEN],
      value: together - base,
    },
  });
}
