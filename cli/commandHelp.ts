/** An option of a command. */
export interface CommandOption {
  /** Without its dashes. */
  readonly name: string;
  /** What is written after it; undefined for one that stands alone. */
  readonly value?: string;
  readonly does: string;
  /** Whether it may be written more than once. */
  readonly isRepeatable?: true;
}

/** How a command is written, and what it does. */
export interface CommandHelp {
  /** What is written after the command's name, before its options. */
  readonly operands: string;
  readonly does: string;
  readonly options: readonly CommandOption[];
}

const JSON_OUT: CommandOption = { name: 'json', does: 'print the answer as JSON' };
const FORCE: CommandOption = { name: 'force', does: 'replace a file that is there' };
const CSV_OUT: CommandOption = { name: 'csv', value: 'PATH', does: 'write the figures as a table, too' };
const LAMBDA: CommandOption = {
  name: 'lambda',
  value: 'X',
  does: 'bounded play: choices per payoff point, a number from 0 upwards',
};
const RATIONALITY: CommandOption = {
  name: 'rationality',
  value: 'X',
  does: 'bounded play: Λ, from 0 (chance) to 100; 20 if not given',
};
const from = (what: string): CommandOption => ({ name: 'from', value: 'BRANCH', does: `${what} one branch alone` });
const draws = (usual: string): CommandOption => ({
  name: 'draws',
  value: 'N',
  does: `how many draws of the judged numbers; ${usual}`,
});
const SEED: CommandOption = { name: 'seed', value: 'S', does: 'the seed of the draws, a whole number; 1 if not given' };
const COMMON_ERROR: readonly CommandOption[] = [
  {
    name: 'rho',
    value: 'X',
    does: 'how far the errors of one block are shared, from 0 to 1; 0.5 if not given',
  },
  {
    name: 'kappa',
    value: 'X',
    does: 'how the errors of the two principals go together, from -1 to 1, written --kappa=X; 0 if not given',
  },
];

