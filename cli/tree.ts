import { parseArgs } from 'node:util';
import { negotiation } from '../machines/negotiation.ts';
import { POSITION_LIMIT, type TreePosition, unfold } from '../machines/unfold.ts';
import { isDecision, isEnd, labelOf, stateAt } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { outline } from '../src/formats/notation.ts';
import { openScenario } from './openScenario.ts';
import { printLines } from './printLines.ts';
import { usage } from './usage.ts';

/** Moves from the table that are shown unless asked otherwise: about a screen or two of a scenario like Kursk. */
const DEFAULT_DEPTH = 3;
const USAGE = `parley tree PATH [--depth N] [--json]   PATH is a scenario folder; N moves deep, ${DEFAULT_DEPTH} if not given`;

/** The first positions of a tree; tells when there are more. */
function* upTo(limit: number, positions: Iterable<TreePosition>, onMore: () => void): Generator<TreePosition> {
  let count = 0;
  for (const position of positions) {
    if (count === limit) {
      onMore();
      return;
    }
    count += 1;
    yield position;
  }
}

/** A position for a program: the line that leads here, the place, who decides, the last move's label, the end or the open moves. */
function toRecord(scenario: Scenario, { line, state, moves }: TreePosition) {
  const placed = stateAt(scenario, state)?.state;
  const last = line.at(-1);
  return {
    line,
    state,
    decides: placed === undefined ? 'user' : isDecision(placed) ? placed.meta.decides : null,
    label: last === undefined ? null : labelOf(scenario, last),
    end: placed !== undefined && isEnd(placed) ? { label: placed.meta.label, agreement: placed.meta.agreement } : null,
    moves,
  };
}

/** A list of positions as JSON text, a line each. */
function* jsonLines(scenario: Scenario, positions: Iterable<TreePosition>): Generator<string> {
  let before = '[';
  for (const position of positions) {
    yield `${before}${JSON.stringify(toRecord(scenario, position))}`;
    before = ',';
  }
  yield ']';
}

/** `parley tree`: prints the what-if tree; exit 0, 1 when the scenario has errors, 2 for usage. */
export async function tree(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, depth: { type: 'string' } },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, depth: written = String(DEFAULT_DEPTH) } = parsed.values;
  if (!/^\d+$/.test(written)) return usage.refuse(USAGE, `--depth is a whole number of moves, not \`${written}\``);
  const scenario = await openScenario(USAGE, { positionals: parsed.positionals, json });
  if (typeof scenario === 'number') return scenario;
  const depth = Number(written);
  const positions = upTo(POSITION_LIMIT, unfold(scenario, negotiation(scenario), { depth }), () => {
    const limit = POSITION_LIMIT.toLocaleString('en');
    console.error(`The tree was cut at ${limit} positions; it is larger. A smaller --depth shows a part evenly.`);
  });
  await printLines(json ? jsonLines(scenario, positions) : outline(scenario, positions, depth));
  return 0;
}
