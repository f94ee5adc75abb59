#!/usr/bin/env node
// The `parley` command. Its modules are TypeScript, so tsx is registered first: there is nothing to build by hand
// between `npm ci` and the first run.
import { fileURLToPath } from 'node:url';

const tsx = await import('tsx/esm/api').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write("Parley's libraries are not installed yet: run `npm ci` in its folder first.\n");
  process.exit(1);
});
// The tsconfig is named outright: one that lies in the folder a person stands in must change nothing.
tsx.register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
