// What a thread of `parley sensitivity` runs. Its modules are TypeScript, so tsx is registered first, as in parley.js.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
export const { sweepForThread } = await import('./sweepForThread.ts');
