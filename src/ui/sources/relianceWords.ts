import type { Reliance, Subject } from '../../analysis/restsOn.ts';
import { labelOf, moveAt, TABLE } from '../../domain/chart.ts';
import type { MoveId, StateId } from '../../domain/identifier.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Messages } from '../text/en.ts';
import { formatList } from '../text/format.ts';
import { placeLabel } from '../text/sentences.ts';

/** One line of “What rests on it”. */
export interface RelianceLine {
  readonly key: string;
  readonly label: string;
  /** What of it the fact carries, in words. */
  readonly burdens: readonly string[];
  /** The place on Walk where a reader can see it. */
  readonly state: StateId | undefined;
}

/** What rests on a fact as a reader sees it: moves and questions under their branch, then what holds for the whole scenario. */
export interface RelianceGroups {
  readonly branches: readonly { readonly name: string; readonly lines: readonly RelianceLine[] }[];
  readonly whole: readonly RelianceLine[];
  /** How many of each there are, in words: “12 moves, 3 questions or ends and 2 numbers”. */
  readonly counted: string;
}

/** How a branch is called where a reader chooses it. */
export const branchName = (scenario: Scenario, branch: string): string =>
  Object.values(scenario.table.on).find(({ target }) => target === branch)?.meta.label ?? branch;

/** The first segment: a branch, or the table. */
const branchOf = (id: StateId | MoveId): string => id.split('.')[0] ?? TABLE;

function moveLine(scenario: Scenario, text: Messages, move: MoveId, { burdens }: Reliance): RelianceLine {
  const { burden } = text.sources;
  const found = moveAt(scenario, move);
  const odds = found?.meta.tendency !== undefined || found?.meta.likelihood !== undefined;
  const words = { told: burden.told, numbers: odds ? burden.effectsAndOdds : burden.effects, law: burden.law };
  return { key: move, label: labelOf(scenario, move), burdens: burdens.map((each) => words[each]), state: found?.from };
}

function stateLine(scenario: Scenario, text: Messages, state: StateId, { burdens }: Reliance): RelianceLine {
  const { burden } = text.sources;
  const words = { told: burden.account, numbers: burden.effects, law: burden.law };
  return { key: state, label: placeLabel(scenario, state), burdens: burdens.map((each) => words[each]), state };
}

type WholeSubject = Exclude<Subject, { readonly kind: 'move' | 'state' }>;

function wholeLabel(scenario: Scenario, text: Messages, subject: WholeSubject): string {
  const { subject: words } = text.sources;
  const name = (actor: string) => scenario.actors[actor]?.name ?? actor;
  switch (subject.kind) {
    case 'actor':
      return words.actor(name(subject.actor));
    case 'indicator':
      return words.indicator(quantityAt(scenario, subject.address).label);
    case 'drivers':
      return words.drivers(name(subject.actor));
    case 'weights':
      return words.weights(name(subject.actor));
    case 'stakes':
      return words.stakes(name(subject.actor));
    case 'scale':
      return words.scale;
    case 'condition': {
      const condition = scenario.conditions[subject.condition];
      const state = subject.state === undefined ? undefined : condition?.states[subject.state]?.label;
      return words.condition(condition?.label ?? subject.condition, state);
    }
    case 'noDeal':
      return words.noDeal(
        branchName(scenario, subject.branch),
        subject.actor === undefined ? undefined : name(subject.actor),
      );
    default:
      return subject satisfies never;
  }
}

/** Sorts what rests on a fact for a reader. */
export function groupReliances(scenario: Scenario, text: Messages, reliances: readonly Reliance[]): RelianceGroups {
  const branches = new Map([TABLE, ...Object.keys(scenario.branches)].map((id) => [id, [] as RelianceLine[]]));
  const whole: RelianceLine[] = [];
  const counts = { moves: 0, places: 0, numbers: 0, actors: 0 };
  for (const reliance of reliances) {
    const { subject } = reliance;
    if (subject.kind === 'move') {
      counts.moves += 1;
      branches.get(branchOf(subject.move))?.push(moveLine(scenario, text, subject.move, reliance));
    } else if (subject.kind === 'state') {
      counts.places += 1;
      branches.get(branchOf(subject.state))?.push(stateLine(scenario, text, subject.state, reliance));
    } else {
      counts[subject.kind === 'actor' ? 'actors' : 'numbers'] += 1;
      const label = wholeLabel(scenario, text, subject);
      whole.push({ key: JSON.stringify(subject), label, burdens: [], state: undefined });
    }
  }
  const { counted } = text.sources;
  const parts = (['moves', 'places', 'numbers', 'actors'] as const).filter((kind) => counts[kind] > 0);
  return {
    branches: [...branches]
      .filter(([, lines]) => lines.length > 0)
      .map(([id, lines]) => ({ name: id === TABLE ? text.sources.table : branchName(scenario, id), lines })),
    whole,
    counted: formatList(parts.map((kind) => counted[kind](counts[kind]))),
  };
}
