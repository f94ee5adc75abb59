import type { InformationAnswer } from './informationOf.ts';
import { judgedPoints, textTable } from './textTable.ts';

/** Numbers that a table of what is worth knowing shows. */
const MOST_NUMBERS = 10;

/** A signed figure of points. */
const signed = (points: number): string => `${points < 0 ? '−' : '+'}${judgedPoints(Math.abs(points))}`;

/** What knowing more is worth, as people read it in a terminal. */
export function* informationLines(
  information: InformationAnswer | { readonly refused: string },
  ofName: string,
): Generator<string> {
  if ('refused' in information) {
    yield `What knowing more is worth: ${information.refused}.`;
    return;
  }
  const { decision, after, draws, seed, options, evpi, bins, noise, numbers, chance } = information;
  yield `What it is worth to ${ofName} to know judged numbers before its choice at ${decision}${after.length === 0 ? '' : ` (after ${after.join(', ')})`}, in its own points`;
  yield* textTable([
    ['', `mean over ${draws.toLocaleString('en')} draws`],
    ...options.map(({ label, mean }) => [label, judgedPoints(mean)]),
  ]);
  const isEnough = evpi.error <= evpi.value;
  yield `  all of them at once: ${evpi.value.toFixed(2)} ± ${evpi.error.toFixed(2)}${isEnough ? '' : ' (not enough draws yet)'}`;
  const above = numbers.filter(({ isAboveNoise }) => isAboveNoise);
  yield `  each alone, by ${bins} bins; a shuffled number, which tells nothing, shows ${noise.mean.toFixed(3)} on average and up to ${noise.most.toFixed(3)} in ${noise.shuffles} shuffles`;
  yield* textTable(above.slice(0, MOST_NUMBERS).map(({ name, value }) => [name, value.toFixed(3)])).map(
    (line) => `  ${line}`,
  );
  if (above.length === 0) yield '    no single number can be told from that noise';
  const rest = above.length - MOST_NUMBERS;
  if (rest > 0) yield `    and ${rest} more above the noise`;
  yield `    ${(numbers.length - above.length).toLocaleString('en')} of ${numbers.length.toLocaleString('en')} numbers are within the noise`;
  yield '  Numbers with a common error tell of each other, so these figures do not add up. Everybody goes on choosing as at central values after the choice.';
  if (chance.length === 0)
    yield 'No result of chance stands where play comes to from there, so none is worth knowing first.';
  else {
    yield `What it is worth to ${ofName} to know how chance comes out before that choice, at central values: alone and unnoticed (private), or with everybody (public; may be negative)`;
    yield* textTable([
      ['', 'private', 'public', ''],
      ...chance.map(({ state, privately, publicly, places, isWhole }) => [
        state,
        signed(privately),
        signed(publicly),
        isWhole
          ? `${places.toLocaleString('en')} place${places === 1 ? '' : 's'} of the tree, learned together`
          : 'where play first comes to it',
      ]),
    ]);
    yield '  What it is worth to be seen to know needs a game of imperfect information and is not computed here.';
  }
  yield `  Draws: seed ${seed}.`;
}
