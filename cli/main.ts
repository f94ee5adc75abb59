import packageJson from '../package.json' with { type: 'json' };
import {
  COMMAND_HELP,
  type CommandHelp,
  type CommandName,
  commandHelp,
  helpLine,
  isCommandName,
} from './commandHelp.ts';
import { asksForHelp, optionFault } from './optionFault.ts';
import { orMeant } from './orMeant.ts';

type Run = (args: readonly string[]) => Promise<number>;

/** Loads a command's module only when it is asked for, so that a fault in one leaves the others working. */
const LOAD: Readonly<Record<CommandName, () => Promise<Run>>> = {
  check: async () => (await import('./check.ts')).check,
  tree: async () => (await import('./tree.ts')).tree,
  audit: async () => (await import('./audit.ts')).audit,
  solve: async () => (await import('./solve.ts')).solve,
  simulate: async () => (await import('./simulate.ts')).simulate,
  sensitivity: async () => (await import('./sensitivity.ts')).sensitivity,
  bargain: async () => (await import('./bargain.ts')).bargain,
  robustness: async () => (await import('./robustness.ts')).robustness,
  stability: async () => (await import('./stability.ts')).stability,
  verify: async () => (await import('./verify.ts')).verify,
  export: async () => (await import('./export.ts')).exportCommand,
  import: async () => (await import('./import.ts')).importCommand,
  serve: async () => (await import('./serve.ts')).serve,
};

/** Every command with what it does, in the order of its table. */
const commandLines = (): readonly string[] =>
  Object.entries<CommandHelp>(COMMAND_HELP).map(([name, { operands, does }]) =>
    helpLine(`${name} ${operands}`.trimEnd(), does),
  );

const USAGE = [
  'Usage: parley COMMAND',
  '',
  ...commandLines(),
  helpLine('help COMMAND', 'say how a command is used, with all of its options; also COMMAND --help'),
  helpLine('--help', 'print this'),
  helpLine('--version', 'print the version'),
  '',
  'Exit code: 0 done, 1 problems found, 2 the command was written wrongly, 70 a fault in Parley itself,',
  '74 what it prints could not be written, 130 stopped by Ctrl C.',
  '',
].join('\n');

/**
 * Runs one `parley` command and returns the exit code of the process: 0 done, 1 problems found, 2 wrong usage,
 * 70 (EX_SOFTWARE of sysexits.h) when Parley itself failed, so that a script never takes our fault for a finding, 74 (EX_IOERR) where
 * what is printed cannot be written, 130 where Ctrl C stopped it.
 */
export async function main(args: readonly string[]): Promise<number> {
  endWithTheReader();
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return help(name === 'help' ? rest[0] : undefined);
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  if (!isCommandName(name)) return refuseCommand(name);
  if (asksForHelp(rest)) return help(name);
  const fault = optionFault(name, rest);
  if (fault !== undefined) {
    process.stderr.write(`parley: ${fault}\n\n${commandHelp(name)}`);
    return 2;
  }
  try {
    const run = await LOAD[name]();
    return await run(rest);
  } catch (error) {
    process.stderr.write(`This is a fault in Parley, not in what you wrote. Please report it:\n`);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 70;
  }
}

/** Says which commands there are, or how one is used. */
function help(asked: string | undefined): 0 | 2 {
  if (asked !== undefined && !isCommandName(asked)) return refuseCommand(asked);
  process.stdout.write(asked === undefined ? USAGE : commandHelp(asked));
  return 0;
}

/** Says that there is no such command, and which there are. */
function refuseCommand(name: string | undefined): 2 {
  const meant = name === undefined ? '' : orMeant(name, Object.keys(COMMAND_HELP));
  const fault =
    name === undefined ? 'No command was given.' : `There is no command \`${name}\`${meant === '' ? '.' : meant}`;
  process.stderr.write(`${fault}\n\n${USAGE}`);
  return 2;
}

/** Why what is printed could not be written, in words. */
const WHY_NOT_WRITTEN: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left',
  EFBIG: 'the file would be too large',
  EIO: 'the device failed',
};

/** What becomes of a run whose output cannot be written. */
function endWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `parley tree PATH | head` closes the pipe before we are done: that is the reader's right, not an error.
    if (error.code === 'EPIPE') process.exit(0);
    const why = WHY_NOT_WRITTEN[error.code ?? ''] ?? error.message;
    process.stderr.write(`parley: what is printed could not be written: ${why}\n`);
    // EX_IOERR of sysexits.h
    process.exit(74);
  });
}
