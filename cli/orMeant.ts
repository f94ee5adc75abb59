import { nearMiss } from '../src/domain/problem.ts';

/** What follows a sentence about an unknown word: “; did you mean `solve`?” where one of the known words is near enough, else nothing. */
export function orMeant(word: string, known: Iterable<string>): string {
  const meant = nearMiss(word, known);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}
