import { expect, test } from 'vitest';
import { commonErrorOf, commonErrorWords } from '../../cli/commonError.ts';
import { simulate } from '../../cli/simulate.ts';
import { contentHash } from '../../src/formats/contentHash.ts';
import { inProcess } from '../support/inProcess.ts';
import { TEMPLATE, templateWith } from '../support/template.ts';

async function spread(...options: readonly string[]): Promise<number> {
  const ask = [TEMPLATE, '--from', 'evenings', '--draws', '400', '--threads', '1', '--json', ...options];
  const { status, stdout } = await inProcess(simulate, ...ask);
  expect(status).toBe(0);
  const { values } = JSON.parse(stdout).branches.evenings;
  const { p10, p90 } = Object.values(values)[0] as { readonly p10: number; readonly p90: number };
  return p90 - p10;
}

test('judgements that err together leave more in doubt than those that err apart', async () => {
  const [apart, usual, together] = [await spread('--rho', '0'), await spread(), await spread('--rho', '1')];
  expect(apart).toBeLessThan(usual);
  expect(usual).toBeLessThan(together);
});

test('how they err is said beside the figures, and is no part of the scenario’s stamp', async () => {
  const { stdout } = await inProcess(simulate, TEMPLATE, '--draws', '2', '--threads', '1', '--kappa=-0.5');
  expect(stdout).toContain('common errors within blocks: ρ 0.5, κ −0.5: a judge who leans to one of the two');
  const scenario = await templateWith();
  const other = { ...scenario, commonError: { rho: 0.2 } };
  expect(contentHash(other)).toBe(contentHash(scenario));
  expect(commonErrorWords(other)).toBe('common errors within blocks: ρ 0.2, κ 0');
});

test.each([
  [{ rho: '1.2' }, '--rho is a number from 0 to 1, not `1.2`'],
  [{ rho: 'x' }, '--rho is a number from 0 to 1, not `x`'],
  [{ kappa: '-2' }, '--kappa is a number from -1 to 1, not `-2`'],
])('%j is refused in words', (written, error) => expect(commonErrorOf(written)).toEqual({ ok: false, error }));

test('both are read as numbers, and what is not said stays as it is', () => {
  expect(commonErrorOf({ rho: '0.25', kappa: '-1/4' })).toEqual({ ok: true, value: { rho: 0.25, kappa: -0.25 } });
  expect(commonErrorOf({})).toEqual({ ok: true, value: {} });
});
