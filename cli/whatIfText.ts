import { twentieths } from '../src/analysis/rollback/modelsBeside.ts';
import type { ForcedReport, WhatIfReport } from '../src/analysis/rollback/whatIfReport.ts';
import { figure, inTwenty, textTable } from './textTable.ts';

/** Outcomes that are named; what is left out is counted. */
const MOST_OUTCOMES = 6;

function* endsText({ odds, line }: ForcedReport): Generator<string> {
  const ranked = Object.entries(odds)
    .filter(([, share]) => twentieths(share) > 0)
    .sort(([, a], [, b]) => b - a);
  const named = ranked.slice(0, MOST_OUTCOMES).map(([name, share]) => `${name} (${inTwenty(share)})`);
  const left = ranked.length - named.length;
  yield `    played: ${line.join(' → ') || 'nothing more'}`;
  yield `    ends: ${named.join(' · ')}${left > 0 ? ` · and ${left} more` : ''}`;
}

/** What a forced move comes to under both of its meanings, as people read it in a terminal. */
export function* whatIfText(report: WhatIfReport, write: (points: number) => string = figure): Generator<string> {
  const { move, unforced, surprise, announced } = report;
  const actors = Object.keys(unforced);
  yield '';
  yield `What if “${move}”? Value for each actor`;
  yield* textTable([
    ['', ...actors],
    ['nothing forced, from the start', ...actors.map((actor) => write(unforced[actor] ?? Number.NaN))],
    ['a surprise, from the move on', ...actors.map((actor) => write(surprise.values[actor] ?? Number.NaN))],
    ['announced, from the start', ...actors.map((actor) => write(announced.values[actor] ?? Number.NaN))],
  ]);
  const place = surprise.label === '' ? `n${surprise.node}` : `n${surprise.node} ${surprise.label}`;
  const come = surprise.reach === 0 ? 'where this model does not come' : `where it comes: ${inTwenty(surprise.reach)}`;
  yield `  A surprise, at ${place} (${come})${surprise.after.length > 0 ? `, after: ${surprise.after.join(' → ')}` : ''}`;
  yield* endsText(surprise);
  yield `  Announced, wherever it can be made (${announced.places.toLocaleString('en')} ${announced.places === 1 ? 'place' : 'places'}), and believed; everything is solved again`;
  yield* endsText(announced);
}
