import { vi } from 'vitest';
import { main } from '../../cli/main.ts';

/** What a command printed and how it ended, run in this process: a process of its own costs seconds. */
export async function runHere(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const taking = (into: string[]) => (chunk: unknown) => into.push(String(chunk)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(taking(out)),
    vi.spyOn(process.stderr, 'write').mockImplementation(taking(err)),
    vi.spyOn(console, 'log').mockImplementation((text: unknown) => void out.push(`${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text: unknown) => void err.push(`${text}\n`)),
  ];
  const exit = process.listeners('SIGINT').length;
  try {
    const status = await main(args);
    return {
      status,
      stdout: out.join(''),
      stderr: err.join(''),
      leftListening: process.listeners('SIGINT').length - exit,
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
