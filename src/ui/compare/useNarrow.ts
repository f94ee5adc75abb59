import { useSyncExternalStore } from 'react';

/** Narrower than this in rem, a table of several lines sets each figure's name over its numbers. */
const NARROW = '(max-width: 44rem)';

/** Whether the page is a narrow one, re-read as it changes. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(NARROW).matches,
  );
