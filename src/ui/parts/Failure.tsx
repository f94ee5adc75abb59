import { Component, type ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import styles from './Failure.module.css';

/** What a reader sees when the page, or the scenario, could not be shown: plain words and the way back. */
export function Failure({ kind }: { readonly kind: 'page' | 'scenario' }) {
  const { failed } = useText();
  return (
    <main className={styles.failure} role="alert">
      <h1>{failed.title}</h1>
      <p>{kind === 'scenario' ? failed.scenario : failed.body}</p>
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        {failed.reload}
      </button>
    </main>
  );
}

/** Keeps a fault inside its part of the page. React catches faults in classes only. */
export class Boundary extends Component<
  { readonly children: ReactNode; readonly fallback: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
