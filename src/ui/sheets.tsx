import { lazy, Suspense } from 'react';
import type { BarScreen } from './app/Bar.tsx';
import { Boundary } from './parts/Failure.tsx';
import { Sheet } from './parts/Sheet.tsx';
import { useText } from './text/useText.ts';

/** What opens over any screen. */
export type SheetName = 'keys' | 'about' | 'palette';

const loads = {
  keys: async () => ({ default: (await import('./keys/KeyHelp.tsx')).KeyHelp }),
  about: async () => ({ default: (await import('./about/AboutSheet.tsx')).AboutSheet }),
  palette: async () => ({ default: (await import('./palette/CommandPalette.tsx')).CommandPalette }),
} satisfies Record<SheetName, unknown>;

const KeyHelp = lazy(loads.keys);
const AboutSheet = lazy(loads.about);
const CommandPalette = lazy(loads.palette);

/** Fetches what is not shown yet: it opens at once, and without a connection. A failure is told when it is opened. */
export function prepareSheets(): void {
  for (const load of Object.values(loads)) load().catch(() => undefined);
}

/** A sheet by its name, over the screen that is shown. */
export function SheetOf({
  name,
  onClose,
  ...rest
}: {
  readonly name: SheetName;
  readonly onClose: () => void;
  readonly onShow: (name: 'keys' | 'about') => void;
  readonly onCopy: () => void;
  readonly to: Readonly<Record<BarScreen, string>>;
}) {
  const { failed } = useText();
  const instead = (
    <Sheet title={failed.title} onClose={onClose}>
      <p>{failed.body}</p>
    </Sheet>
  );
  return (
    <Boundary key={name} fallback={instead}>
      <Suspense fallback={null}>
        {name === 'keys' ? <KeyHelp onClose={onClose} /> : null}
        {name === 'about' ? <AboutSheet onClose={onClose} /> : null}
        {name === 'palette' ? <CommandPalette onClose={onClose} {...rest} /> : null}
      </Suspense>
    </Boundary>
  );
}
