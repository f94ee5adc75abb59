import fc from 'fast-check';

/** An expression as it was drawn: what is written, and its value by plain arithmetic. */
export interface DrawnExpression {
  readonly text: string;
  readonly value: (numbers: readonly number[]) => number;
}

/** A node as the file has it, its expressions beside what they mean. */
export type DrawnNode =
  | { readonly type: 'terminal' }
  | {
      readonly type: 'decision' | 'chance';
      readonly name: string;
      readonly branches: readonly {
        readonly payoff: DrawnExpression;
        readonly probability: DrawnExpression | undefined;
        readonly to: DrawnNode;
      }[];
    };

/** A drawn tree: its parameters, and its root. Probabilities stay within 0 and 1 over every parameter's range. */
export interface DrawnTreeFile {
  readonly parameters: readonly {
    readonly name: string;
    readonly base: number;
    readonly min: number;
    readonly max: number;
    readonly steps: number;
  }[];
  readonly root: DrawnNode;
}

/** `p` is a probability, `a` and `b` are amounts, `idle` stands in no expression. */
const PARAMETERS = [
  { name: 'p', base: 0.45, min: 0.1, max: 0.9, steps: 9 },
  { name: 'a', base: 12, min: -20, max: 40, steps: 7 },
  { name: 'b', base: 5, min: 1, max: 9, steps: 5 },
  { name: 'idle', base: 3, min: 1, max: 7, steps: 4 },
] as const;

const constant = (value: number): DrawnExpression => ({ text: String(value), value: () => value });

const amount: fc.Arbitrary<DrawnExpression> = fc.letrec<{ leaf: DrawnExpression; whole: DrawnExpression }>((tie) => ({
  leaf: fc.oneof(
    fc.integer({ min: -30, max: 30 }).map(constant),
    fc.constantFrom<DrawnExpression>(
      { text: 'a', value: ([, a = 0]) => a },
      { text: '-b', value: ([, , b = 0]) => -b },
      { text: 'b', value: ([, , b = 0]) => b },
    ),
  ),
  whole: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.tuple(fc.constantFrom('+', '-', '*'), tie('whole'), tie('leaf')).map(
      ([sign, left, right]): DrawnExpression => ({
        text: `(${left.text}) ${sign} (${right.text})`,
        value: (numbers) => {
          const [one, other] = [left.value(numbers), right.value(numbers)];
          return sign === '+' ? one + other : sign === '-' ? one - other : one * other;
        },
      }),
    ),
    tie('leaf').map(
      (left): DrawnExpression => ({
        text: `${left.text}/b*0.5`,
        value: (numbers) => (left.value(numbers) / (numbers[2] ?? Number.NaN)) * 0.5,
      }),
    ),
  ),
})).whole;

/** Probabilities of two or three results, which sum to 1. */
const odds: fc.Arbitrary<readonly DrawnExpression[]> = fc.constantFrom<readonly DrawnExpression[]>(
  [
    { text: 'p', value: ([p = 0]) => p },
    { text: '1-p', value: ([p = 0]) => 1 - p },
  ],
  [
    { text: 'p*0.8', value: ([p = 0]) => p * 0.8 },
    { text: '(1-p)*.5', value: ([p = 0]) => (1 - p) * 0.5 },
    { text: '1 - p*0.8 - (1-p)*.5', value: ([p = 0]) => 1 - p * 0.8 - (1 - p) * 0.5 },
  ],
  [constant(0.25), constant(0.75)],
);

const node = (depth: number, path: string): fc.Arbitrary<DrawnNode> => {
  const terminal = fc.constant<DrawnNode>({ type: 'terminal' });
  if (depth === 0) return terminal;
  const decision = fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => fc.tuple(amount, node(depth - 1, `${path}${index}`)))).map(
      (branches): DrawnNode => ({
        type: 'decision',
        name: `at ${path}`,
        branches: branches.map(([payoff, to]) => ({ payoff, probability: undefined, to })),
      }),
    ),
  );
  const chance = odds.chain((likely) =>
    fc.tuple(...likely.map((_, index) => fc.tuple(amount, node(depth - 1, `${path}${index}`)))).map(
      (branches): DrawnNode => ({
        type: 'chance',
        name: `luck ${path}`,
        branches: branches.map(([payoff, to], index) => ({ payoff, probability: likely[index], to })),
      }),
    ),
  );
  return fc.oneof(
    { weight: 1, arbitrary: terminal },
    { weight: 3, arbitrary: decision },
    { weight: 3, arbitrary: chance },
  );
};

/** A tree of up to `depth` decisions and results of chance on a line. */
export const randomDecisionTree = (depth = 3): fc.Arbitrary<DrawnTreeFile> =>
  node(depth, 'r').map((root) => ({ parameters: PARAMETERS, root }));

/** A drawn tree as its file has it. */
export function writtenTree({ parameters, root }: DrawnTreeFile) {
  const write = (drawn: DrawnNode): object =>
    drawn.type === 'terminal'
      ? drawn
      : {
          type: drawn.type,
          name: drawn.name,
          branches: drawn.branches.map(({ payoff, probability, to }, index) => ({
            label: `branch ${index}`,
            payoff: payoff.text,
            ...(probability === undefined ? {} : { probability: probability.text }),
            to: write(to),
          })),
        };
  return { schema: 'decision-tree-fixture/1', name: 'drawn', parameters, root: write(root) };
}
