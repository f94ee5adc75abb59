import { principals } from '../../../domain/actors.ts';
import { movesFrom, TABLE } from '../../../domain/chart.ts';
import type { MoveId } from '../../../domain/identifier.ts';
import type { Scenario } from '../../../domain/scenario.ts';
import { PLANS } from '../../../workshop/plans.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { type Ballot, ballotSheets } from './ballots.ts';

/** What a print pack can hold, in the order in which it prints. */
export const PACK_PARTS = ['agenda', 'roles', 'cards', 'ballots', 'comparison'] as const;
export type PackPart = (typeof PACK_PARTS)[number];

/** What is to be printed. */
export interface PrintChoices {
  readonly plan: string;
  readonly branch: MoveId;
  readonly actors: readonly string[];
  /** Ballots of each decision. */
  readonly copies: number;
  readonly parts: readonly PackPart[];
}

/** Ballots printed per decision where no room says how many people there are. */
const COPIES = 12;

/** What stands ticked at first: everything, for the open room where there is one, with a sheet for each principal. */
export function firstChoices(scenario: Scenario, room: FacilitatorView | undefined): PrintChoices {
  return {
    plan: room?.setup.plan ?? PLANS[0]?.id ?? '',
    branch: room?.setup.branch ?? movesFrom(scenario, TABLE)[0]?.id ?? '',
    actors: principals(scenario),
    copies: room?.people ?? COPIES,
    parts: PACK_PARTS,
  };
}

/** Sheets of paper that the choices need. */
export function sheetsOf({ parts, actors, copies }: PrintChoices, ballots: readonly Ballot[]): number {
  const each: Readonly<Record<PackPart, number>> = {
    agenda: 1,
    roles: actors.length,
    cards: ballots.length,
    ballots: ballots.reduce((sum, ballot) => sum + ballotSheets(ballot, copies).length, 0),
    comparison: 1,
  };
  return parts.reduce((sum, part) => sum + each[part], 0);
}

/** A list with one member added in the order of all, or taken out. */
export const toggled = <Member>(all: readonly Member[], chosen: readonly Member[], member: Member): readonly Member[] =>
  all.filter((other) => (other === member ? !chosen.includes(other) : chosen.includes(other)));
