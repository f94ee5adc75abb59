import { standing } from '../../../../machines/stepping.ts';
import { labelOf } from '../../../domain/chart.ts';
import { type Table, toCsv } from '../../../formats/csv.ts';
import type { TakenDecision, Vote } from '../../../workshop/room.ts';
import { tallyOf } from '../../../workshop/tally.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import type { Parley } from '../../app/parley.ts';
import { provenance } from '../../app/provenance.ts';
import { placeLabel } from '../../text/sentences.ts';
import type { DebriefWords } from './useDebriefWords.ts';

type Row = Table['rows'][number];

function voteRows(
  parley: Parley,
  decision: TakenDecision,
  vote: Vote,
  { round, kept }: { readonly round: number; readonly kept: string },
  { debrief, stage }: DebriefWords,
): readonly Row[] {
  const { csv } = debrief;
  const { scenario } = parley;
  const snapshot = parley.read(decision.line);
  const question = placeLabel(scenario, snapshot === undefined ? '' : standing(snapshot));
  const tally = tallyOf(vote);
  const head = [round, kept, question, debrief.votes[vote.kind]];
  const tail = (played: boolean | undefined): Row => [
    played === undefined ? '' : played ? csv.yes : csv.no,
    stage.consequence.by[decision.by],
    decision.reason,
    tally === undefined ? debrief.waived : debrief.countedIn,
  ];
  const options = vote.options.map((move, index): Row => {
    const row = tally?.rows[index];
    return [...head, labelOf(scenario, move), row?.hands, row?.share, row?.predicted, ...tail(move === decision.move)];
  });
  const silent: Row[] =
    tally === undefined ? [] : [[...head, csv.cannotSay, tally.cannotSay, undefined, undefined, ...tail(undefined)]];
  return [...options, ...silent];
}

/** The counts of a room as a table: one row per option of each vote. Nobody's own answer is in it, and no time of day. */
function countsTable(parley: Parley, view: FacilitatorView, words: DebriefWords): Table {
  const { csv } = words.debrief;
  const rows = view.rounds.flatMap(({ number, decisions, forks }) => [
    ...forks.flatMap((fork) => fork.decisions.map((decision) => ({ decision, number, kept: csv.left }))),
    ...decisions.map((decision) => ({ decision, number, kept: csv.walked })),
  ]);
  return {
    columns: [
      csv.round,
      csv.kept,
      csv.decision,
      csv.vote,
      csv.option,
      csv.hands,
      csv.share,
      csv.predicted,
      csv.played,
      csv.by,
      csv.reason,
      csv.method,
    ],
    rows: rows.flatMap(({ decision, number, kept }) =>
      decision.votes
        .filter(({ revealed }) => revealed)
        .flatMap((vote) => voteRows(parley, decision, vote, { round: number, kept }, words)),
    ),
  };
}

/** `countsTable` as CSV, with its basis above. */
export const countsCsv = (parley: Parley, view: FacilitatorView, words: DebriefWords): string =>
  toCsv(countsTable(parley, view, words), provenance(parley, words.text));
