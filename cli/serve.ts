import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildApp, isOutOfDate } from './buildApp.ts';
import { type FolderServer, serveFolder } from './serveFolder.ts';

const DEFAULT_PORT = 4117;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * `parley serve [--port N]`: builds the app if it is missing or older than its sources, serves it on loopback, prints
 * the address, and returns once the process is asked to end. Exit codes: 0 ended, 1 cannot build or listen, 2 usage.
 */
export async function serve(args: readonly string[]): Promise<number> {
  const port = portFrom(args);
  if (typeof port === 'string') {
    process.stderr.write(`${port}\nUsage: parley serve [--port N], or npm start -- --port N\n`);
    return 2;
  }
  let server: FolderServer;
  try {
    // Before the build: a taken port is told at once, and nobody knows the address until the files are there.
    server = await serveFolder(BUILT, port);
  } catch (error) {
    process.stderr.write(`${whyNotListening(error as NodeJS.ErrnoException, port)}\n`);
    return 1;
  }
  if (isOutOfDate(ROOT, BUILT)) {
    process.stdout.write('Building the app; this takes a few seconds.\n');
    try {
      await buildApp(ROOT, BUILT);
    } catch (error) {
      process.stderr.write(`The app could not be built: ${error instanceof Error ? error.message : String(error)}\n`);
      await server.close();
      return 1;
    }
  }
  process.stdout.write(`Parley is at ${server.url} (Ctrl+C ends it)\n`);
  await askedToEnd();
  await server.close();
  return 0;
}

/** The port asked for, or a sentence on what is wrong with it. */
function portFrom(args: readonly string[]): number | string {
  let asked: string | undefined;
  try {
    asked = parseArgs({ args: [...args], options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    return (error as Error).message;
  }
  if (asked === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : Number.NaN;
  return port <= 65_535 ? port : `A port is a whole number from 0 to 65535, not \`${asked}\`.`;
}

function whyNotListening(error: NodeJS.ErrnoException, port: number): string {
  const another = 'Choose another one: npm start -- --port N';
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use. ${another}`;
    case 'EACCES':
      return `This account may not use port ${port}. ${another}`;
    default:
      return `Port ${port} cannot be used (${error.message}). ${another}`;
  }
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
