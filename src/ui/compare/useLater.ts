import { startTransition, useEffect, useState } from 'react';

/**
 * A value that follows in a paint of its own, undefined until then: parts of a page that come one after the other never hold it up
 * for as long as all of them together.
 */
export function useLater<Value>(value: Value | undefined): Value | undefined {
  const [later, setLater] = useState<Value>();
  useEffect(() => {
    const turn = setTimeout(() => startTransition(() => setLater(() => value)));
    return () => clearTimeout(turn);
  }, [value]);
  return later;
}
