import { type ReactNode, Suspense } from 'react';
import { Boundary } from '../../parts/Failure.tsx';
import { useText } from '../../text/useText.ts';
import styles from './Stage.module.css';

/** A long text of the scenario on the projector. Where it does not arrive the scene stands without it: a room is shown no fault. */
export function LongText({ children }: { readonly children: ReactNode }) {
  const { loading } = useText();
  return (
    <Boundary fallback={null}>
      <Suspense fallback={<p className={styles.quiet}>{loading}</p>}>{children}</Suspense>
    </Boundary>
  );
}
