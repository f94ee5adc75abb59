import type { PlayModel } from '../../src/analysis/rollback/playModel.ts';
import type { PlainGame, PlainNode } from './randomGameTree.ts';

/** What a node is worth to each actor, and how often each of its branches is taken. */
export interface PlainSolution {
  readonly values: readonly number[];
  readonly shares: readonly number[];
  readonly isTied: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What each actor has been paid in all, at every end that chance may let happen. */
export function plainEnds({ root }: PlainGame): readonly (readonly number[])[] {
  const ends = (node: PlainNode, before: readonly number[]): readonly (readonly number[])[] => {
    const paid = node.paid.map((amount, actor) => amount + (before[actor] ?? 0));
    if (node.mover === 'end') return [paid];
    const open = node.branches.filter(({ odds }) => node.mover !== 'chance' || odds > 0);
    return open.flatMap(({ to }) => ends(to, paid));
  };
  return ends(
    root,
    root.paid.map(() => 0),
  );
}

const column = (rows: readonly (readonly number[])[], actor: number) => rows.map((row) => row[actor] ?? Number.NaN);

/** Least and most that each actor may end with. */
const plainSpans = (game: PlainGame) =>
  Array.from({ length: game.actors }, (_, actor) => {
    const all = column(plainEnds(game), actor);
    return [Math.min(...all), Math.max(...all)] as const;
  });

/** The slow and obvious version of solving: recursion over the drawn tree, each rule as model.md words it. */
export function plainRollback(
  game: PlainGame,
  model: PlayModel,
  resolve?: { readonly actor: number; readonly sign: 1 | -1 },
): ReadonlyMap<PlainNode, PlainSolution> {
  const spans = plainSpans(game);
  const epsilon = spans.map(([least, most]) => 1e-9 * Math.max(1, most - least));
  const lambdaOf = (actor: number): number => {
    if (model.name !== 'bounded') return Number.NaN;
    if ('lambda' in model) return typeof model.lambda === 'number' ? model.lambda : (model.lambda[actor] ?? Number.NaN);
    const [least, most] = spans[actor] ?? [0, 0];
    return most > least ? model.rationality / (most - least) : Number.NaN;
  };
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((product, number) => product * number, 1) ** (1 / numbers.length);
  const found = new Map<PlainNode, PlainSolution>();

  const visit = (node: PlainNode): readonly number[] => {
    const after = node.branches.map(({ to }) => visit(to));
    const { shares, isTied } = choose(node, after);
    const values = node.paid.map(
      (amount, actor) => amount + sum(after.map((row, index) => (shares[index] ?? 0) * (row[actor] ?? 0))),
    );
    found.set(node, { values, shares, isTied });
    return values;
  };

  const choose = (node: PlainNode, after: readonly (readonly number[])[]) => {
    const { mover, branches } = node;
    if (mover === 'end') return { shares: [], isTied: false };
    if (mover === 'chance') return { shares: branches.map(({ odds }) => odds), isTied: false };
    const [only = 0, ...others] = mover;
    const gains = (index: number) =>
      mover.map((actor) => {
        const gain = (after[index]?.[actor] ?? 0) - (after[node.apart]?.[actor] ?? 0);
        return Math.abs(gain) <= (epsilon[actor] ?? 0) ? 0 : gain;
      });
    const isJoint = others.length > 0;
    const scores = branches.map((_, index) => {
      if (!isJoint) return after[index]?.[only] ?? 0;
      return gains(index).every((gain) => gain >= 0) ? mean(gains(index)) : Math.min(...gains(index));
    });
    if (model.name === 'tendency' && branches.every(({ tendency }) => tendency >= 0)) {
      const whole = sum(branches.map(({ tendency }) => tendency));
      return { shares: branches.map(({ tendency }) => tendency / whole), isTied: false };
    }
    if (model.name === 'bounded') {
      const own = mover.map(lambdaOf).filter((lambda) => !Number.isNaN(lambda));
      const lambda = own.length === 0 ? 0 : mean(own);
      const groups = [...new Set(branches.map(({ kin }) => kin))];
      const membersOf = (group: number) => branches.flatMap(({ kin }, index) => (kin === group ? [index] : []));
      const worth = (index: number) => Math.exp(lambda * (scores[index] ?? 0));
      // e^{λG} = mean of e^{λV} over the group.
      const groupWorth = (group: number) => sum(membersOf(group).map(worth)) / membersOf(group).length;
      const all = sum(groups.map(groupWorth));
      const shares = branches.map(
        ({ kin }, index) => (groupWorth(kin) / all) * (worth(index) / sum(membersOf(kin).map(worth))),
      );
      return { shares, isTied: false };
    }
    const within = isJoint ? mean(mover.map((actor) => epsilon[actor] ?? 0)) : (epsilon[only] ?? 0);
    const best = Math.max(...scores);
    let good = [...branches.keys()].filter((index) => (scores[index] ?? 0) >= best - within);
    if (isJoint) {
      const gainers = (index: number) => gains(index).filter((gain) => gain > 0).length;
      const most = Math.max(...good.map(gainers));
      good = good.filter((index) => gainers(index) === most);
    }
    const isTied = good.length > 1;
    if (resolve !== undefined) {
      const own = (index: number) => resolve.sign * (after[index]?.[resolve.actor] ?? 0);
      const most = Math.max(...good.map(own));
      good = good.filter((index) => own(index) === most).slice(0, 1);
    }
    return { shares: branches.map((_, index) => (good.includes(index) ? 1 / good.length : 0)), isTied };
  };

  visit(game.root);
  return found;
}

/** A rollback in one number, decisions settled by a rule. */
export function plainFold(
  { root }: PlainGame,
  paid: (node: PlainNode) => number,
  settle: (node: PlainNode, after: readonly number[]) => number,
): number {
  const visit = (node: PlainNode): number => {
    const after = node.branches.map(({ to }) => visit(to));
    if (node.mover === 'end') return paid(node);
    if (node.mover === 'chance')
      return paid(node) + sum(after.map((value, index) => value * (node.branches[index]?.odds ?? 0)));
    return paid(node) + settle(node, after);
  };
  return visit(root);
}
