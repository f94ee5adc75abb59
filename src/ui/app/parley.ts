import { createContext, use } from 'react';
import type { NegotiationMachine } from '../../../machines/negotiation.ts';
import type { lineReader } from '../../../machines/stepping.ts';
import type { HeldDraws } from '../../analysis/heldDraws.ts';
import type { lineDraws } from '../../analysis/lineDraws.ts';
import type { Prose, SplitScenario } from '../../domain/prose.ts';
import type { Scenario, ScenarioFile } from '../../domain/scenario.ts';
import type { Keeping } from './keeping.ts';
import type { Library, StudyActor } from './library.ts';
import type { StudyStore } from './studyStore.ts';

/** Everything that a screen reads: one scenario, its machine, the reader's study, and what is loaded on demand. */
export interface Parley {
  readonly scenario: Scenario;
  /** `id@version.hash`: what every link and export says it was made with. */
  readonly stamp: string;
  /** The stamp of the link that the page was opened by, where it is another one. */
  readonly openedWith: string | undefined;
  readonly machine: NegotiationMachine;
  /** The snapshot that a line leads to; lines share their beginnings, and those are kept. */
  readonly read: ReturnType<typeof lineReader>;
  /** The study that is open: another one once the reader opens it. */
  readonly study: StudyActor;
  readonly library: Library;
  readonly store: StudyStore;
  readonly keeping: Keeping;
  readonly draws: HeldDraws;
  readonly drawsAlong: ReturnType<typeof lineDraws>;
  readonly loadProse: (branch: string) => Promise<Prose>;
  readonly loadLedger: () => Promise<SplitScenario['ledger']>;
  /** What happened after the reading date: for whoever asks, at an end. */
  readonly loadAfterwards: () => Promise<NonNullable<ScenarioFile['afterwards']>>;
}

export const ParleyContext = createContext<Parley | undefined>(undefined);

/** The scenario and study that this page shows. */
export function useParley(): Parley {
  const parley = use(ParleyContext);
  if (parley === undefined) throw new Error('a screen stands outside the scenario that it shows');
  return parley;
}
