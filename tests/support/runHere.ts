import { main } from '../../cli/main.ts';
import { inProcess } from './inProcess.ts';

/** Runs `parley` with a command in this process; tells also whether it still listens for Ctrl C afterwards. */
export async function runHere(...args: readonly string[]) {
  const before = process.listeners('SIGINT').length;
  const ran = await inProcess(main, ...args);
  return { ...ran, leftListening: process.listeners('SIGINT').length - before };
}