/** Every command of `parley`, in the order in which they are listed. */
export const COMMAND_HELP = {
  check: {
    operands: 'PATH',
    does: 'read a scenario folder and list every problem in it',
    options: [JSON_OUT],
  },
  tree: {
    operands: 'PATH',
    does: 'print the what-if tree of a scenario',
    options: [{ name: 'depth', value: 'N', does: 'how many moves deep; 3 if not given' }, JSON_OUT],
  },
  audit: {
    operands: 'PATH',
    does: 'look for one-sidedness in a scenario',
    options: [JSON_OUT],
  },
  solve: {
    operands: 'FILE',
    does: 'say what follows from a game under a model of play',
    options: [
      {
        name: 'model',
        value: 'NAME',
        does: 'how actors choose: rational (if not given), bounded or tendency',
      },
      LAMBDA,
      RATIONALITY,
      from('solve'),
      {
        name: 'what-if',
        value: 'MOVE',
        does: 'also say what follows if a move is made: branch.state.move, of a game n4:accept',
      },
      JSON_OUT,
    ],
  },
  simulate: {
    operands: 'FOLDER',
    does: 'say what a scenario comes to over draws of its numbers',
    options: [
      draws('1,000 if not given'),
      SEED,
      ...COMMON_ERROR,
      { name: 'threads', value: 'N', does: 'how many threads draw; all of the machine if not given' },
      {
        name: 'model',
        value: 'NAME',
        does: 'how actors choose: rational (if not given), bounded, tendency or held',
      },
      LAMBDA,
      RATIONALITY,
      from('draw'),
      JSON_OUT,
      { name: 'csv', does: 'print every draw as a row of a table' },
    ],
  },
  sensitivity: {
    operands: 'FILE',
    does: 'say what moves a value and what would change the choice',
    options: [
      { name: 'of', value: 'ACTOR', does: 'whose value; needed for a scenario' },
      from('look at'),
      { name: 'policy', value: 'NAME', does: 'held or reoptimised; both if not given' },
      { name: 'two-way', value: 'P,Q', does: 'the two numbers of the grid; the two largest if not given' },
      { name: 'spider', does: 'also tell the value at each position of a sweep' },
      { name: 'estimates', does: 'also look at single estimates' },
      { name: 'information', does: 'also tell what knowing more is worth' },
      { name: 'at', value: 'STATE', does: 'the decision at which knowing more is asked for' },
      draws('1,000 if not given'),
      SEED,
      ...COMMON_ERROR,
      JSON_OUT,
      CSV_OUT,
      FORCE,
    ],
  },
  bargain: {
    operands: 'FILE',
    does: 'say what two parties could agree on, and what it asks of them',
    options: [
      from('look at'),
      { name: 'comparable', does: 'take the points of the two as of one kind' },
      JSON_OUT,
      CSV_OUT,
      FORCE,
    ],
  },
  robustness: {
    operands: 'FILE',
    does: 'say over which weights and cases an answer holds',
    options: [
      { name: 'of', value: 'ACTOR', does: 'whose answer; needed for a scenario' },
      from('look at'),
      { name: 'at', value: 'DECISION', does: 'the decision that is asked about, as branch.state' },
      { name: 'vary', value: 'STAKE,…', does: 'the stakes whose weights vary; all if not given' },
      { name: 'alpha', value: 'A', does: 'Hurwicz’s α, from 0 (worst case) to 1 (best case); 0.5 if not given' },
      draws('of weights and numbers'),
      SEED,
      ...COMMON_ERROR,
      JSON_OUT,
      CSV_OUT,
      FORCE,
    ],
  },
  stability: {
    operands: 'FILE',
    does: 'say which states of a conflict, or postures of a scenario, would hold',
    options: [
      { name: 'state', value: 'ID', does: 'say why a state is stable; may be repeated', isRepeatable: true },
      {
        name: 'inverse',
        value: 'DM',
        does: 'count the rankings of one decision maker that would make states stable',
      },
      draws('of a scenario with postures'),
      SEED,
      ...COMMON_ERROR,
      CSV_OUT,
      FORCE,
      JSON_OUT,
    ],
  },
  verify: {
    operands: 'PATH...',
    does: 'compare games, trees, tables and conflicts with known answers',
    options: [{ name: 'partial', does: 'let pass what is not compared' }, JSON_OUT],
  },
  export: {
    operands: 'FILE',
    does: 'write a scenario or an .efg game as efg, xstate, csv or mermaid',
    options: [
      { name: 'format', value: 'FORMAT', does: 'efg, xstate, csv or mermaid; needed' },
      { name: 'branch', value: 'ID', does: 'export one branch alone' },
      { name: 'out', value: 'PATH', does: 'write there; printed if not given' },
      FORCE,
      { name: 'json', does: 'say as JSON what was written, or what is wrong' },
    ],
  },
  import: {
    operands: 'FILE.json',
    does: 'read branches from XState JSON as the YAML of a scenario',
    options: [
      { name: 'out', value: 'PATH', does: 'write there; printed if not given' },
      FORCE,
      { name: 'json', does: 'say as JSON what was written, or what is wrong' },
    ],
  },
  serve: {
    operands: '',
    does: 'serve the app on this computer, building it first if needed',
    options: [{ name: 'port', value: 'N', does: 'the port, from 0 (any free one) to 65535; 4117 if not given' }],
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

/** The name of a command of `parley`. */
export type CommandName = keyof typeof COMMAND_HELP;

/** Whether a word is the name of a command. */
export const isCommandName = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(COMMAND_HELP, word);

/** Columns that a list of commands or options keeps for what is written. */
const WRITTEN_WIDTH = 24;

/** What is written and what it does, on one line. */
export const helpLine = (written: string, does: string): string => `  ${written.padEnd(WRITTEN_WIDTH)}${does}`;

/** The options of a command, a line each. */
const optionLines = (name: CommandName): readonly string[] => {
  const { options }: CommandHelp = COMMAND_HELP[name];
  return [
    ...options.map((option) =>
      helpLine(`--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`, option.does),
    ),
    helpLine('--help', 'print this'),
  ];
};

/** How a command is used: what it does and all of its options. */
export function commandHelp(name: CommandName): string {
  const { operands, does }: CommandHelp = COMMAND_HELP[name];
  const written = operands === '' ? name : `${name} ${operands}`;
  return [`Usage: parley ${written} [OPTION...]`, '', `  ${does}`, '', 'Options', ...optionLines(name), ''].join('\n');
}
