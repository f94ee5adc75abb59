import { CONCEPTS } from '../src/analysis/stability/concepts.ts';
import { type DrawnEquilibria, drawnEquilibria, shareError } from '../src/analysis/stability/drawnEquilibria.ts';
import { drawnPostureConflicts } from '../src/analysis/stability/postureConflict.ts';
import { actorName } from '../src/domain/actors.ts';
import type { Conflict } from '../src/domain/conflict.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { sentenceLines, textTable } from './textTable.ts';

/** The seed of the redraws, unless somebody asks for another. */
export const POSTURE_SEED = 1;
const MOST_USUAL_DRAWS = 400;
const FEWEST_USUAL_DRAWS = 60;
/** States times redraws, a second or two’s worth. */
const USUAL_WORK = 100_000;

/** Redraws unless somebody asks for more: fewer where there are very many states, so that the answer comes in seconds. */
export const usualDraws = ({ states }: Conflict): number =>
  Math.min(MOST_USUAL_DRAWS, Math.max(FEWEST_USUAL_DRAWS, Math.floor(USUAL_WORK / states.length)));

/** Rows that are printed: states that are an equilibrium in no redraw are left out. */
const MOST_ROWS = 24;

/** In how many redraws each posture is an equilibrium. */
export const postureDraws = (scenario: Scenario, conflict: Conflict, draws: number, seed: number): DrawnEquilibria =>
  drawnEquilibria(drawnPostureConflicts(scenario, draws, seed), conflict.states.length);

/** “in 14 of 20 redraws”, and that there are too few of them where the sampling error is a twentieth or more. */
function inRedraws(share: number, draws: number): string {
  if (share === 0) return '–';
  const count = Math.round(20 * share);
  const told = share >= 1 - 1e-12 ? 'all' : count === 0 ? 'under 1' : count === 20 ? 'over 19' : String(count);
  const error = shareError(share, draws);
  return error >= 0.05 ? `${told} of 20 (± ${Math.round(20 * error)})` : `${told} of 20`;
}

/** In how many redraws each posture is an equilibrium, as people read it in a terminal. */
export function* redrawLines({ states }: Conflict, { draws, shares }: DrawnEquilibria): Generator<string> {
  const all = [...states.keys()].filter((state) => CONCEPTS.some((concept) => (shares[concept][state] as number) > 0));
  // In the order of the states, since none is better than another for being an equilibrium more often.
  const most = all.toSorted((a, b) => (shares.gmr[b] as number) - (shares.gmr[a] as number)).slice(0, MOST_ROWS);
  const rows = most.sort((a, b) => a - b);
  yield '';
  yield `In how many redraws of every judgement within its range a state is an equilibrium (${draws.toLocaleString('en')} redraws)`;
  yield* textTable([
    ['', ...CONCEPTS],
    ...rows.map((state) => [
      states[state] ?? '',
      ...CONCEPTS.map((concept) => inRedraws(shares[concept][state] as number, draws)),
    ]),
  ]);
  if (rows.length < all.length) yield `  and ${all.length - rows.length} more, each in fewer redraws`;
  const none = states.length - all.length;
  if (none > 0) yield `  ${none === 1 ? '1 state' : `${none} states`} in no redraw`;
  yield* sentenceLines(
    'A share of redraws says how firmly the answer follows from the judgements; it is no probability. Each redraw is judged anew, as if all knew its numbers.',
  );
}

/** The same as data: per state and concept its share of the redraws and the sampling error. */
export const redrawJson = ({ states }: Conflict, { draws, shares }: DrawnEquilibria, seed: number): object => ({
  draws,
  seed,
  meaning: 'share of the redraws in which the state is an equilibrium; never a probability',
  equilibria: Object.fromEntries(
    states.map((state, index) => [
      state,
      Object.fromEntries(
        CONCEPTS.map((concept) => {
          const share = shares[concept][index] as number;
          return [concept, { share, error: shareError(share, draws) }];
        }),
      ),
    ]),
  ),
});

/** What a scenario's figures rest on beside those of every conflict, a sentence each. */
export const postureAssumptions = (scenario: Scenario): readonly string[] => {
  const tolerances = Object.entries(scenario.postures?.indifference ?? {}).filter(([actor]) => actor !== 'basis');
  const told = tolerances.map(([actor, points]) => `${actorName(scenario, actor)} ${points}`).join(', ');
  const forGood = (scenario.postures?.irreversible ?? []).map((id) => {
    const [actor = '', option = ''] = id.split('.');
    return `“${scenario.postures?.options[actor]?.[option]?.label ?? id}”`;
  });
  return [
    'A state is a combination of options. Its worth to an actor is what is at stake for it, on the initial values with the effects of every option taken and of every combination that it contains; or its place by the actor’s declared statements.',
    told === ''
      ? 'An actor counts any gain as one.'
      : `A gain counts for an actor only where it is larger than so many of its own points: ${told}.`,
    ...(forGood.length === 0
      ? []
      : [`Never taken back: ${forGood.join(', ')}. A state may hold only because there is no way back from it.`]),
  ];
};
