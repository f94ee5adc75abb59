import { describe, expect, test } from 'vitest';
import { findChromium, type Machine } from '../browser/support/findChromium.ts';

/** A computer on which only the given files exist and start; `does` says what a program brings about when run. */
function machine(
  files: readonly string[],
  settings: Partial<Machine> = {},
  does: (command: string, present: Set<string>) => boolean = () => false,
): Machine & { readonly ran: readonly string[] } {
  const present = new Set(files);
  const ran: string[] = [];
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: true,
    exists: (path) => present.has(path),
    run: (program, args) => {
      const command = [program, ...args].join(' ');
      if (args[0] === '--version') return present.has(program);
      ran.push(command);
      return does(command, present);
    },
    downloadPath: () => '/cache/chrome',
    say: () => {},
    ran,
    ...settings,
  };
}

describe('the browser that tests run in', () => {
  test('is the one that CHROMIUM names, before any other', () => {
    const env = { PATH: '/usr/bin', CHROMIUM: '/opt/mine', CHROME_PATH: '/opt/other' };
    expect(findChromium(machine(['/opt/mine', '/opt/other', '/usr/bin/chromium'], { env }))).toBe('/opt/mine');
  });

  test('is the one that CHROME_PATH names, when CHROMIUM names none', () => {
    const env = { PATH: '/usr/bin', CHROMIUM: '', CHROME_PATH: '/opt/other' };
    expect(findChromium(machine(['/opt/other', '/usr/bin/chromium'], { env }))).toBe('/opt/other');
  });

  test('is not quietly another one when the variable is wrong', () => {
    const env = { PATH: '/usr/bin', CHROMIUM: '/opt/gone' };
    expect(() => findChromium(machine(['/usr/bin/chromium'], { env }))).toThrow(/CHROMIUM is set to \/opt\/gone/);
  });

  test('is an installed one, before the downloaded one', () => {
    expect(findChromium(machine(['/cache/chrome', '/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
  });

  test('is not an installed stub that does not start', () => {
    const present = machine(['/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
    const run: Machine['run'] = (program, args, seconds) =>
      program !== '/usr/bin/chromium-browser' && present.run(program, args, seconds);
    expect(findChromium({ ...present, run })).toBe('/usr/bin/google-chrome');
  });

  test.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('is found in the usual place on %s: %s', (platform, path) => {
    const env = { PROGRAMFILES: 'C:\\Program Files', HOME: '/Users/reader' };
    expect(findChromium(machine([path], { platform, env }))).toBe(path);
  });

  test('is downloaded when none is installed, and only once', () => {
    const download = (command: string, present: Set<string>) => {
      if (!command.includes('install chromium')) return false;
      present.add('/cache/chrome');
      return true;
    };
    const first = machine([], {}, download);
    expect(findChromium(first)).toBe('/cache/chrome');
    expect(first.ran).toHaveLength(1);
    const second = machine(['/cache/chrome'], {}, download);
    expect(findChromium(second)).toBe('/cache/chrome');
    expect(second.ran).toEqual([]);
  });

  test("is Debian's when the download fails and we are root", () => {
    const debian = machine(['/usr/bin/apt-get'], {}, (command, present) => {
      if (command.includes('install -y')) present.add('/usr/bin/chromium');
      return command.startsWith('apt-get');
    });
    expect(findChromium(debian)).toBe('/usr/bin/chromium');
    expect(debian.ran.map((command) => command.split(' ').slice(0, 2).join(' ')).slice(-2)).toEqual([
      'apt-get update',
      'apt-get install',
    ]);
  });

  test('is never taken from Debian by someone who is not root', () => {
    const reader = machine(['/usr/bin/apt-get'], { isRoot: false }, (command) => command.startsWith('apt-get'));
    expect(() => findChromium(reader)).toThrow(/install Chromium or Chrome, or set CHROMIUM/);
    expect(reader.ran.filter((command) => command.startsWith('apt-get'))).toEqual([]);
  });

  test('is an error with what to do, when there is none and none can be had', () => {
    expect(() => findChromium(machine([], { downloadPath: () => undefined }))).toThrow(/set CHROMIUM to the path/);
  });
});
