import { useText } from '../text/useText.ts';

/** The facilitator's console. */
export function PresentScreen({ part }: { readonly part: string | undefined }) {
  const text = useText();
  return (
    <main id="main" tabIndex={-1} data-part={part}>
      <h1>{text.screens.present}</h1>
    </main>
  );
}
