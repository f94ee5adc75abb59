import { readFileSync } from 'node:fs';
import { type BlocksOf, typedBlocks } from '../src/analysis/kernel/treeBlocks.ts';
import { wasmBlocks } from '../src/analysis/kernel/wasmBlocks.ts';

let found: BlocksOf | undefined;

/** How draws are computed here: by the WebAssembly kernel, or on typed arrays where the engine has no instructions for two numbers at once. */
export function blockKernel(): BlocksOf {
  if (found !== undefined) return found;
  const bytes = Uint8Array.from(readFileSync(new URL('./blockKernel.wasm', import.meta.url)));
  found = WebAssembly.validate(bytes) ? wasmBlocks(new WebAssembly.Module(bytes)) : typedBlocks;
  return found;
}
