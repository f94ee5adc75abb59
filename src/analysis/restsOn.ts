import { moveAt, TABLE } from '../domain/chart.ts';
import { citations } from '../domain/check/walkFile.ts';
import { factsInProse } from '../domain/citations.ts';
import { type Address, type MoveId, moveIdOf, type StateId, stateIdOf } from '../domain/identifier.ts';
import type { Path } from '../domain/problem.ts';
import type { Prose } from '../domain/prose.ts';
import type { Scenario } from '../domain/scenario.ts';

/** Something in a scenario that cites facts. */
export type Subject =
  | { readonly kind: 'actor'; readonly actor: string }
  /** The start value of an indicator. */
  | { readonly kind: 'indicator'; readonly address: Address }
  /** The start values of an actor's leverage drivers, their weights, or its stakes. */
  | { readonly kind: 'drivers' | 'weights' | 'stakes'; readonly actor: string }
  | { readonly kind: 'summary' | 'scale' | 'postures' }
  /** A condition, or what one of its states changes. */
  | { readonly kind: 'condition'; readonly condition: string; readonly state: string | undefined }
  /** Where an actor, or everybody, ends up without a deal. */
  | { readonly kind: 'noDeal'; readonly branch: string; readonly actor: string | undefined }
  /** The table, a decision or an end. */
  | { readonly kind: 'state'; readonly state: StateId }
  | { readonly kind: 'move'; readonly move: MoveId };

/** What of a subject a fact carries: what is told, the size of its numbers, or a note on the law. */
export type Burden = 'told' | 'numbers' | 'law';

/** A subject that rests on a fact, and with what. */
export interface Reliance {
  readonly subject: Subject;
  readonly burdens: readonly Burden[];
}

/** Fact id → what rests on it, in file order. A fact that nothing cites is missing. */
export type Reliances = ReadonlyMap<string, readonly Reliance[]>;

interface Citing {
  readonly subject: Subject;
  readonly burden: Burden;
  readonly facts: readonly string[];
}

/** By the key that holds the text: a `law` outside a meta is somebody's id. */
const burdenOf = (holder: string | number | undefined, inMeta: boolean): Burden =>
  holder === 'basis' ? 'numbers' : holder === 'law' && inMeta ? 'law' : 'told';

/** What a citation's path in the file belongs to. The source's own problems quote facts and rest on none. */
function subjectOf(path: Path): Subject | undefined {
  const [section, id = '', part, key = '', on, move] = path.map(String);
  switch (section) {
    case 'actors':
      return { kind: 'actor', actor: id };
    case 'indicators':
      return { kind: 'indicator', address: id };
    case 'drivers':
      return { kind: 'drivers', actor: id };
    case 'leverage':
      return { kind: 'weights', actor: id };
    case 'stakes':
      return { kind: 'stakes', actor: id };
    case 'summary':
    case 'scale':
    case 'postures':
      return { kind: section };
    case 'conditions':
      return { kind: 'condition', condition: id, state: part === 'states' ? key : undefined };
    case 'table':
      return id === 'on' ? { kind: 'move', move: moveIdOf(TABLE, part ?? '') } : { kind: 'state', state: TABLE };
    case 'branches':
      if (part === 'meta') return { kind: 'noDeal', branch: id, actor: key === 'alternative' ? on : undefined };
      if (on === 'on') return { kind: 'move', move: moveIdOf(stateIdOf(id, key), move ?? '') };
      return { kind: 'state', state: stateIdOf(id, key) };
    default:
      return undefined;
  }
}

const ofFile = (scenario: Scenario): readonly Citing[] =>
  citations(scenario).flatMap((citation) => {
    const subject = subjectOf(citation.path);
    const facts = 'facts' in citation ? citation.facts : factsInProse(citation.prose);
    const burden = burdenOf(citation.path.at(-2), citation.path.includes('meta'));
    return subject === undefined ? [] : [{ subject, burden, facts }];
  });

/** Texts that were put aside carry their place in their key: `branch.state.context`, `.told.ACTOR` or `.move.reason`. */
const ofProse = (scenario: Scenario, prose: Prose): readonly Citing[] =>
  Object.entries(prose).map(([key, text]) => {
    const [branch = '', state = '', ...rest] = key.split('.');
    const place = stateIdOf(branch, state);
    const move = moveIdOf(place, rest[0] ?? '');
    const ofMove = rest.length > 1 && moveAt(scenario, move) !== undefined;
    const subject: Subject = ofMove ? { kind: 'move', move } : { kind: 'state', state: place };
    return { subject, burden: burdenOf(rest.at(-1), rest[0] !== 'told'), facts: factsInProse(text) };
  });

/**
 * What rests on each fact: every move and number that cites it, in a list of facts, in the basis of a number or inside a text.
 * A scenario that was cut for a page needs the texts of its branches handed in; a whole one has them in it.
 */
export function restsOn(scenario: Scenario, prose: readonly Prose[] = []): Reliances {
  const found = new Map<string, Map<string, Citing[]>>();
  for (const citing of [...ofFile(scenario), ...prose.flatMap((texts) => ofProse(scenario, texts))]) {
    const key = JSON.stringify(citing.subject);
    for (const fact of citing.facts) {
      const subjects = found.get(fact) ?? new Map<string, Citing[]>();
      found.set(fact, subjects.set(key, [...(subjects.get(key) ?? []), citing]));
    }
  }
  return new Map([...found].map(([fact, subjects]) => [fact, [...subjects.values()].flatMap(reliance)]));
}

const BURDENS: readonly Burden[] = ['told', 'numbers', 'law'];

/** The citations of one subject as one. */
function reliance(citings: readonly Citing[]): readonly Reliance[] {
  const [first] = citings;
  if (first === undefined) return [];
  return [
    { subject: first.subject, burdens: BURDENS.filter((burden) => citings.some((citing) => citing.burden === burden)) },
  ];
}
