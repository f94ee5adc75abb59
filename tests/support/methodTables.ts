import { mcdaAnswer } from '../../cli/mcdaAnswer.ts';
import { bargainingPoints } from '../../src/analysis/bargaining/bargainingPoints.ts';
import { bargainReport } from '../../src/analysis/bargaining/bargainReport.ts';
import { kalaiSmorodinskyVariants } from '../../src/analysis/bargaining/variants.ts';
import { solve } from '../../src/analysis/rollback/solve.ts';
import { readBargainingSet } from '../../src/formats/bargainingSet.ts';
import { readMcda } from '../../src/formats/mcdaTable.ts';
import { jsonExamples, type PageFigure, type WorkedExample } from './methodPage.ts';

/** An example of a page with the way in which its figures are computed. */
interface ComputedExample {
  readonly figures: readonly PageFigure[];
  readonly read: (figure: string) => number;
}

const parts = (figure: string): readonly [string, string] => {
  const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(figure) ?? [];
  return [name, inside];
};

function ofSet(text: string): (figure: string) => number {
  const { table } = readBargainingSet(text, 'page.json');
  if (table === undefined) throw new Error('a page has a set that cannot be read');
  const points = bargainingPoints(table.utilities, table.reservation);
  const lists = { ...points, ...kalaiSmorodinskyVariants(table.utilities, table.reservation) };
  return (figure) => {
    const [name, inside] = parts(figure);
    if (name === 'ideal') return points.ideal?.[Number(inside) - 1] ?? Number.NaN;
    const list = lists[inside as keyof typeof lists] as readonly number[] | undefined;
    if (list === undefined) throw new Error(`a page names a list that is not known: ${figure}`);
    return name === 'count' ? list.length : Number(table.ids[list[0] ?? -1]);
  };
}

function ofMcda(text: string): (figure: string) => number {
  const { table } = readMcda(text, 'page.json');
  const answer = table === undefined ? undefined : mcdaAnswer(table, { draws: 10, seed: 1, alpha: 0.5 });
  if (answer?.ok !== true) throw new Error('a page has a table that cannot be read');
  const { smaa, regret } = answer.value;
  const at = (names: readonly string[] | undefined, name = '') => names?.indexOf(name) ?? -1;
  return (figure) => {
    const [name, inside] = parts(figure);
    const [first = '', second = ''] = inside.split(/ (?:of|over|at) /);
    const alternative = at(smaa?.alternatives, second);
    const inCases = (list: unknown, of: string): number =>
      (list as readonly number[] | undefined)?.[at(regret?.alternatives, of)] ?? Number.NaN;
    switch (name) {
      case 'rank':
        return smaa?.rankAcceptability[alternative]?.[Number(first) - 1] ?? Number.NaN;
      case 'central':
        return smaa?.centralWeights[alternative]?.[at(smaa.criteria, first)] ?? Number.NaN;
      case 'wins':
        return smaa?.pairwiseWinning[at(smaa.alternatives, first)]?.[alternative] ?? Number.NaN;
      case 'confidence':
        return smaa?.confidenceFactor?.[at(smaa.alternatives, first)] ?? Number.NaN;
      case 'flip': {
        const flip = smaa?.weightFlips?.find(({ criterion }) => criterion === first);
        return flip === undefined ? Number.NaN : Math.abs(flip.to - flip.from);
      }
      case 'regret':
        return inCases(regret?.maxRegret, first);
      case 'worst':
        return inCases(regret?.maximin, first);
      case 'laplace':
        return inCases(regret?.laplaceMean, first);
      case 'hurwicz':
        return inCases((regret as Readonly<Record<string, unknown>> | null)?.[`hurwicz${second}`], first);
      case 'EV':
        return inCases((regret as Readonly<Record<string, unknown>> | null)?.ev, first);
      case 'EVPI':
        return Number((regret as Readonly<Record<string, unknown>> | null)?.evpi);
      default:
        throw new Error(`a page names a figure that is not known: ${figure}`);
    }
  };
}

/** The examples of a page that are tables in JSON. */
export const tableExamples = (page: string): readonly ComputedExample[] =>
  jsonExamples(page).flatMap(({ text, figures }) => {
    if (text.includes('bargaining-set/1')) return [{ figures, read: ofSet(text) }];
    return text.includes('mcda-fixture/1') ? [{ figures, read: ofMcda(text) }] : [];
  });

/** A figure of what two actors could agree on in a game, as a page names it: `nash(North)`, `left(South)`; undefined for any other figure. */
export function computeBargain({ tree, labels, walkAway }: WorkedExample, figure: string): number | undefined {
  const [name, inside] = parts(figure);
  if (!['bargains', 'nash', 'left', 'distance', 'endNash'].includes(name)) return undefined;
  const solution = solve(tree, { name: 'rational' });
  if (!solution.ok) throw new Error(solution.error.message);
  const [one = null, other = null] = walkAway;
  const report = bargainReport({
    tree,
    solution: solution.value,
    pair: [0, 1],
    reservation: [one, other],
    endOf: labels.outcome,
  });
  const party = tree.actors.indexOf(inside);
  switch (name) {
    case 'bargains':
      return report.of.zopa.length;
    case 'nash':
      return report.bargains[report.of.nash[0] ?? -1]?.points[party] ?? Number.NaN;
    case 'left':
      return report.leftOnTable.gains[party] ?? Number.NaN;
    case 'distance':
      return report.leftOnTable.distance ?? Number.NaN;
    default:
      return report.ends[report.ofEnds.nash[0] ?? -1]?.points[party] ?? Number.NaN;
  }
}
