/**
 * The arithmetic of a block of draws, two numbers at a time: the same as src/analysis/kernel does on typed arrays, in the same order, and so
 * the same figures to the last bit. What is rare (a guard on an effect, chance, ties, other play than rational) is the caller's.
 *
 * AssemblyScript; `npm run kernel` compiles it to cli/blockKernel.wasm, and a test says that it was.
 */
import { Block, BOUNDED, byteAt, intAt, rowAt, shortAt, TENDENCY } from './block';
import { chooseByLogit, takeBest } from './choice';
import { declares, mix, readOdds, takeOnly } from './odds';
import { readSums, readWorths, writeEnd } from './payoffs';
import { readValues } from './values';

/** Decides a node whose branches are known, in the stack: the caller's. */
declare function decide(node: i32): void;

/** Reads a block of draws whose numbers are in its rows, from the values to what the tree comes to, at the bottom of its stack. */
export function read(address: usize): void {
  const block = changetype<Block>(address);
  readValues(block);
  readWorths(block);
  readSums(block);
  rollBack(block);
}

/** Backward induction: `rollBackBlock` of src/analysis/kernel/blockRollback.ts. */
function rollBack(block: Block): void {
  let end = 0;
  for (let node = 0; node < block.nodes; node += 1) {
    const here = shortAt(block.depth, node);
    store<i32>(block.path + ((here as usize) << 2), node);
    if (byteAt(block.nodeKind, node) !== 0) continue;
    const to = placeOf(block, node);
    for (let actor = 0; actor < block.actors; actor += 1) writeEnd(block, actor, end, rowAt(block, to, actor));
    end += 1;
    const after = node + 1 < block.nodes ? shortAt(block.depth, node + 1) : 0;
    for (let above = here - 1; above >= after; above -= 1) decideHere(block, intAt(block.path, above));
  }
}

/** Where a node's values stand in the stack. */
function placeOf(block: Block, node: i32): usize {
  const level = block.stack + (shortAt(block.depth, node) as usize) * (block.level as usize);
  return rowAt(block, level, byteAt(block.ordinal, node) * block.actors);
}

function decideHere(block: Block, node: i32): void {
  const to = placeOf(block, node);
  const below = block.stack + ((shortAt(block.depth, node) + 1) as usize) * (block.level as usize);
  const branch = intAt(block.first, node);
  const count = intAt(block.first, node + 1) - branch;
  if (count === 1) {
    takeOnly(block, below, to, branch);
    return;
  }
  const play = block.play;
  let isShared = false;
  if (byteAt(block.nodeKind, node) === 1 || (play === TENDENCY && declares(block, branch)))
    isShared = readOdds(block, branch, count);
  else if (play === BOUNDED) isShared = chooseByLogit(block, node, below, branch, count);
  else if (play !== 0 && takeBest(block, node, below, to, branch, count)) return;
  if (isShared) mix(block, below, to, branch, count);
  else decide(node);
}
