import { csvPieces } from './csv.ts';

/** One verdict as a row: on a state, for a decision maker, by a concept. */
export interface VerdictRow {
  readonly state: string;
  readonly taken: readonly string[];
  readonly decisionMaker: string;
  readonly concept: string;
  readonly stable: boolean;
  readonly equilibrium: boolean;
  /** In what share of redraws the state is an equilibrium by the concept; undefined where nothing is drawn. */
  readonly redraws: number | undefined;
  readonly reason: string;
}

const COLUMNS = [
  'state',
  'options taken',
  'decision maker',
  'concept',
  'stable',
  'equilibrium',
  'share of redraws in which it is an equilibrium',
  'reason',
];

/** Verdicts as CSV, a row each; in pieces, because a large conflict has a hundred thousand. */
export function* stabilityCsv(rows: Iterable<VerdictRow>, remarks: readonly string[] = []): Generator<string> {
  const cells = function* () {
    for (const { state, taken, decisionMaker, concept, stable, equilibrium, redraws, reason } of rows)
      yield [
        state,
        taken.join(' '),
        decisionMaker,
        concept,
        stable ? 'yes' : 'no',
        equilibrium ? 'yes' : 'no',
        redraws,
        reason,
      ];
  };
  yield* csvPieces(COLUMNS, cells(), remarks);
}
