import { parseArgs } from 'node:util';
import { negotiation } from '../machines/negotiation.ts';
import { POSITION_LIMIT, unfold } from '../machines/unfold.ts';
import { type AuditLine, counted, type FigureRow, type Verdict } from '../src/analysis/audit/auditLine.ts';
import { audit as auditScenario } from '../src/analysis/audit.ts';
import { openScenario } from './openScenario.ts';
import { printLines } from './printLines.ts';
import { shockSweep } from './shockSweep.ts';
import { wrapped } from './textTable.ts';
import { usage } from './usage.ts';

const USAGE = 'parley audit PATH [--json]   PATH is a scenario folder';

const formatRow = (row: FigureRow): string =>
  Object.entries(row)
    .map(([name, value], index) => (index === 0 ? String(value) : `${name} ${value}`))
    .join(' · ');

/** Characters of a row of figures; longer ones go on in the next line. */
const ROW_WIDTH = 130;

function* formatLine({ id, verdict, sentence, figures }: AuditLine): Generator<string> {
  yield `${verdict.padEnd('failure'.length)}  ${sentence}  [${id}]`;
  for (const row of figures) {
    const [first = '', ...rest] = wrapped(formatRow(row), ROW_WIDTH);
    yield `         ${first}`;
    for (const part of rest) yield `           ${part}`;
  }
}

/** `parley audit`: exit 0 when nothing fails, 1 when something does or the scenario has errors, 2 for usage. */
export async function audit(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true }),
  );
  if (parsed === undefined) return 2;
  const { json } = parsed.values;
  const scenario = await openScenario(USAGE, { positionals: parsed.positionals, json });
  if (typeof scenario === 'number') return scenario;
  const { ok, positions, lines } = auditScenario(
    scenario,
    unfold(scenario, negotiation(scenario)),
    POSITION_LIMIT,
    shockSweep(scenario),
  );
  if (json) {
    await printLines([JSON.stringify({ ok, positions, lines }, null, 2)]);
    return ok ? 0 : 1;
  }
  const count = (verdict: Verdict): number => lines.filter((line) => line.verdict === verdict).length;
  await printLines([
    ...lines.flatMap((line) => [...formatLine(line), '']),
    `${counted(count('failure'), 'failure')}, ${counted(count('warning'), 'warning')}`,
  ]);
  return ok ? 0 : 1;
}
