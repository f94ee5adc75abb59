import { beforeAll, describe, expect, test } from 'vitest';
import { loadScenario } from '../../cli/loadScenario.ts';
import { readFolder } from '../../cli/readFolder.ts';
import { shockSweep } from '../../cli/shockSweep.ts';
import { instruments } from '../../machines/instrument.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import { refinementProblems, stageOf } from '../../machines/refinement.ts';
import { atEnd, replay } from '../../machines/stepping.ts';
import { POSITION_LIMIT } from '../../machines/unfold.ts';
import { type Audit, audit } from '../../src/analysis/audit.ts';
import { contentProblems } from '../../src/analysis/contentProblems.ts';
import { isDecision, isEnd, placedStates } from '../../src/domain/chart.ts';
import { shockId } from '../../src/domain/identifier.ts';
import { leverage, leverageChange, scoredActors } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { ScenarioReading } from '../../src/formats/parseScenario.ts';
import { readYaml } from '../../src/formats/yaml.ts';
import { randomLine, type WalkedLine } from '../support/randomLines.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';
import { bareNumbers, firstPerson, lateFacts, regionProblems, scoreProblems, surrenderWithoutLaw } from './rules.ts';
import { nothingNoticed, watchedTree } from './seen.ts';

/** Random lines per scenario, shocks included; and per opening shock. */
const LINES = 40;
const LINES_PER_SHOCK = 6;

test('there are scenarios to look at', () => {
  expect(scenarioFolders.map(({ name }) => name)).toEqual(expect.arrayContaining(['_template', 'kursk-2025']));
});

describe.each(scenarioFolders)('$name', ({ name, path }) => {
  let reading: ScenarioReading;
  let scenario: Scenario;
  let machine: NegotiationMachine;
  let audited: Audit;
  let lines: readonly WalkedLine[];
  const noticed = nothingNoticed();

  beforeAll(async () => {
    const found = await loadScenario(path);
    if (found?.scenario === undefined) throw new Error(JSON.stringify(found?.problems, null, 2));
    reading = found;
    scenario = found.scenario;
    machine = negotiation(scenario);
    audited = audit(scenario, watchedTree(scenario, machine, noticed), POSITION_LIMIT, shockSweep(scenario));
    lines = Array.from({ length: LINES }, (_, draw) => randomLine(scenario, machine, draw));
  }, 240_000);

  test('reads without a problem', () => {
    expect(reading.problems).toEqual([]);
  });

  test('fails no line of the audit, which saw the whole tree', () => {
    expect(audited.lines.filter(({ verdict }) => verdict === 'failure')).toEqual([]);
    expect(audited.lines[0]).toMatchObject({ id: 'unfolding', verdict: 'ok' });
  });

  test('runs on moves and shocks alone: no timers, no services, no transitions of their own accord', () => {
    const nodes = [machine.root];
    for (const node of nodes) nodes.push(...Object.values(node.states));
    expect(nodes.length).toBeGreaterThan(placedStates(scenario).length / 2);
    for (const node of nodes) {
      expect(node.after, node.id).toEqual([]);
      expect(node.invoke, node.id).toEqual([]);
      expect(node.always ?? [], node.id).toEqual([]);
    }
    const events = machine.events.filter((event) => !/^(table\.|shock\.)/.test(event));
    const states = placedStates(scenario).map(({ id }) => id);
    expect(events.filter((event) => !states.includes(event.slice(0, event.lastIndexOf('.'))))).toEqual([]);
  });

  test('refines the instruments that its branches name, each state in a stage of its own instrument', () => {
    expect(refinementProblems(scenario)).toEqual([]);
    for (const { branch, branchId, key, state } of placedStates(scenario)) {
      const { instrument } = branch.meta;
      if (instrument === undefined || !(isDecision(state) || isEnd(state))) continue;
      expect([...(instruments.get(instrument)?.stages.keys() ?? [])]).toContain(stageOf(scenario, branchId, key));
    }
  });

  test('gives every number a basis', async () => {
    const files = (await readFolder(path)) ?? [];
    expect(files.flatMap(({ file, text }) => bareNumbers(readYaml(text).value, [file]))).toEqual([]);
  });

  test('rests on no fact from after the reading date', () => {
    expect(lateFacts(scenario)).toEqual([]);
  });

  test('says nothing without a fact that could be checked, and says it in sentences and cards of a readable length', () => {
    expect(contentProblems(scenario)).toEqual([]);
  });

  test('lets nobody speak in the first person', () => {
    expect(firstPerson(scenario)).toEqual([]);
  });

  test('states the law wherever a surrender demand speaks of surrender or prisoners', () => {
    expect(surrenderWithoutLaw(scenario)).toEqual([]);
  });

  test('has an open move wherever it is at no end, and reaches every end', () => {
    expect(noticed.stuck).toEqual([]);
    const ends = placedStates(scenario).flatMap(({ id, state }) => (isEnd(state) ? [id] : []));
    expect(ends.filter((end) => !noticed.reached.has(end))).toEqual([]);
  });

  test('has an open move under every single shock', () => {
    expect(noticed.stuckByShock).toEqual([]);
    const shocks = Object.entries(scenario.conditions).flatMap(([condition, { initial, states }]) =>
      Object.keys(states).flatMap((state) => (state === initial ? [] : [shockId(condition, state)])),
    );
    for (const shock of shocks) {
      for (let draw = 0; draw < LINES_PER_SHOCK; draw += 1) {
        const { snapshots } = randomLine(scenario, machine, draw, [shock]);
        expect(atEnd(snapshots.at(-1) as (typeof snapshots)[0]), shock).toBe(true);
      }
    }
  });

  test('keeps scores and payoffs within 0 and 100, the sum of their parts, over the tree', () => {
    expect(noticed.looked).toBeGreaterThan(10);
    expect(noticed.scores).toEqual([]);
  });

  test('and along lines with shocks, where the steps of a waterfall sum to the change', () => {
    for (const { snapshots } of lines) {
      expect(snapshots.flatMap((snapshot) => scoreProblems(scenario, snapshot))).toEqual([]);
      for (const actor of scoredActors(scenario)) {
        for (const [index, after] of snapshots.slice(1).entries()) {
          const before = snapshots[index]?.context.values ?? {};
          const { change, steps } = leverageChange(scenario, actor, before, after.context.values);
          const { score } = leverage(scenario, actor, after.context.values);
          expect(change).toBeCloseTo(score - leverage(scenario, actor, before).score, 9);
          expect(steps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(change, 9);
        }
      }
    }
  });

  test('shows guards the conditions that the chart obeys', () => {
    expect(noticed.regions).toEqual([]);
    expect(lines.flatMap(({ snapshots }) => snapshots.flatMap((one) => regionProblems(scenario, one)))).toEqual([]);
    const shocked = lines.filter(({ line }) => line.some((move) => move.startsWith('shock.')));
    if (Object.keys(scenario.conditions).length > 0) expect(shocked.length, name).toBeGreaterThan(0);
  });

  test('replays a line from its ids to the very positions that were walked', () => {
    for (const { line, snapshots } of lines) {
      const replayed = replay(machine, JSON.parse(JSON.stringify(line)));
      expect(replayed.dropped).toEqual([]);
      expect(replayed.snapshots.map(({ value, context }) => ({ value, context }))).toEqual(
        snapshots.map(({ value, context }) => ({ value, context })),
      );
    }
  });
});
