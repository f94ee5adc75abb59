/** Whole numbers from 0 up to a bound, one after the other: mulberry32, so that a game is the same each time. */
function numbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

const BRANCHES = 3;
const LARGEST = 1_000_000;

/**
 * A regular game in the .efg format, of the shape by which Gambit was measured: three players, whose turns cycle with chance (1, 2,
 * chance, 3) by level; three branches everywhere; payoffs whole numbers in ±1,000,000; weights of chance 1 to 9.
 */
export function benchGame(depth: number, seed: number): string {
  const below = numbers(seed);
  const lines = [`EFG 2 R "bench depth ${depth}" { "P1" "P2" "P3" }`];
  const sets = [0, 0, 0, 0];
  let outcomes = 0;
  const levels = [0];
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    if (level === depth) {
      outcomes += 1;
      const payoffs = [0, 0, 0].map(() => below(2 * LARGEST + 1) - LARGEST);
      lines.push(`t "" ${outcomes} "o${outcomes}" { ${payoffs.join(' ')} }`);
      continue;
    }
    const mover = [1, 2, 0, 3][level % 4] ?? 0;
    const set = (sets[mover] ?? 0) + 1;
    sets[mover] = set;
    const weights = Array.from({ length: BRANCHES }, () => 1 + below(9));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const actions = weights.map((weight, index) => `"a${index}"${mover === 0 ? ` ${weight}/${total}` : ''}`).join(' ');
    lines.push(
      mover === 0 ? `c "" ${set} "c${set}" { ${actions} } 0` : `p "" ${mover} ${set} "s${set}" { ${actions} } 0`,
    );
    for (let branch = 0; branch < BRANCHES; branch += 1) levels.push(level + 1);
  }
  return `${lines.join('\n')}\n`;
}

/** A line of one-action nodes, the two players in turns, with an end below them. */
export const benchChain = (nodes: number): string =>
  [
    'EFG 2 R "bench chain" { "P1" "P2" }',
    ...Array.from({ length: nodes }, (_, node) => `p "" ${(node % 2) + 1} ${node + 1} "" { "on" } 0`),
    't "" 1 "end" { 1 2 }',
    '',
  ].join('\n');
