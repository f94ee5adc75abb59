import { useEffect, useState } from 'react';

/** The window's clock in milliseconds, re-read while something runs out; it stands still where nothing does. */
export function useNow(running: boolean, every = 250): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!running) return;
    const ticking = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(ticking);
  }, [running, every]);
  return now;
}
