import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of an element in whole pixels, read anew when it changes; 0 until it was laid out. */
export function useWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(observed.getBoundingClientRect().width)));
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
