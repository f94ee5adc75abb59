import { phaseOf } from '../../machines/workshop.ts';
import { type PartKind, planOf } from './plans.ts';
import type { PartStart, Room } from './room.ts';
import { MINUTE } from './timer.ts';

/** The part of its plan that a room is in; undefined before it begins and once it is closed. */
export function partOf(room: Room): Omit<PartStart, 'at'> | undefined {
  const phase = phaseOf(room.course);
  switch (phase) {
    case 'lobby':
    case 'closed':
      return undefined;
    case 'briefing':
    case 'conditions':
    case 'compare':
    case 'debrief':
      return { kind: phase, number: 1 };
    case 'swap':
      return { kind: 'swap', number: room.rounds.length };
    default:
      return { kind: 'round', number: Math.max(1, room.rounds.length) };
  }
}

/** A part of a workshop with the time that it was to have, has had, and has now. Whole minutes are a display's matter. */
export interface AgendaItem {
  readonly kind: PartKind;
  readonly number: number;
  readonly state: 'done' | 'now' | 'ahead';
  /** Minutes of the plan; 0 for a part that the plan does not have. */
  readonly planned: number;
  /** Minutes spent so far. */
  readonly spent: number;
  /** Minutes that it is to have in all, once overruns elsewhere are taken off. */
  readonly due: number;
}

/** A room's agenda at a moment. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** Minutes of the plan in all, and minutes until the end as things stand. */
  readonly planned: number;
  readonly left: number;
  /** Minutes by which the end is later than planned, because nothing was left to give. */
  readonly late: number;
}

/** Parts that give time when others overrun, the first to give first. A debrief never gives. */
const GIVERS: readonly PartKind[] = ['round', 'compare', 'swap', 'conditions', 'briefing'];

const sum = (minutes: readonly number[]): number => minutes.reduce((total, part) => total + part, 0);

/** What an agenda rests on: the plan, when the room came to which part, and where it is. */
export interface AgendaBasis {
  readonly plan: string;
  readonly parts: readonly PartStart[];
  readonly present: Omit<PartStart, 'at'> | undefined;
  readonly closedAt: number | undefined;
}

export const agendaBasis = (room: Room): AgendaBasis => ({
  plan: room.setup.plan,
  parts: room.parts,
  present: partOf(room),
  closedAt: room.closedAt,
});

/** Minutes spent in a part: all its stays. */
function spentIn(room: AgendaBasis, kind: PartKind, number: number, now: number): number {
  const until = room.closedAt ?? now;
  const stays = room.parts.map((stay, index) =>
    stay.kind === kind && stay.number === number ? (room.parts[index + 1]?.at ?? until) - stay.at : 0,
  );
  return Math.max(0, sum(stays)) / MINUTE;
}

/**
 * The agenda with its times computed afresh: what has overrun is taken from the rounds ahead, the last one first, then from the
 * comparison, and never from the debrief, which keeps its planned minutes.
 */
export function agendaOf(room: AgendaBasis, now: number): Agenda {
  const plan = planOf(room.plan);
  const last = room.present ?? room.parts.at(-1);
  const unplanned = room.parts
    .filter(({ kind, number }, index, all) => {
      const first = all.findIndex((other) => other.kind === kind && other.number === number) === index;
      return first && !plan.parts.some((part) => part.kind === kind && part.number === number);
    })
    .map(({ kind, number }) => ({ kind, number, minutes: 0 }));
  // A part that the plan lacks stands before the comparison: it can only be a further round or swap.
  const place = plan.parts.findIndex(({ kind }) => kind === 'compare');
  const parts = [...plan.parts.slice(0, place), ...unplanned, ...plan.parts.slice(place)];
  const at = parts.findIndex(({ kind, number }) => kind === last?.kind && number === last.number);
  const begun = room.parts.length > 0;
  const rows = parts.map(({ kind, number, minutes }, index) => {
    const state =
      room.closedAt !== undefined || (begun && index < at) ? 'done' : begun && index === at ? 'now' : 'ahead';
    return { kind, number, planned: minutes, spent: spentIn(room, kind, number, now), state } as const;
  });
  const spent = sum(rows.map((row) => row.spent));
  const due = rows.map((row) => (row.state === 'done' ? row.spent : Math.max(row.planned, row.spent)));
  const toCome = (): number => sum(due) - spent;
  for (const kind of GIVERS) {
    for (let index = rows.length - 1; index >= 0; index -= 1) {
      const row = rows[index];
      const over = spent + toCome() - plan.minutes;
      if (row === undefined || row.kind !== kind || row.state === 'done' || over <= 0) continue;
      due[index] = Math.max(row.spent, (due[index] ?? 0) - over);
    }
  }
  const left = room.closedAt === undefined ? toCome() : 0;
  return {
    items: rows.map((row, index) => ({ ...row, due: due[index] ?? row.planned })),
    planned: plan.minutes,
    left,
    late: Math.max(0, spent + left - plan.minutes),
  };
}
