import { useText } from '../text/useText.ts';

/** What the room sees, in a window of its own: no controls. */
export function ProjectorScreen() {
  const text = useText();
  return (
    <main id="main" tabIndex={-1}>
      <h1>{text.screens.projector}</h1>
    </main>
  );
}
