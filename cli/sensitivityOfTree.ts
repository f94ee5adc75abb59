import { basename } from 'node:path';
import { LONE_ACTOR } from '../src/analysis/sensitivity/decisionTreeGame.ts';
import { decisionTreeModel } from '../src/analysis/sensitivity/decisionTreeModel.ts';
import { type TreeReport, treeGrid, treeLeg, treeReport } from '../src/analysis/sensitivity/treeReport.ts';
import { didYouMean } from '../src/domain/problem.ts';
import type { Table } from '../src/formats/csv.ts';
import { valueProblem } from '../src/formats/decisionTree/decisionTreeText.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { formatProblem } from './loadScenario.ts';
import { openDecisionTree } from './openDecisionTree.ts';
import { printLines } from './printLines.ts';
import type { SensitivityAsk } from './sensitivityAsk.ts';
import { type TreeSensitivity, treeText } from './sensitivityTreeText.ts';
import { usage } from './usage.ts';
import { writeTable } from './writeTable.ts';

async function refuse(problems: readonly LocatedProblem[], json: boolean): Promise<1> {
  if (json) await printLines([JSON.stringify({ ok: false, problems }, null, 2)]);
  else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}

/** The parameters of the two largest bars; nothing where there are not two. */
function twoLargest({ tornadoReoptimised }: TreeReport): readonly [string, string] | undefined {
  const [one, other] = tornadoReoptimised;
  return one === undefined || other === undefined ? undefined : [one.parameter, other.parameter];
}

const policyText = (policy: object | null): string => (policy === null ? '' : JSON.stringify(policy));

/** The one-way points of every parameter, a row each; then the thresholds. */
const tableOf = ({ oneWay }: TreeReport): Table => ({
  columns: ['table', 'parameter', 'x', 'ev', 'policy', 'fixed policy ev', 'to policy'],
  isExact: true,
  rows: oneWay.flatMap(({ parameter, points, thresholds }) => [
    ...points.map(({ x, ev, policy, fixedPolicyEv }) => [
      'one-way',
      parameter,
      x,
      ev ?? undefined,
      policyText(policy),
      fixedPolicyEv ?? undefined,
      '',
    ]),
    ...thresholds.map(({ x, from, to }) => [
      'threshold',
      parameter,
      x,
      undefined,
      policyText(from),
      undefined,
      policyText(to),
    ]),
  ]),
});

/** `parley sensitivity` of a decision tree: its one actor is called as the command calls it. */
export async function sensitivityOfTree(usageLine: string, ask: SensitivityAsk): Promise<number> {
  const { path, json, from, information } = ask;
  if (from !== undefined) return usage.refuse(usageLine, '--from names a branch of a scenario, and a tree has none');
  const reading = await openDecisionTree(path);
  if ('fault' in reading) return usage.refuse(usageLine, reading.fault);
  if (reading.tree === undefined) return refuse(reading.problems, json);
  const { tree } = reading;
  if (information || ask.estimates)
    return usage.refuse(
      usageLine,
      '--estimates, --information, --at, --draws and --seed are for scenarios: a tree says no more than a range of its parameters; parley solve tells what results of chance are worth knowing',
    );
  const model = decisionTreeModel(tree);
  const found = treeReport(model);
  if (!found.ok) return refuse([valueProblem(basename(path), found.error.place, found.error.message)], json);
  const report = found.value;
  const names = tree.parameters.map(({ name }) => name);
  const pair = ask.twoWay ?? twoLargest(report);
  const unknown = pair?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    return usage.refuse(usageLine, `no parameter is called \`${unknown}\`; ${didYouMean(unknown, names) ?? ''}`);
  const base = model.solve(model.base);
  const told: TreeSensitivity = {
    name: tree.title,
    of: ask.of ?? LONE_ACTOR,
    ...report,
    twoWay: pair === undefined ? null : (treeGrid(model, names.indexOf(pair[0]), names.indexOf(pair[1])) ?? null),
    spider: ask.spider && base.ok ? names.map((_, index) => treeLeg(model, base.value.policy, index)) : null,
  };
  const isWritten = ask.csv === undefined || (await writeTable(ask.csv, tableOf(report), [tree.title], ask.force));
  await printLines(json ? [JSON.stringify({ ok: true, ...told }, null, 2)] : treeText(tree, told, ask.policies));
  return isWritten ? 0 : 1;
}
