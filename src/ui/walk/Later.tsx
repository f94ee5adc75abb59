import { type ReactNode, Suspense } from 'react';
import { Boundary } from '../parts/Failure.tsx';
import { useText } from '../text/useText.ts';

/** A part of Walk that comes after the page: it says that it loads, and says so where it could not. */
export function Later({ children }: { readonly children: ReactNode }) {
  const text = useText();
  return (
    <Boundary fallback={<p role="alert">{text.walk.notLoaded}</p>}>
      <Suspense fallback={<p>{text.loading}</p>}>{children}</Suspense>
    </Boundary>
  );
}
