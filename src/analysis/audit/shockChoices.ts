import { labelOf } from '../../domain/chart.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { type AuditLine, counted, type FigureRow, listed } from './auditLine.ts';
import { type Changed, type ShockedChoices, type ShockSweep, shockedChoices } from './shockedChoices.ts';

/** What is said of a shock that changes no solved choice. */
const SCORES_ALONE = 'moves the scores, not the solved choices';

const outOf = ({ changed, of }: Changed): string => `${changed.toLocaleString('en')} of ${of.toLocaleString('en')}`;

const byShare = (one: Changed, other: Changed): number => other.changed / other.of - one.changed / one.of;

function row({ shock, positions, played, decisions }: ShockedChoices): FigureRow {
  const affected = [...decisions]
    .filter(([, own]) => own.positions.changed > 0)
    .toSorted(([, one], [, other]) => byShare(one.positions, other.positions));
  const names = affected.map(([id, own]) => `${id} (${outOf(own.positions)})`);
  const met = affected.filter(([, own]) => own.played.changed > 0).map(([id]) => id);
  return {
    shock,
    positions: outOf(positions),
    'where play comes': `${outOf(played)}${met.length === 0 ? '' : ` (${listed(met)})`}`,
    decisions: affected.length === 0 ? SCORES_ALONE : `${affected.length} of ${decisions.size}: ${listed(names)}`,
  };
}

/**
 * Whether any shock matters to what is solved. With linear stakes and effects that ask for nothing, what a condition adds is added to every
 * option alike and cancels; a scenario in which all shocks are such has conditions that decide nothing, and gets a warning.
 */
export function shockChoices(sweep: ShockSweep): AuditLine {
  const id = 'shock-choices';
  if (sweep.shocks.length === 0) {
    return { id, verdict: 'ok', sentence: 'There are no conditions, so no shock to look at.', figures: [] };
  }
  const solved = shockedChoices(sweep);
  if (!solved.ok) {
    const sentence = `Nobody has looked at what shocks change: ${solved.error.message}.`;
    return { id, verdict: 'warning', sentence, figures: [] };
  }
  const found = solved.value;
  const named = (shock: MoveId) => `“${labelOf(sweep.kernel.scenario, shock)}”`;
  const idle = found.filter(({ positions }) => positions.changed === 0).map(({ shock }) => named(shock));
  const figures = found.map(row);
  const [only] = found;
  const many = counted(found.length, 'shock');
  if (idle.length === found.length) {
    const each = found.length === 1 ? `The one shock, ${idle[0]},` : `Each of ${many}, set at the table,`;
    const sentence = `${each} ${SCORES_ALONE}: let effects depend on the position (\`when\`, \`scaled\`) where a condition should matter.`;
    return { id, verdict: 'warning', sentence, figures };
  }
  const what = 'what rational play chooses somewhere';
  if (found.length === 1 && only !== undefined)
    return { id, verdict: 'ok', sentence: `The one shock, ${named(only.shock)}, changes ${what}.`, figures };
  const matter = found.length - idle.length;
  const sentence =
    idle.length === 0
      ? `Each of ${many}, set at the table, changes ${what}.`
      : `${matter} of ${many}, each set at the table, ${matter === 1 ? 'changes' : 'change'} ${what}; ${idle.length === 1 ? `one, ${idle[0]},` : `each of ${listed(idle)}`} ${SCORES_ALONE}.`;
  return { id, verdict: 'ok', sentence, figures };
}
