import type { Line } from '../../domain/identifier.ts';
import { useText } from '../text/useText.ts';

/** Compare: lines or ends side by side. */
export function CompareScreen({ lines }: { readonly lines: readonly Line[] }) {
  const text = useText();
  return (
    <main id="main" tabIndex={-1}>
      <h1>{text.screens.compare}</h1>
      <p>{lines.length}</p>
    </main>
  );
}
