import { parseArgs } from 'node:util';
import { COMMAND_HELP, type CommandHelp, type CommandName } from './commandHelp.ts';
import { orMeant } from './orMeant.ts';

/** Whether somebody asks how a command is used: `--help` or `-h`, anywhere before `--`. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((written) => written === '--help' || written === '-h');
}

/** What is wrong with the options on a command line, in words; undefined where they are all known and complete, and no value is given twice. */
export function optionFault(command: CommandName, args: readonly string[]): string | undefined {
  const { options }: CommandHelp = COMMAND_HELP[command];
  const known = new Map(options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const written = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = rawName.startsWith('--') ? known.get(name) : undefined;
    if (option === undefined) {
      const meant = orMeant(
        rawName,
        options.map((each) => `--${each.name}`),
      );
      return `There is no option \`${rawName}\` for \`${command}\`${meant === '' ? '.' : meant}`;
    }
    if (option.value === undefined && value !== undefined)
      return `\`${rawName}\` takes no value, and \`${value}\` stands after it.`;
    if (option.value !== undefined && value === undefined)
      return `\`${rawName}\` needs a value: \`${rawName} ${option.value}\`.`;
    if (value !== undefined && inlineValue === false && value.startsWith('-') && value.length > 1)
      return `\`${rawName}\` needs a value, and \`${value}\` stands after it; a value that begins with a dash is written \`${rawName}=${value}\`.`;
    if (option.value !== undefined && option.isRepeatable === undefined && written.has(name))
      return `\`${rawName}\` is written twice, and takes one value: write it once.`;
    written.add(name);
  }
  return undefined;
}
