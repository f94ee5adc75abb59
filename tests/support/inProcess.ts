import { vi } from 'vitest';

/** Runs a command of `parley` in this process, and gives what it prints: a process of its own takes a second each. */
export async function inProcess(command: (args: readonly string[]) => Promise<number>, ...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out.push(String(text));
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err.push(String(text));
      return true;
    }),
    vi.spyOn(console, 'log').mockImplementation((text) => {
      out.push(`${String(text)}\n`);
    }),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      err.push(`${String(text)}\n`);
    }),
  ];
  try {
    return { status: await command(args), stdout: out.join(''), stderr: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
