import type { TreePosition } from '../../machines/unfold.ts';
import type { Scenario } from '../domain/scenario.ts';
import { accounts, decisionShares } from './audit/accounts.ts';
import { type AuditLine, counted } from './audit/auditLine.ts';
import { citations } from './audit/citations.ts';
import { dominance } from './audit/dominance.ts';
import { effectiveWeights } from './audit/effectiveWeights.ts';
import { endBalance } from './audit/endBalance.ts';
import { optionSigns } from './audit/optionSigns.ts';
import { observeTree } from './audit/readings.ts';
import { shockChoices } from './audit/shockChoices.ts';
import type { ShockSweep } from './audit/shockedChoices.ts';
import { swings } from './audit/swings.ts';
import { wording } from './audit/wording.ts';

/** What an audit found: whether a scenario is balanced enough to be shown, line by line. */
export interface Audit {
  /** False where some line is a failure. */
  readonly ok: boolean;
  readonly positions: number;
  readonly lines: readonly AuditLine[];
}

function unfolding(positions: number, whole: boolean): AuditLine {
  return {
    id: 'unfolding',
    verdict: whole ? 'ok' : 'warning',
    sentence: whole
      ? `The whole tree at the opening conditions was looked at: ${counted(positions, 'position')}.`
      : `Only a part of the tree was looked at, the first ${counted(positions, 'position')} of it.`,
    figures: [],
  };
}

/** A finding about a part of the tree: what fails there may hold in the whole. */
const provisional = (line: AuditLine): AuditLine => ({
  ...line,
  verdict: line.verdict === 'failure' ? 'warning' : line.verdict,
  sentence: `In the part looked at: ${line.sentence}`,
});

/**
 * Looks for one-sidedness in a scenario. Assumes central values and the opening conditions; the tree is handed in depth first, and
 * walked once, up to `limit` positions. What shocks change is solved by the kernel, from the positions of `sweep`.
 */
export function audit(scenario: Scenario, tree: Iterable<TreePosition>, limit: number, sweep: ShockSweep): Audit {
  const overTree = [dominance(scenario), endBalance(scenario), swings(scenario), effectiveWeights(scenario)];
  const { positions, whole } = observeTree(
    scenario,
    tree,
    limit,
    overTree.map(({ observer }) => observer),
  );
  const lines = [
    unfolding(positions, whole),
    ...optionSigns(scenario),
    ...overTree.map(({ line }) => (whole ? line() : provisional(line()))),
    shockChoices(sweep),
    decisionShares(scenario),
    accounts(scenario),
    wording(scenario),
    citations(scenario),
  ];
  return { ok: lines.every(({ verdict }) => verdict !== 'failure'), positions, lines };
}
