import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openApp } from './support/openApp.ts';

const BIN = fileURLToPath(new URL('../../cli/parley.js', import.meta.url));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'npm start serves the app on one port and ends cleanly on %s',
  async (signal) => {
    const command = spawn(process.execPath, [BIN, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      command.kill('SIGKILL');
    });
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      command.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const address = /^Parley is at (\S+)/m.exec(said)?.[1];
        if (address !== undefined) resolve(address);
      });
      command.once('exit', (code) => reject(new Error(`npm start ended with ${code} after saying: ${said}`)));
    });
    const page = await openApp({ url });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.title()).toContain('Parley');
    // What the page still fetches would otherwise fail with the server, which is no fault of the page.
    await page.waitForLoadState('networkidle');
    command.kill(signal);
    expect(await once(command, 'exit')).toEqual([0, null]);
  },
);
