/// <reference path="./modules.d.ts" />
import type { Prose, SplitScenario } from '../src/domain/prose.ts';
import type { Scenario, ScenarioFile } from '../src/domain/scenario.ts';

/** A scenario that ships, loaded in parts as a page needs them. */
export interface ShippedScenario {
  readonly id: string;
  /** The chart and its numbers, without long texts; and the hash of the whole content, for stamps. */
  readonly load: () => Promise<{ readonly scenario: Scenario; readonly hash: string }>;
  /** A branch's long texts. */
  readonly loadProse: (branch: string) => Promise<Prose>;
  readonly loadLedger: () => Promise<SplitScenario['ledger']>;
  /** What happened after the reading date; empty where the scenario says nothing of it. */
  readonly loadAfterwards: () => Promise<NonNullable<ScenarioFile['afterwards']>>;
}

const kurskProse: Readonly<Record<string, () => Promise<{ readonly built: Prose }>>> = {
  ceasefire: () => import('virtual:scenario/kursk-2025/prose/ceasefire'),
  'surrender-demand': () => import('virtual:scenario/kursk-2025/prose/surrender-demand'),
  withdrawal: () => import('virtual:scenario/kursk-2025/prose/withdrawal'),
};

/** What ships with Parley, the first one first. */
export const scenarios: readonly ShippedScenario[] = [
  {
    id: 'kursk-2025',
    load: async () => (await import('virtual:scenario/kursk-2025/structure')).built,
    loadProse: async (branch) => (await kurskProse[branch]?.())?.built ?? {},
    loadLedger: async () => (await import('virtual:scenario/kursk-2025/ledger')).built,
    loadAfterwards: async () => (await import('virtual:scenario/kursk-2025/afterwards')).built,
  },
];
