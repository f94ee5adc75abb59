import { expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { unfold } from '../../machines/unfold.ts';
import { isStub, movesFrom, placedStates } from '../../src/domain/chart.ts';
import { splitScenario } from '../../src/domain/prose.ts';

const kursk = () => requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);

test('the cut scenario plays like the whole, position by position', async () => {
  const scenario = await kursk();
  const { structure } = splitScenario(scenario);
  const whole = unfold(scenario, negotiation(scenario), { depth: 4 });
  const cut = unfold(structure, negotiation(structure), { depth: 4 });
  let compared = 0;
  for (const position of whole) {
    const other = cut.next().value;
    expect(other?.line).toEqual(position.line);
    expect(other?.snapshot.context).toEqual(position.snapshot.context);
    compared += 1;
  }
  expect(cut.next().done).toBe(true);
  expect(compared).toBeGreaterThan(100);
});

test('every long text is kept, by id path, and none stays in the structure', async () => {
  const scenario = await kursk();
  const { structure, prose, ledger } = splitScenario(scenario);
  for (const { id, branchId, state } of placedStates(scenario)) {
    if (isStub(state)) continue;
    const texts = prose[branchId] ?? {};
    for (const [actor, account] of Object.entries(state.meta.told ?? {}))
      expect(texts[`${id}.told.${actor}`]).toBe(account);
    for (const { id: move, meta } of movesFrom(scenario, id)) {
      expect(texts[`${move}.reason`]).toBe(meta.reason);
      expect(texts[`${move}.law`]).toBe(meta.law?.text);
    }
  }
  const left = JSON.stringify(structure);
  const longTexts = Object.values(prose)
    .flatMap((texts) => Object.values(texts))
    .filter((text) => text.length > 60);
  expect(longTexts.length).toBeGreaterThan(200);
  expect(longTexts.filter((text) => left.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  expect(ledger.facts).toEqual(scenario.facts);
});
