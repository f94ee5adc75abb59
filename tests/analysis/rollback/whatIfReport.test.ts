import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { solveScenario } from '../../../cli/solveScenario.ts';
import { branchesWhere, whatIfReport } from '../../../src/analysis/rollback/whatIfReport.ts';
import { readEfg } from '../../../src/formats/efg/readEfg.ts';

const TWO_PRICES = `EFG 2 R "Two prices" { "Seller" "Buyer" }
p "" 1 1 "" { "fair" "high" } 0
p "" 2 1 "" { "accept" "refuse" } 0
t "" 1 "fair deal" { 6 4 }
t "" 2 "no deal" { 0 1 }
p "" 2 2 "" { "accept" "refuse" } 0
t "" 3 "dear deal" { 9 1 }
c "" 1 "" { "better offer" 1/4 "none" 3/4 } 0
t "" 4 "elsewhere" { 0 8 }
t "" 5 "nothing" { 0 1 }
`;

function reportOn(asked: string) {
  const { game } = readEfg(TWO_PRICES, 'two-prices.efg');
  if (game === undefined) throw new Error('the game cannot be read');
  const branches = branchesWhere(game.tree, (branch) => game.labels.branch(branch) === asked);
  return whatIfReport(game.tree, game.labels, { name: 'rational' }, branches);
}

describe('a forced move', () => {
  test('as a surprise is made where play comes, and announced wherever it can be', () => {
    expect(reportOn('refuse')).toMatchObject({
      ok: true,
      value: {
        unforced: { Seller: 6, Buyer: 4 },
        surprise: { node: 1, after: ['fair'], reach: 1, values: { Seller: 0, Buyer: 1 }, odds: { 'no deal': 1 } },
        // Two prices that are equally bad for the seller: the value is the even mix, the line the declared order.
        announced: { places: 2, values: { Seller: 0, Buyer: 1.875 }, line: ['fair', 'refuse'] },
      },
    });
  });

  test('which is never played is a surprise at the place where it can be made', () => {
    expect(reportOn('high')).toMatchObject({
      value: { surprise: { node: 0, after: [], values: { Seller: 0, Buyer: 2.75 } }, announced: { places: 1 } },
    });
  });

  test('cannot be one of chance', () => {
    expect(reportOn('none')).toMatchObject({ ok: false, error: { code: 'forced-chance', node: 6 } });
  });

  test('of a scenario is asked of every branch that offers it, and of no other', async () => {
    const scenario = await requireScenario(fileURLToPath(new URL('../../../scenarios/kursk-2025', import.meta.url)));
    const solved = solveScenario(scenario, {
      model: { name: 'rational' },
      branches: ['ceasefire', 'withdrawal'],
      withNames: false,
      whatIf: 'ceasefire.reply.reject',
    });
    if (!solved.ok) throw new Error(solved.error.message);
    const { ceasefire, withdrawal } = solved.value.branches;
    expect(withdrawal?.whatIf).toBeUndefined();
    const option = ceasefire?.options?.moves.find(({ move }) => move === 'Reject');
    expect(ceasefire?.whatIf?.surprise.values).toEqual(option?.values);
    expect(ceasefire?.whatIf?.announced.values).toEqual(option?.values);
    expect(ceasefire?.whatIf?.unforced).toEqual(ceasefire?.values);
  });
});
