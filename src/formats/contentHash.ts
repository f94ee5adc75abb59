import type { Scenario } from '../domain/scenario.ts';

/** FNV-1a, 32 bits (Fowler, Noll and Vo): tells edited content apart in a stamp; it protects nothing. */
export function contentHash({ commonError: _, ...content }: Scenario): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(content))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
