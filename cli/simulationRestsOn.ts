import { statedPlay } from './playModelOf.ts';
import type { DrawnPlay } from './simulateScenario.ts';
import { figure } from './textTable.ts';

/** How actors choose in the draws, in words. */
const PLAY: Readonly<Record<DrawnPlay['name'], string>> = {
  rational: 'Re-solved: in every draw the actors choose what is best for them, as if they knew that draw’s numbers.',
  bounded: 'Re-solved: in every draw the actors choose better moves more often, as if they knew that draw’s numbers.',
  tendency: 'In every draw the moves have their declared tendencies, drawn within their ranges.',
  held: 'Held: the actors choose as rational play does at central values, whatever a draw says.',
};

/** What draws add to what a solve assumes. */
const OF_DRAWS = [
  'The tree is that of the central walk: which moves are open does not change with a draw.',
  'What counts as equally good, and λ where play is bounded, are those of the solution at central values.',
  '± is one standard error. Beside a share of the draws stands its 95 % Wilson score interval.',
];

/** What an answer over draws rests on, a sentence each: what the solves of its branches assume, each once, and what draws add. */
export const simulationAssumptions = (
  play: DrawnPlay['name'],
  solves: readonly (readonly string[])[],
): readonly string[] => [...new Set(solves.flat()), PLAY[play], ...OF_DRAWS];

/** How actors choose, with λ or Λ: what an answer needs to be had again. */
export function playSentence(play: DrawnPlay): string {
  const { lambda, rationality } = statedPlay(play);
  if (rationality !== null) return `Model of play: ${play.name}, Λ ${figure(rationality)}.`;
  return lambda === null
    ? `Model of play: ${play.name}.`
    : `Model of play: ${play.name}, λ ${figure(lambda)} per point.`;
}

/** What the method is called. */
export const simulationMethod = (solves: readonly string[]): string =>
  ['Monte Carlo over draws of all judged numbers', ...new Set(solves)].join('; ');

/** Who described it. */
export const simulationSource = (solves: readonly string[]): string =>
  [
    'Metropolis & Ulam 1949, The Monte Carlo Method',
    ...new Set(solves),
    'Wilson 1927, Probable Inference, the Law of Succession, and Statistical Inference',
  ].join('; ');
