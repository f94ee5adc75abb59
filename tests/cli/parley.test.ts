import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { serve } from '../../cli/serve.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { inProcess } from '../support/inProcess.ts';
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
    [['chekc'], 'There is no command `chekc`.'],
    [['toString'], 'There is no command `toString`.'],
  ])('refuses %j with its usage', (args, sentence) => {
    const { status, stdout, stderr } = runParley(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Usage: parley COMMAND');
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
      const { status, stdout, stderr } = runParley('serve', '--port', String(port));
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toBe(`Port ${port} is already in use. Choose another one: npm start -- --port N\n`);
    } finally {
      other.close();
    }
  });
});
