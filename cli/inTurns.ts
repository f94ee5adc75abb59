/**
 * Does something with each of some things, `width` of them at once, and gives the answers in the order of the things; undefined as soon as
 * one answer is undefined: what has begun is then waited for, and nothing else is begun.
 */
export async function inTurns<Thing, Answer>(
  things: readonly Thing[],
  width: number,
  answer: (thing: Thing) => Promise<Answer | undefined>,
): Promise<readonly Answer[] | undefined> {
  const answers: Answer[] = [];
  let next = 0;
  let isStopped = false;
  const take = async (): Promise<void> => {
    while (!isStopped && next < things.length) {
      const at = next;
      next += 1;
      const found = await answer(things[at] as Thing);
      if (found === undefined) isStopped = true;
      else answers[at] = found;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, take));
  return isStopped ? undefined : answers;
}
