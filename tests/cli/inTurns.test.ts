import { expect, test } from 'vitest';
import { inTurns } from '../../cli/inTurns.ts';

test('answers come in the order of what was asked, and no more is done at once than is allowed', async () => {
  let [running, most] = [0, 0];
  const answers = await inTurns([5, 1, 4, 2, 3], 2, async (thing) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, thing));
    running -= 1;
    return thing * 10;
  });
  expect(answers).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
  expect(await inTurns([], 3, async () => 1)).toEqual([]);
});

test('a stop lets what has begun end, begins nothing else, and gives no answer', async () => {
  const begun: number[] = [];
  const answers = await inTurns([0, 1, 2, 3, 4], 2, async (thing) => {
    begun.push(thing);
    await new Promise(setImmediate);
    return thing === 1 ? undefined : thing;
  });
  expect(answers).toBeUndefined();
  expect(begun.length).toBeLessThan(5);
});
