import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { informationOf } from '../../cli/informationOf.ts';
import { requireScenario } from '../../cli/loadScenario.ts';
import { kernelOf } from '../../cli/scenarioGame.ts';
import { decisionTreeModel } from '../../src/analysis/sensitivity/decisionTreeModel.ts';
import { treeLeg, treeReport } from '../../src/analysis/sensitivity/treeReport.ts';
import { readDecisionTree } from '../../src/formats/decisionTree/readDecisionTree.ts';
import { figuresIn, type PageFigure } from './methodPage.ts';

/** An example of a page with a way to compute each of its figures again. */
interface ComputedExample {
  readonly figures: readonly PageFigure[];
  readonly read: (figure: string) => number;
}

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const unknown = (figure: string): Error => new Error(`a page names a figure that is not known: ${figure}`);

/** Computes a figure of a decision tree as a page names it: `ev(pWin = 0.3)`, `threshold(pWin, 1)`, `least(held, gain)`. */
function treeFigures(path: string): ComputedExample['read'] {
  const { tree } = readDecisionTree(JSON.parse(readFileSync(inRepository(path), 'utf8')));
  if (tree === undefined) throw new Error(`${path} holds no decision tree`);
  const model = decisionTreeModel(tree);
  const names = tree.parameters.map(({ name }) => name);
  const report = treeReport(model);
  const base = model.solve(model.base);
  if (!report.ok || !base.ok) throw new Error(`${path} has no value at its base`);
  return (figure) => {
    const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(figure) ?? [];
    const parts = inside.split(', ').filter((part) => part !== '');
    const numbers = model.base.map((value, index) => {
      const written = parts.find((part) => part.startsWith(`${names[index]} = `));
      return written === undefined ? value : Number(written.split(' = ')[1]);
    });
    const [first = '', second = ''] = parts;
    const solved = model.solve(numbers);
    const held = model.hold(base.value.policy, numbers);
    const bars = first === 'held' ? report.value.tornadoFixedPolicy : report.value.tornadoReoptimised;
    const bar = bars.find(({ parameter }) => parameter === second);
    if (name === 'ev') return solved.ok ? solved.value.value : Number.NaN;
    if (name === 'held') return held.ok ? held.value : Number.NaN;
    if (name === 'choice') return solved.ok ? (solved.value.policy[0]?.[1] ?? Number.NaN) : Number.NaN;
    if (name === 'threshold')
      return (
        report.value.oneWay.find(({ parameter }) => parameter === first)?.thresholds[Number(second) - 1]?.x ??
        Number.NaN
      );
    if (name === 'leg') {
      const leg = treeLeg(model, base.value.policy, names.indexOf(first), [Number(second)]);
      return leg.points[0]?.ev ?? Number.NaN;
    }
    const key = ({ least: 'min', most: 'max', swing: 'swing', part: 'varianceShare' } as const)[name];
    if (key === undefined) throw unknown(figure);
    return bar?.[key] ?? Number.NaN;
  };
}

/** The examples of a page that are decision trees of this repository. */
export const treeExamples = (page: string): readonly ComputedExample[] =>
  page
    .split('\nTree: ')
    .slice(1)
    .map((part) => ({ figures: figuresIn(part), read: treeFigures(/^`([^`]+)`/.exec(part)?.[1] ?? '') }));

/** The examples of a page that say what knowing a number first is worth: a branch of a scenario, an actor, draws and their seed. */
export async function knowledgeExamples(page: string): Promise<readonly ComputedExample[]> {
  const parts = page.split('\nKnowing first: ').slice(1);
  return Promise.all(
    parts.map(async (part) => {
      const [, folder = '', branch = '', actor = '', draws = '', seed = ''] =
        /^`([^`]+)`, branch `([^`]+)`, actor `([^`]+)`, (\d+) draws with seed (\d+)\./.exec(part) ?? [];
      const kernel = kernelOf(await requireScenario(inRepository(folder)));
      const ask = { draws: Number(draws), seed: Number(seed) };
      const answer = informationOf(kernel, branch, kernel.stakes.actors.indexOf(actor), ask);
      if (!answer.ok) throw new Error(answer.error);
      const { evpi, noise, numbers } = answer.value;
      return {
        figures: figuresIn(part),
        read: (figure: string) => {
          const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(figure) ?? [];
          if (name === 'all') return evpi.value;
          if (name === 'error') return evpi.error;
          if (name === 'noise') return noise.most;
          if (name !== 'known') throw unknown(figure);
          return numbers.find(({ id }) => id === inside)?.value ?? Number.NaN;
        },
      };
    }),
  );
}
