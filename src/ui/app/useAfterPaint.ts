import { startTransition, useEffect, useState } from 'react';

/**
 * A value that a part of the page may show later: taken over once what is new beside it has been painted, so that the two do not hold
 * the page up together.
 */
export function useAfterPaint<Value>(value: Value, first: Value): Value {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setShown(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value]);
  return shown;
}
