import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What the search asks of the computer it runs on. Handed in, so that the order of the search can be tested. */
export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
  /** Runs a program to its end, or for at most so many seconds, and says whether it succeeded. */
  readonly run: (program: string, args: readonly string[], seconds: number) => boolean;
  /** Where the browser tool keeps the browser it downloads; undefined where it has none for this system. */
  readonly downloadPath: () => string | undefined;
  readonly say: (sentence: string) => void;
};

/** The variables that may name a browser, the first one first. */
const VARIABLES = ['CHROMIUM', 'CHROME_PATH'];

const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

/**
 * The path of a Chromium that starts: what CHROMIUM or CHROME_PATH names, else what is installed, else the browser
 * tool's own download, else Debian's package when run as root. Throws one sentence on what to do when none is found or
 * when the variable names no browser; a browser test is never skipped for want of a browser.
 */
export function findChromium(machine: Machine = thisMachine()): string {
  for (const variable of VARIABLES) {
    const named = machine.env[variable];
    if (!named) continue;
    if (starts(named, machine)) return named;
    throw new Error(`${variable} is set to ${named}, which does not start as a browser: correct or unset it.`);
  }
  const found = installed(machine) ?? downloaded(machine) ?? fromDebian(machine);
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium, and none was found or could be installed: install Chromium or Chrome, or set ' +
      'CHROMIUM to the path of one, and run the tests again.',
  );
}

function installed(machine: Machine): string | undefined {
  return usualPlaces(machine).find((path) => starts(path, machine));
}

function usualPlaces({ env, platform }: Machine): readonly string[] {
  switch (platform) {
    case 'win32': {
      const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
      const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
      return [...programs, 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
        roots.map((root) => `${root}\\${program}`),
      );
    }
    case 'darwin':
      return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((app) =>
        ['/Applications', `${env.HOME}/Applications`].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
      );
    default: {
      const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder !== ''), '/usr/bin', '/snap/bin'];
      const onPath = NAMES_ON_PATH.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
      return [...onPath, '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'];
    }
  }
}

function downloaded(machine: Machine): string | undefined {
  const path = machine.downloadPath();
  if (path === undefined) return undefined;
  if (starts(path, machine)) return path;
  machine.say('No Chromium is installed here: trying to download one for the browser tests.');
  const tool = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  machine.run(process.execPath, [tool, 'install', 'chromium', '--no-shell', '--no-progress'], 600);
  return starts(path, machine) ? path : undefined;
}

function fromDebian(machine: Machine): string | undefined {
  if (machine.platform !== 'linux' || !machine.isRoot || !machine.exists('/usr/bin/apt-get')) return undefined;
  machine.say('The download did not work: trying the Debian package of Chromium.');
  const done =
    machine.run('apt-get', ['update'], 300) &&
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900);
  return done ? installed(machine) : undefined;
}

/** A file of the right name may still be a stub that asks for another package, or lack its libraries. */
function starts(path: string, machine: Machine): boolean {
  if (!machine.exists(path)) return false;
  // On Windows --version opens a window instead of printing.
  return machine.platform === 'win32' || machine.run(path, ['--version', '--no-sandbox'], 30);
}

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run: (program, args, seconds) => {
      // A download that cannot even connect gives up after five seconds, not thirty.
      const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000', DEBIAN_FRONTEND: 'noninteractive' };
      return spawnSync(program, args, { env, stdio: 'ignore', timeout: seconds * 1000 }).status === 0;
    },
    downloadPath: () => {
      try {
        return chromium.executablePath();
      } catch {
        return undefined;
      }
    },
    say: (sentence) => process.stderr.write(`${sentence}\n`),
  };
}
