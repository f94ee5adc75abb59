import type { Line } from '../../src/domain/identifier.ts';

/** One short line per scenario folder, recorded step by step in the file of the same name beside this one. */
export const GOLDEN_LINES: Readonly<Record<string, Line>> = {
  _template: [
    'table.evenings',
    'evenings.request.sweep',
    'evenings.answer.try',
    'shock.summer.wet',
    'evenings.trial.calm',
  ],
  // From the ceasefire across into the demand to surrender, with the aid frozen on the way.
  'kursk-2025': [
    'table.ceasefire',
    'ceasefire.reply.conditional',
    'ceasefire.terms.discuss',
    'ceasefire.package.reciprocal',
    'ceasefire.limitsAnswer.accept',
    'ceasefire.monitoring.commission',
    'shock.usAid.frozen',
    'ceasefire.kurskTroops.insist',
    'surrender-demand.answer.reject',
    'surrender-demand.evidence.disputed',
    'surrender-demand.appeal.appeal',
    'surrender-demand.passage.refuse',
    'surrender-demand.refused.retreat',
  ],
};
