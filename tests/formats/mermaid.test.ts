import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { candidates, isDecision } from '../../src/domain/chart.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { branchDiagram } from '../../src/formats/mermaid.ts';
import { harbourLease } from '../support/harbourLease.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';

/** The only lines that a diagram of ours has. A label holds no sign that mermaid’s grammar of states knows. */
const LABEL = '(?:[^#;:"<>{}\\[\\]`\\\\|%&\\n\\r]|#\\d+;)+';
const LINES = [
  /^%% [^{}\n]*$/,
  /^stateDiagram-v2$/,
  new RegExp(`^ {2}s\\d+_\\w+ : ${LABEL}$`),
  /^ {2}\[\*\] --> s\d+_\w+$/,
  /^ {2}s\d+_\w+ --> \[\*\]$/,
  new RegExp(`^ {2}s\\d+_\\w+ --> s\\d+_\\w+ : ${LABEL}$`),
];

function expectGrammar(scenario: Scenario, branch: string, remarks: readonly string[] = []): readonly string[] {
  const lines = [...branchDiagram(scenario, branch, remarks)];
  for (const line of lines)
    expect(
      LINES.some((form) => form.test(line)),
      line,
    ).toBe(true);
  const named = new Set(lines.flatMap((line) => /^ {2}(s\d+_\w+) : /.exec(line)?.[1] ?? []));
  for (const line of lines)
    for (const [id] of line.split(' : ')[0]?.matchAll(/\bs\d+_\w+/g) ?? []) expect(named).toContain(id);
  return lines;
}

describe('a branch as a diagram', () => {
  test.each(scenarioFolders)(
    '$name: has every state and every target of every move, in lines that mermaid reads',
    async ({ path }) => {
      const scenario = await requireScenario(path);
      for (const [id, branch] of Object.entries(scenario.branches)) {
        const lines = expectGrammar(scenario, id, ['Made of: {braces}\nand two lines.']);
        const states = Object.values(branch.states);
        const arrows = states.map((state) =>
          isDecision(state)
            ? Object.values(state.on ?? {}).reduce((count, move) => count + candidates(move).length, 0)
            : 1,
        );
        expect(
          lines.filter((line) => / : /.test(line) && !line.includes('-->') && !line.startsWith('%%')),
        ).toHaveLength(states.length);
        expect(lines.filter((line) => line.includes(' --> '))).toHaveLength(
          arrows.reduce((sum, count) => sum + count, 1),
        );
      }
    },
  );

  test('whatever a label says stays a label', () => {
    const scenario = harbourLease();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.constantFrom('a --> b : c', 'end', 'note left of x', '%%{init}', '# ; "', '<script>'),
        ),
        (label) => {
          fc.pre(label.trim() !== '');
          const lease = structuredClone(scenario.branches.lease);
          const [end] = Object.values(lease?.states ?? {}).filter((state) => 'label' in state.meta);
          if (lease === undefined || end === undefined) throw new Error('the lease has no end');
          Object.assign(end.meta, { label });
          expectGrammar({ ...scenario, branches: { lease } }, 'lease', [label]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what a sign became is what mermaid shows again', () => {
    const scenario = harbourLease();
    const text = [...branchDiagram(scenario, 'lease')].join('\n');
    expect(text).toContain('City + Port authority + Mediator — Do they share the cost?');
    expect(text).toContain('□ no agreement — No lease');
    expect(text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))).toContain(
      'Raise the price (if open)',
    );
  });
});
