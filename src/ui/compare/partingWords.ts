import { actorName } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Parting } from './parting.ts';
import type { Words } from './words.ts';

/** Where lines part, in a few sentences: what they share, who chooses where they part, and which of them stop there. */
export function partingSentences(
  scenario: Scenario,
  { parting: words }: Words,
  { shared, sharedLabels, at, stopping }: Parting,
  letters: readonly string[],
): readonly string[] {
  const beginning = shared.length === 0 ? words.atOnce : words.shared(sharedLabels);
  if (at === undefined) return [beginning, words.none];
  const { chooser, ask } = at;
  const names = chooser.kind === 'actors' ? chooser.actors.map((actor) => actorName(scenario, actor)) : [];
  const place =
    chooser.kind === 'actors'
      ? words.decides(names, ask)
      : chooser.kind === 'chance'
        ? words.chance(ask)
        : words.reader(ask);
  const stops = stopping.length === 0 ? [] : [words.stops(stopping.map((line) => letters[line] ?? ''))];
  return [beginning, place, ...stops];
}
