import type { Reliance, Subject } from '../../analysis/restsOn.ts';
import { labelOf, moveAt, movesFrom, placedStates, TABLE } from '../../domain/chart.ts';
import type { MoveId, StateId } from '../../domain/identifier.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { formatList } from '../text/format.ts';
import { placeLabel } from '../text/sentences.ts';
import type { SourcesText } from './words.ts';

/** Something that rests on a fact: its name, and what of it the fact carries, in words. */
export interface RelianceLine {
  readonly key: string;
  readonly label: string;
  readonly burdens: readonly string[];
}

/** A question or an end: itself resting on the fact, or only the place of moves that do. */
export interface ReliancePlace {
  readonly state: StateId;
  readonly label: string;
  /** Undefined where only its moves rest on the fact. */
  readonly burdens: readonly string[] | undefined;
  readonly moves: readonly RelianceLine[];
}

/** What rests on a fact as a reader sees it: places with their moves under their branch, then what holds for the whole scenario. */
export interface RelianceGroups {
  readonly branches: readonly { readonly name: string; readonly places: readonly ReliancePlace[] }[];
  readonly whole: readonly RelianceLine[];
  /** How many of each there are, in words: “12 moves, 3 questions or ends and 2 numbers”. */
  readonly counted: string;
}

/** How a branch is called where a reader chooses it. */
const branchName = (scenario: Scenario, branch: string): string =>
  Object.values(scenario.table.on).find(({ target }) => target === branch)?.meta.label ?? branch;

function moveLine(scenario: Scenario, { burden }: SourcesText['sources'], move: MoveId, burdens: Reliance['burdens']) {
  const meta = moveAt(scenario, move)?.meta;
  const odds = meta?.tendency !== undefined || meta?.likelihood !== undefined;
  const words = { told: burden.told, numbers: odds ? burden.effectsAndOdds : burden.effects, law: burden.law };
  return { key: move, label: labelOf(scenario, move), burdens: burdens.map((each) => words[each]) };
}

type WholeSubject = Exclude<Subject, { readonly kind: 'move' | 'state' }>;

function wholeLabel(scenario: Scenario, { subject: words }: SourcesText['sources'], subject: WholeSubject): string {
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
    case 'summary':
    case 'scale':
    case 'postures':
      return words[subject.kind];
    case 'condition': {
      const condition = scenario.conditions[subject.condition];
      const state = subject.state === undefined ? undefined : condition?.states[subject.state]?.label;
      return words.condition(condition?.label ?? subject.condition, state);
    }
    case 'noDeal': {
      const { branch, actor } = subject;
      return words.noDeal(branchName(scenario, branch), actor === undefined ? undefined : name(actor));
    }
    default:
      return subject satisfies never;
  }
}

/** Sorts what rests on a fact for a reader, in file order. */
export function groupReliances(scenario: Scenario, text: SourcesText, reliances: readonly Reliance[]): RelianceGroups {
  const { sources } = text;
  const ofMoves = new Map<MoveId, Reliance['burdens']>();
  const ofStates = new Map<StateId, Reliance['burdens']>();
  const whole: RelianceLine[] = [];
  let texts = 0;
  for (const { subject, burdens } of reliances) {
    if (subject.kind === 'move') ofMoves.set(subject.move, burdens);
    else if (subject.kind === 'state') ofStates.set(subject.state, burdens);
    else {
      if (subject.kind === 'actor' || subject.kind === 'summary') texts += 1;
      whole.push({ key: JSON.stringify(subject), label: wholeLabel(scenario, sources, subject), burdens: [] });
    }
  }
  const place = (state: StateId): readonly ReliancePlace[] => {
    const moves = movesFrom(scenario, state).flatMap(({ id }) => {
      const burdens = ofMoves.get(id);
      return burdens === undefined ? [] : [moveLine(scenario, sources, id, burdens)];
    });
    const burdens = ofStates.get(state)?.map((each) => (each === 'law' ? sources.burden.law : sources.burden.account));
    if (burdens === undefined && moves.length === 0) return [];
    return [{ state, label: placeLabel(scenario, state), burdens, moves }];
  };
  const states = placedStates(scenario);
  const branches = [
    { name: sources.table, places: place(TABLE) },
    ...Object.keys(scenario.branches).map((id) => ({
      name: branchName(scenario, id),
      places: states.filter(({ branchId }) => branchId === id).flatMap((state) => place(state.id)),
    })),
  ];
  const counts = { moves: ofMoves.size, places: ofStates.size, numbers: whole.length - texts, texts };
  const named = (['moves', 'places', 'numbers', 'texts'] as const).filter((kind) => counts[kind] > 0);
  return {
    branches: branches.filter(({ places }) => places.length > 0),
    whole,
    counted: formatList(named.map((kind) => sources.counted[kind](counts[kind]))),
  };
}
