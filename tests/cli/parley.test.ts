import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const BIN = fileURLToPath(new URL('../../cli/parley.js', import.meta.url));

/** Runs the command as a person does, from a folder that has nothing to do with the project. */
function parley(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [BIN, ...args], { cwd: tmpdir(), encoding: 'utf8' });
}

describe('the parley command', () => {
  test('says its version', () => {
    expect(parley('--version')).toMatchObject({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test('explains itself on request', () => {
    const { status, stdout } = parley('--help');
    expect(status).toBe(0);
    for (const command of ['check PATH', 'tree PATH', 'audit PATH', 'serve']) expect(stdout).toContain(`  ${command}`);
  });

  test.each([
    [[], 'No command was given.'],
    [['chekc'], 'There is no command `chekc`.'],
    [['toString'], 'There is no command `toString`.'],
  ])('refuses %j with its usage', (args, sentence) => {
    const { status, stdout, stderr } = parley(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Usage: parley COMMAND');
  });
});

describe('parley serve', () => {
  test.each(['http', '65536', '-1', '4.5', ''])('refuses the port %j', (port) => {
    const { status, stderr } = parley('serve', `--port=${port}`);
    expect(status).toBe(2);
    expect(stderr).toContain('A port is a whole number from 0 to 65535');
  });

  test('refuses a flag it does not know', () => {
    const { status, stderr } = parley('serve', '--prot', '80');
    expect(status).toBe(2);
    expect(stderr).toContain("Unknown option '--prot'");
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
      const { status, stdout, stderr } = parley('serve', '--port', String(port));
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toBe(`Port ${port} is already in use. Choose another one: npm start -- --port N\n`);
    } finally {
      other.close();
    }
  });
});
