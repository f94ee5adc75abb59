import type { PlayModel } from '../../src/analysis/rollback/playModel.ts';
import type { GameLabels, GameTree } from '../../src/domain/gameTree.ts';
import { readEfg } from '../../src/formats/efg/readEfg.ts';

/** A worked example of a page in docs/methods: the game, how it is solved, and the figures that the page states. */
export interface WorkedExample {
  readonly tree: GameTree;
  readonly labels: GameLabels;
  readonly model: PlayModel;
  /** The outcomes that are agreements, and per actor what walking away is worth wherever the game goes on; none unless a page names them. */
  readonly agreements: readonly string[];
  readonly walkAway: readonly number[];
  readonly figures: readonly PageFigure[];
}

/** A figure as a page names it, and the value that it states. */
export interface PageFigure {
  readonly figure: string;
  readonly value: string;
}

/** An example of a page that is a branch of a scenario in this repository. */
export interface ScenarioExample {
  readonly folder: string;
  readonly branch: string;
  /** How many draws the page speaks of, and their seed; undefined where it speaks of central values. */
  readonly draws: { readonly count: number; readonly seed: number } | undefined;
  readonly figures: readonly PageFigure[];
}

/** The figures of the tables in a part of a page. */
export const figuresIn = (words: string): readonly PageFigure[] =>
  [...words.matchAll(/^\| .* \| (.*) \| (.*) \|$/gm)]
    .map(([, figure = '', value = '']) => ({ figure, value }))
    .filter(({ figure }) => figure !== 'figure' && figure !== '---');

/** The examples of a page that are branches of scenarios. */
export function scenarioExamples(page: string): readonly ScenarioExample[] {
  return page
    .split('\nScenario: ')
    .slice(1)
    .map((part) => {
      const [, folder = '', branch = ''] = /^`([^`]+)`, branch `([^`]+)`\./.exec(part) ?? [];
      const [, count, seed] = / (\d+) draws with seed (\d+)/.exec(part) ?? [];
      const draws = count === undefined ? undefined : { count: Number(count), seed: Number(seed) };
      return { folder, branch, draws, figures: figuresIn(part) };
    });
}

/** The names between back quotes after a word, up to the full stop. */
function named(text: string, after: RegExp): readonly string[] {
  const [, list = ''] = after.exec(text) ?? [];
  return [...list.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** A branch by the name of its move; at one node where that is given. */
export function branchCalled(
  { tree, labels }: Pick<WorkedExample, 'tree' | 'labels'>,
  move: string,
  node?: number,
): number {
  const from = node === undefined ? 0 : (tree.first[node] ?? 0);
  const end = node === undefined ? tree.child.length : (tree.first[node + 1] ?? 0);
  for (let branch = from; branch < end; branch += 1) if (labels.branch(branch) === move) return branch;
  throw new Error(`no move is called ${move}`);
}

/** What an .efg file cannot say, from the words below it: kin, tendencies, who decides together. */
function withWords(tree: GameTree, labels: GameLabels, words: string): GameTree {
  const at = (move: string, node?: number) => branchCalled({ tree, labels }, move, node);
  const kin = tree.kin.slice();
  const [first, ...others] = named(words, /Kin: ([^.]*)\./);
  for (const move of others) kin[at(move)] = kin[at(first ?? '')] ?? -1;
  const declared = [...(/Tendencies: ([^.]*)\./.exec(words)?.[1] ?? '').matchAll(/`([^`]+)` (\d+)/g)];
  const tendency = new Float64Array(tree.child.length).fill(Number.NaN);
  for (const [, move = '', weight] of declared) tendency[at(move)] = Number(weight);
  const joint = /Together at n(\d+): ([^;]*); no agreement is `([^`]+)`/.exec(words);
  const together = { ...tree, kin, tendency: declared.length === 0 ? undefined : tendency };
  if (joint === null) return together;
  const [, written, names = '', apart = ''] = joint;
  const node = Number(written);
  const who = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => tree.actors.indexOf(name));
  const [decider, noAgreement] = [tree.decider.slice(), tree.noAgreement.slice()];
  decider[node] = tree.deciders.length;
  noAgreement[node] = at(apart, node);
  return { ...together, decider, noAgreement, deciders: [...tree.deciders, who] };
}

/** The worked examples of a page. */
export function workedExamples(page: string): readonly WorkedExample[] {
  return page
    .split('```efg\n')
    .slice(1)
    .map((part) => {
      const [text = '', words = ''] = part.split('```');
      const { game, problems } = readEfg(text, 'page.efg');
      if (game === undefined) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
      const { labels } = game;
      const lambda = /Solved: bounded, λ = ([\d.]+)\. /.exec(words)?.[1];
      const model: PlayModel = words.includes('Solved: tendency.')
        ? { name: 'tendency' }
        : lambda === undefined
          ? { name: 'rational' }
          : { name: 'bounded', lambda: Number(lambda) };
      const apart = [...(/Walking away: ([^.]*)\./.exec(words)?.[1] ?? '').matchAll(/`([^`]+)` (\d+)/g)];
      const { actors } = game.tree;
      const walkAway = actors.map((actor) => Number(apart.find(([, name]) => name === actor)?.[2] ?? Number.NaN));
      return {
        tree: withWords(game.tree, labels, words),
        labels,
        model,
        agreements: named(words, /Agreements: ([^.]*)\./),
        walkAway,
        figures: figuresIn(words),
      };
    });
}

/** The files in JSON that a page writes out, each with the figures that follow it. */
export const jsonExamples = (
  page: string,
): readonly { readonly text: string; readonly figures: readonly PageFigure[] }[] =>
  page
    .split('```json\n')
    .slice(1)
    .map((part) => {
      const [text = '', words = ''] = part.split('```');
      return { text, figures: figuresIn(words) };
    });
