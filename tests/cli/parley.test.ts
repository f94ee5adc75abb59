import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { COMMAND_HELP, type CommandHelp, type CommandName } from '../../cli/commandHelp.ts';
import { serve } from '../../cli/serve.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { inProcess } from '../support/inProcess.ts';
import { runHere } from '../support/runHere.ts';
import { runParley } from '../support/runParley.ts';

describe('the parley command', () => {
  test('says its version', () => {
    expect(runParley('--version')).toMatchObject({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test('explains itself on request', () => {
    const { status, stdout } = runParley('--help');
    expect(status).toBe(0);
    for (const command of ['check PATH', 'tree PATH', 'audit PATH', 'serve']) expect(stdout).toContain(`  ${command}`);
  });

  test.each([
    [[], 'No command was given.'],
    [['chekc'], 'There is no command `chekc`; did you mean `check`?'],
    [['toString'], 'There is no command `toString`.'],
  ])('refuses %j with its usage', (args, sentence) => {
    const { status, stdout, stderr } = runParley(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Usage: parley COMMAND');
  });
});

describe('a command line', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (...args) => {
    const { status, stdout } = await runHere(...args);
    expect(status).toBe(0);
    for (const name of Object.keys(COMMAND_HELP)) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  test.each(Object.keys(COMMAND_HELP))('%s says how it is used, with an option a line', async (name) => {
    const asked = await runHere(name, '--help');
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    expect(await runHere('help', name)).toEqual(asked);
    expect((await runHere(name, 'anything', '-h')).stdout).toBe(asked.stdout);
    const { options }: CommandHelp = COMMAND_HELP[name as CommandName];
    for (const option of options) expect(asked.stdout).toMatch(new RegExp(`^  --${option.name} .*\\S$`, 'm'));
  });

  test.each(Object.keys(COMMAND_HELP).filter((name) => name !== 'serve'))(
    'the options of %s are those of the line that it refuses with',
    async (name) => {
      // Wrong in every command: no operand, or one that is not there.
      const { stderr } = await runHere(name);
      const { options }: CommandHelp = COMMAND_HELP[name as CommandName];
      const line = /usage: (.*)/.exec(stderr)?.[1] ?? '';
      expect(new Set(line.match(/--[a-z][a-z-]*/g) ?? [])).toEqual(
        new Set(options.map((option) => `--${option.name}`)),
      );
    },
  );

  test.each([
    [['solve', 'x', '--modle', 'rational'], 'There is no option `--modle` for `solve`; did you mean `--model`?'],
    [['solve', 'x', '-m'], 'There is no option `-m` for `solve`.'],
    [['solve', 'x', '--lambda'], '`--lambda` needs a value: `--lambda X`.'],
    [['solve', 'x', '--model', '--json'], '`--model` needs a value, and `--json` stands after it'],
    [['solve', 'x', '--json=yes'], '`--json` takes no value, and `yes` stands after it.'],
    [
      ['simulate', 'x', '--kappa', '-0.5'],
      '`--kappa` needs a value, and `-0.5` stands after it; a value that begins with a dash is written `--kappa=-0.5`',
    ],
    [['solve', 'x', '--rationality', '5', '--rationality=7'], '`--rationality` is written twice'],
    [['tree', 'x', '--depth', '5', '--depth', '5'], '`--depth` is written twice'],
  ])('%j is told in a sentence, with the options that there are', async (args, told) => {
    const { status, stdout, stderr } = await runHere(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`parley: ${told}`);
    expect(stderr).toMatch(/^ {2}--json /m);
  });

  test('what may be written more than once is, and so are flags; what stands after -- is no option', async () => {
    const twice = await runHere('stability', 'nowhere', '--state', '1', '--state', '2', '--json', '--json');
    expect(twice.stderr).not.toContain('twice');
    expect((await runHere('solve', '--', '--help')).status).toBe(2);
  });

  test.each([
    ['ENOSPC', 74, 'parley: what is printed could not be written: there is no room left\n'],
    ['EPIPE', 0, undefined],
  ])('an output that fails with %s ends the run with %i and no stack', async (code, status, told) => {
    await runHere('help');
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended');
    });
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      expect(() => process.stdout.emit('error', Object.assign(new Error(code), { code }))).toThrow('ended');
      expect(exit.mock.calls).toEqual([[status]]);
      expect(said.mock.calls[0]?.[0]).toBe(told);
    } finally {
      exit.mockRestore();
      said.mockRestore();
    }
  });
});

describe('parley serve', () => {
  test.each(['http', '65536', '-1', '4.5', ''])('refuses the port %j', async (port) => {
    const { status, stderr } = await inProcess(serve, `--port=${port}`);
    expect(status).toBe(2);
    expect(stderr).toContain('A port is a whole number from 0 to 65535');
  });

  test('refuses a flag it does not know', () => {
    const { status, stderr } = runParley('serve', '--prot', '80');
    expect(status).toBe(2);
    expect(stderr).toContain('There is no option `--prot` for `serve`; did you mean `--port`?');
  });

  test('says in one sentence that a port is taken, and how to choose another', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    try {
      const { status, stdout, stderr } = runParley('serve', '--port', String(port));
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toBe(`Port ${port} is already in use. Choose another one: npm start -- --port N\n`);
    } finally {
      other.close();
    }
  });
});
