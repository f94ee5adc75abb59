/** Whether a value read from JSON is nested at most so deep. Walked without recursion: what is hostile may be nested without end. */
export function isShallow(value: unknown, deepest: number): boolean {
  const toDo: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = toDo.pop(); next !== undefined; next = toDo.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= deepest) return false;
    for (const part of Object.values(next.value)) toDo.push({ value: part, depth: next.depth + 1 });
  }
  return true;
}
