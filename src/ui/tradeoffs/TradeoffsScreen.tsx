import { useText } from '../text/useText.ts';

/** Tradeoffs: what one side pays for the other's gain, over every reachable end. */
export function TradeoffsScreen({ view }: { readonly view: string }) {
  const text = useText();
  return (
    <main id="main" tabIndex={-1} data-view={view}>
      <h1>{text.screens.tradeoffs}</h1>
    </main>
  );
}
