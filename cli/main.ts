import packageJson from '../package.json' with { type: 'json' };

type Run = (args: readonly string[]) => Promise<number>;

type Command = {
  readonly usage: string;
  readonly does: string;
  /** Loads the command's module only when it is asked for, so that a fault in one leaves the others working. */
  readonly load: () => Promise<Run>;
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  [
    'check',
    {
      usage: 'check PATH [--json]',
      does: 'read a scenario folder and list every problem in it',
      load: async () => (await import('./check.ts')).check,
    },
  ],
  [
    'tree',
    {
      usage: 'tree PATH [--depth N] [--json]',
      does: 'print the what-if tree of a scenario',
      load: async () => (await import('./tree.ts')).tree,
    },
  ],
  [
    'audit',
    {
      usage: 'audit PATH [--json]',
      does: 'look for one-sidedness in a scenario',
      load: async () => (await import('./audit.ts')).audit,
    },
  ],
  [
    'solve',
    {
      usage: 'solve FILE [--json]',
      does: 'say what follows from a game under a model of play',
      load: async () => (await import('./solve.ts')).solve,
    },
  ],
  [
    'simulate',
    {
      usage: 'simulate FOLDER [--draws N]',
      does: 'say what a scenario comes to over draws of its numbers',
      load: async () => (await import('./simulate.ts')).simulate,
    },
  ],
  [
    'sensitivity',
    {
      usage: 'sensitivity FILE --of ACTOR',
      does: 'say what moves a value and what would change the choice',
      load: async () => (await import('./sensitivity.ts')).sensitivity,
    },
  ],
  [
    'bargain',
    {
      usage: 'bargain FILE [--json]',
      does: 'say what two parties could agree on, and what it asks of them',
      load: async () => (await import('./bargain.ts')).bargain,
    },
  ],
  [
    'robustness',
    {
      usage: 'robustness FILE --of ACTOR',
      does: 'say over which weights and cases an answer holds',
      load: async () => (await import('./robustness.ts')).robustness,
    },
  ],
  [
    'stability',
    {
      usage: 'stability FILE [--json]',
      does: 'say which states of a conflict, or postures of a scenario, would hold',
      load: async () => (await import('./stability.ts')).stability,
    },
  ],
  [
    'verify',
    {
      usage: 'verify PATH... [--json]',
      does: 'compare games, trees, tables and conflicts with known answers',
      load: async () => (await import('./verify.ts')).verify,
    },
  ],
  [
    'export',
    {
      usage: 'export FILE --format FORMAT',
      does: 'write a scenario or an .efg game as efg, xstate, csv or mermaid',
      load: async () => (await import('./export.ts')).exportCommand,
    },
  ],
  [
    'import',
    {
      usage: 'import FILE.json [--out PATH]',
      does: 'read a branch from XState JSON as the YAML of a scenario',
      load: async () => (await import('./import.ts')).importCommand,
    },
  ],
  [
    'serve',
    {
      usage: 'serve [--port N]',
      does: 'serve the app on this computer, building it first if needed',
      load: async () => (await import('./serve.ts')).serve,
    },
  ],
]);

const USAGE = [
  'Usage: parley COMMAND',
  '',
  ...[...COMMANDS.values()].map(({ usage, does }) => `  ${usage.padEnd(32)}${does}`),
  `  ${'--help'.padEnd(32)}print this`,
  `  ${'--version'.padEnd(32)}print the version`,
  '',
  'Exit code: 0 done, 1 problems found, 2 the command was written wrongly, 70 a fault in Parley itself.',
  '',
].join('\n');

/**
 * Runs one `parley` command and returns the exit code of the process: 0 done, 1 problems found, 2 wrong usage,
 * 70 (EX_SOFTWARE of sysexits.h) when Parley itself failed, so that a script never takes our fault for a finding.
 */
export async function main(args: readonly string[]): Promise<number> {
  quietlyEndWithTheReader();
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (command === undefined) {
    process.stderr.write(`${name === undefined ? 'No command was given.' : `There is no command \`${name}\`.`}\n\n`);
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const run = await command.load();
    return await run(rest);
  } catch (error) {
    process.stderr.write(`This is a fault in Parley, not in what you wrote. Please report it:\n`);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 70;
  }
}

/** `parley tree PATH | head` closes the pipe before we are done: that is the reader's right, not an error. */
function quietlyEndWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
