import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findFixtures } from '../../cli/verify/findFixtures.ts';
import { verifyFixture } from '../../cli/verify/verifyFixture.ts';

const EFG = fileURLToPath(new URL('./efg', import.meta.url));

const DECISION_TREE = fileURLToPath(new URL('./decision-tree', import.meta.url));

const { files, faults } = await findFixtures([EFG, DECISION_TREE]);

test('finds every game with known answers, the index of what must be refused and that of larger games', () => {
  expect(faults).toEqual([]);
  const games = readdirSync(EFG).filter((name) => name.endsWith('.efg'));
  expect(games.length).toBeGreaterThanOrEqual(6);
  const trees = readdirSync(DECISION_TREE).filter((name) => name.endsWith('.json'));
  expect(trees.length).toBeGreaterThanOrEqual(2);
  expect(files).toHaveLength(games.length + 2 + trees.length);
});

const GMCR = fileURLToPath(new URL('./gmcr', import.meta.url));
const conflicts = (await findFixtures([GMCR])).files;

test('finds every conflict with known answers', () => {
  expect(conflicts.length).toBeGreaterThanOrEqual(6);
});

test.each(conflicts)('%s: every figure of the conflict is as expected, and none is left out', async (file) => {
  const { compared, ...rest } = await verifyFixture(file);
  expect(rest).toEqual({ file, schema: 'gmcr-fixture/1', differences: [], notCompared: [], errors: [] });
  expect(compared).toBeGreaterThan(40);
});

test.each(files)('%s: every figure is as expected, and none is left out', async (file) => {
  const { compared, ...rest } = await verifyFixture(file);
  expect(rest).toEqual({
    file,
    schema: expect.stringMatching(/^(efg|decision-tree)-/),
    differences: [],
    notCompared: [],
    errors: [],
  });
  expect(compared).toBeGreaterThan(3);
});
