import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMachine, getNextTransitions, initialTransition, transition } from 'xstate';
import { requireScenario } from '../../cli/loadScenario.ts';
import { candidates, isDecision } from '../../src/domain/chart.ts';
import { toScenario } from '../../src/domain/scenario.ts';
import type { Branch } from '../../src/domain/schema/branch.ts';
import { jsonFault } from '../../src/formats/jsonSyntax.ts';
import { readXstateJson, writeXstateJson } from '../../src/formats/xstateJson.ts';
import { HARBOUR_LEASE, harbourLease } from '../support/harbourLease.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';

const told = (text: string): readonly string[] =>
  readXstateJson(text, 'b.json').problems.map(
    ({ line, column, code, path, message }) => `${line}:${column} ${code} ${path}: ${message}`,
  );

const lease = (): Branch => {
  const branch = harbourLease().branches.lease;
  if (branch === undefined) throw new Error('the lease is gone');
  return branch;
};

/** Every state that XState reaches when any guard holds, by its own pure transitions. */
function reachedBy(json: string): ReadonlySet<string> {
  const machine = createMachine(JSON.parse(json), { guards: { holds: () => true } });
  const [opening] = initialTransition(machine);
  const waiting = [opening];
  const reached = new Set([String(opening.value)]);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { eventType } of getNextTransitions(at)) {
      const [next] = transition(machine, at, { type: eventType });
      if (reached.has(String(next.value))) continue;
      reached.add(String(next.value));
      waiting.push(next);
    }
  }
  return reached;
}

/** The same, read off the branch: first targets only, since every guard holds. */
function reachable(branch: Branch): ReadonlySet<string> {
  const reached = new Set([branch.initial]);
  for (const key of reached) {
    const state = branch.states[key];
    if (state === undefined || !isDecision(state)) continue;
    for (const move of Object.values(state.on ?? {})) reached.add(candidates(move)[0]?.target ?? '');
  }
  return reached;
}

describe('a branch as an XState config in JSON', () => {
  test.each(scenarioFolders)('$name: XState itself loads every branch and walks it', async ({ path }) => {
    const scenario = await requireScenario(path);
    for (const branch of Object.values(scenario.branches)) {
      const json = writeXstateJson(branch, ['Where it comes from.']);
      expect(reachedBy(json)).toEqual(reachable(branch));
      expect(JSON.parse(json).description).toBe('Where it comes from.');
    }
  });

  test.each(scenarioFolders)('$name: every branch comes back as it was', async ({ path }) => {
    const scenario = await requireScenario(path);
    for (const branch of Object.values(scenario.branches)) {
      const { branches, problems } = readXstateJson(writeXstateJson(branch, ['One.', 'Two.']), 'b.json');
      expect(problems).toEqual([]);
      expect(branches).toEqual([branch]);
    }
  });

  test('so does every drawn branch', () => {
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        for (const branch of Object.values(toScenario(file).branches)) {
          expect(readXstateJson(writeXstateJson(branch), 'b.json')).toEqual({ branches: [branch], problems: [] });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('several come back from one mapping, and what does not fit is told with its place there', () => {
    const { branches } = harbourLease();
    const all = Object.fromEntries(
      Object.values(branches).map((branch) => [
        branch.id,
        JSON.parse(writeXstateJson(branch, ['Where it comes from.'])),
      ]),
    );
    expect(readXstateJson(JSON.stringify(all), 'all.json')).toEqual({
      branches: Object.values(branches),
      problems: [],
    });
    expect(told(JSON.stringify({ ...all, lease: { ...all.lease, initial: 3 } }, null, 2))).toEqual([
      expect.stringMatching(/^5:16 wrong-type lease\.initial: expected text, found the number 3$/),
    ]);
    expect(told(JSON.stringify({ ...all, lease: { id: 'lease' } }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1:\d+ missing-\w+ lease\.initial: /)]),
    );
    expect(told(JSON.stringify({ rent: all.lease, courts: all.courts }))).toEqual([
      expect.stringMatching(/ rent\.id: this branch stands under the key `rent` but calls itself `lease`$/),
    ]);
  });

  test('what does not fit is told with its place, also where tabs indent', () => {
    const json = JSON.stringify({ ...lease(), initial: 3, extra: true }, null, '\t');
    expect(told(json)).toEqual([
      expect.stringMatching(/^3:13 wrong-type initial: expected text, found the number 3$/),
      expect.stringMatching(/^\d+:2 unknown-key extra: /),
    ]);
    const twice = writeXstateJson(lease()).replace('"initial": "reply"', '"initial": "reply", "initial": "reply"');
    expect(told(twice)).toEqual([expect.stringMatching(/^3:23 duplicate-id initial: /)]);
  });

  test.each([
    [
      '',
      '1:1 json-syntax : expected a value: { }, [ ], a text in double quotes, a number, true, false or null, found the end of the file',
    ],
    ['{\n  "id": "a",\n}', '3:1 json-syntax : expected a key in double quotes, found `}`'],
    ['{"id" "a"}', '1:7 json-syntax : expected a colon after the key, found `"a"}`'],
    ['{"id": "a" "b": 1}', '1:12 json-syntax : expected a comma or }, found `"b": 1}`'],
    ['[1 2]', '1:4 json-syntax : expected a comma or ], found `2]`'],
    ["{'id': 1}", "1:2 json-syntax : expected a key in double quotes, found `'id': 1}`"],
    ['{} x', '1:4 json-syntax : expected the end of the text, found `x`'],
    [
      '[NaN]',
      '1:2 json-syntax : expected a value: { }, [ ], a text in double quotes, a number, true, false or null, found `NaN]`',
    ],
    ['null', '1:1 wrong-type : expected a mapping, found an empty value'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, '1:1 nesting-too-deep : the file nests more than 60 levels deep'],
  ])('%#: no config', (text, expected) => expect(told(text)).toEqual([expected]));
});

test('JSON is found faulty exactly where JSON.parse refuses it', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const json = fc.oneof(
    fc.json(),
    fc.constantFrom(JSON.stringify(HARBOUR_LEASE).slice(0, 300), '{"a":[1,{"b":"\\u00e9"}],"c":-1.5e+3}'),
  );
  const mutation = fc.tuple(
    fc.nat(),
    fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', ' ', '0', '-', 'e', '\n', 'null'),
  );
  fc.assert(
    fc.property(json, fc.array(mutation, { maxLength: 2 }), (sound, mutations) => {
      let text = sound;
      for (const [at, spare] of mutations) {
        const index = at % (text.length + 1);
        text = text.slice(0, index) + spare + text.slice(index + (at % 2));
      }
      const fault = jsonFault(text);
      expect(fault === undefined).toBe(isJson(text));
      if (fault !== undefined) expect(fault.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3_000 },
  );
});
