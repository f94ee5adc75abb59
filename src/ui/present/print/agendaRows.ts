import type { PartKind, Plan } from '../../../workshop/plans.ts';

/** A part of a plan with the minute that it begins at, counted from the start. */
export interface AgendaRow {
  readonly kind: PartKind;
  readonly number: number;
  readonly from: number;
  readonly minutes: number;
}

/** A plan as a table: where each part begins, if nothing overruns. */
export function agendaRows({ parts }: Plan): readonly AgendaRow[] {
  return parts.map((part, index) => ({
    ...part,
    from: parts.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
  }));
}
