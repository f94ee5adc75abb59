import { expect, test } from 'vitest';
import { planText } from '../../cli/planText.ts';
import { bargainPlan } from '../../src/analysis/bargaining/bargainPlan.ts';
import { reachableBargains } from '../../src/analysis/bargaining/reachableBargains.ts';
import { solve } from '../../src/analysis/rollback/solve.ts';
import { readEfg } from '../../src/formats/efg/readEfg.ts';

/** The plan of the first bargain between the first two players of a game, in words. */
function planOf(text: string): readonly string[] {
  const { game } = readEfg(text, 'plan.efg');
  if (game === undefined) throw new Error('the game cannot be read');
  const solved = solve(game.tree, { name: 'rational' });
  if (!solved.ok) throw new Error(solved.error.message);
  const { share } = solved.value.columns;
  const plan = bargainPlan(game.tree, share, reachableBargains(game.tree, share, [0, 1]), 0);
  return [...planText(game, (actor) => actor, plan)].map((line) => line.replace(/^ {4}/, ''));
}

const PROMISES = `EFG 2 R "" { "Ann" "Ben" "Cat" }
p "" 1 1 "" { "open" "stay away" } 0
c "" 1 "" { "sun" 1/2 "cloud" 1/4 "storm" 1/4 } 0
p "" 2 1 "" { "share" "keep" } 0
t "" 1 "a full table" { 9 4 0 }
t "" 2 "nothing" { 0 5 0 }
p "" 2 2 "" { "share" "keep" } 0
t "" 3 "a full table" { 9 4 0 }
t "" 4 "nothing" { 0 5 0 }
p "" 3 1 "" { "help" "watch" } 0
t "" 5 "a wet table" { 3 3 1 }
t "" 6 "a lost day" { 2 2 2 }
t "" 7 "nothing" { 1 1 1 }
`;

test('says who is bound to what, joins results that the same steps follow, and names what others do unbound', () => {
  expect(planOf(PROMISES)).toEqual([
    'Ann: open',
    'If “sun” or “cloud” (15 in 20):',
    '  Ben: share',
    '  ■ a full table',
    'If “storm” (5 in 20):',
    '  Cat (solved play, not bound): watch',
    '  ■ a lost day',
  ]);
});

test('does not join results that lead elsewhere', () => {
  const plan = planOf(PROMISES.replace('t "" 3 "a full table"', 't "" 3 "a laid table"'));
  expect(plan.filter((line) => line.startsWith('If'))).toEqual([
    'If “sun” (10 in 20):',
    'If “cloud” (5 in 20):',
    'If “storm” (5 in 20):',
  ]);
});
