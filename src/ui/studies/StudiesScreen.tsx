import { useText } from '../text/useText.ts';

/** Studies: what this reader has kept. */
export function StudiesScreen() {
  const text = useText();
  return (
    <main id="main" tabIndex={-1}>
      <h1>{text.screens.studies}</h1>
    </main>
  );
}
