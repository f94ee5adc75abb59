import { lazy } from 'react';
import type { Address, Screen } from './app/address.ts';
import { WalkScreen } from './walk/WalkScreen.tsx';

const loads = {
  compare: async () => ({ default: (await import('./compare/CompareScreen.tsx')).CompareScreen }),
  tradeoffs: async () => ({ default: (await import('./tradeoffs/TradeoffsScreen.tsx')).TradeoffsScreen }),
  sources: async () => ({ default: (await import('./sources/SourcesScreen.tsx')).SourcesScreen }),
  studies: async () => ({ default: (await import('./studies/StudiesScreen.tsx')).StudiesScreen }),
  study: async () => ({ default: (await import('./studies/SharedStudyScreen.tsx')).SharedStudyScreen }),
  present: async () => ({ default: (await import('./present/PresentScreen.tsx')).PresentScreen }),
  projector: async () => ({ default: (await import('./present/ProjectorScreen.tsx')).ProjectorScreen }),
} satisfies Record<Exclude<Screen, 'walk'>, unknown>;

const CompareScreen = lazy(loads.compare);
const TradeoffsScreen = lazy(loads.tradeoffs);
const SourcesScreen = lazy(loads.sources);
const StudiesScreen = lazy(loads.studies);
const SharedStudyScreen = lazy(loads.study);
const PresentScreen = lazy(loads.present);
const ProjectorScreen = lazy(loads.projector);

/** Fetches what is not shown yet: it opens at once, and without a connection. A failure is told when it is opened. */
export function prepareScreens(): void {
  for (const load of Object.values(loads)) load().catch(() => undefined);
}

/** The screen of an address. Walk comes with the page; the others when somebody comes to them. */
export function ScreenOf({ address }: { readonly address: Address }) {
  switch (address.screen) {
    case 'walk':
      return <WalkScreen />;
    case 'compare':
      return <CompareScreen lines={address.lines} />;
    case 'tradeoffs':
      return <TradeoffsScreen view={address.view} />;
    case 'sources':
      return <SourcesScreen fact={address.fact} />;
    case 'studies':
      return <StudiesScreen />;
    case 'study':
      return <SharedStudyScreen packed={address.packed} />;
    case 'present':
      return <PresentScreen part={address.part} />;
    case 'projector':
      return <ProjectorScreen />;
    default:
      return address satisfies never;
  }
}
