import { vi } from 'vitest';

/** What a command of the command line came to. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process and keeps what it prints: a process of its own costs half a second each time. */
export async function runInProcess(
  command: (args: readonly string[]) => Promise<number>,
  ...args: readonly string[]
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      stdout += String(text);
      return true;
    }),
    vi.spyOn(console, 'log').mockImplementation((text) => {
      stdout += `${String(text)}\n`;
    }),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      stderr += `${String(text)}\n`;
    }),
  ];
  try {
    const status = await command(args);
    return { status, stdout, stderr };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
