import { driverAddress, quantities } from '../indicators.ts';
import { didYouMean, error, inferred, nearMiss, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { writtenMoves } from './walkFile.ts';

/** A name as written: where it stands, and whether it stands there as a key. */
export interface WrittenName {
  readonly name: string;
  readonly path: Path;
  readonly atKey?: boolean;
}

/** Says that a name is unknown, where it is not among those given below some path. */
export function lookUp(
  sort: string,
  { name, path, atKey = false }: WrittenName,
  known: ReadonlySet<string>,
  given: Path,
  suggested: Iterable<string> = known,
): readonly Problem[] {
  if (known.has(name)) return [];
  const problem = error(`unknown-${sort}`, path, `no ${sort} is called \`${name}\``, didYouMean(name, suggested));
  return [{ ...inferred(problem, given), atKey }];
}

const NONE: object = {};
const sets = new WeakMap<object, ReadonlySet<string>>();

/** The names that a section gives; made once, since every target asks for the states of its branch. */
export function keySet(record: object = NONE): ReadonlySet<string> {
  const set = sets.get(record) ?? new Set(Object.keys(record));
  sets.set(record, set);
  return set;
}

/** Where an indicator or driver is given. */
function addressGiven(address: string): Path {
  const [actor = '', driver] = address.split('.');
  return driver === undefined ? ['indicators', address] : ['drivers', actor, driver];
}

/** Where a move is given. */
function moveGiven(id: string): Path {
  const [branch = '', state = '', move = ''] = id.split('.');
  return branch === 'table' ? ['table', 'on', state] : ['branches', branch, 'states', state, 'on', move];
}

/** What an actor has in some section: under its own id, or under one that was misspelt. */
export function blockOf<Block>(
  { actors }: Scenario,
  blocks: Readonly<Record<string, Block>>,
  actor: string,
): Block | undefined {
  if (Object.hasOwn(blocks, actor)) return blocks[actor];
  const known = Object.keys(actors);
  const slip = Object.keys(blocks).find((id) => !Object.hasOwn(actors, id) && nearMiss(id, known) === actor);
  return slip === undefined ? undefined : blocks[slip];
}

/** Every indicator and driver; those of an actor whose block has a misspelt id under its own id too. */
function knownAddresses(scenario: Scenario): ReadonlySet<string> {
  const ofActors = Object.keys(scenario.actors).flatMap((actor) =>
    Object.keys(blockOf(scenario, scenario.drivers.initial, actor) ?? {}).map((driver) => driverAddress(actor, driver)),
  );
  return new Set([...quantities(scenario).keys(), ...ofActors]);
}

/** Lookups of the names that a scenario uses all over. */
export interface Lookups {
  readonly actor: (written: WrittenName) => readonly Problem[];
  readonly address: (written: WrittenName) => readonly Problem[];
  readonly driver: (written: WrittenName, among: ReadonlySet<string>, given: Path) => readonly Problem[];
  readonly condition: (written: WrittenName) => readonly Problem[];
  readonly move: (written: WrittenName) => readonly Problem[];
}

export function lookupsOf(scenario: Scenario): Lookups {
  const actors = keySet(scenario.actors);
  const addresses = knownAddresses(scenario);
  const conditions = keySet(scenario.conditions);
  const moves = new Set(writtenMoves(scenario).map(({ id }) => id));
  return {
    actor: (written) => lookUp('actor', written, actors, ['actors', written.name]),
    address: (written) => lookUp('indicator', written, addresses, addressGiven(written.name)),
    driver: (written, among, given) => lookUp('driver', written, among, [...given, written.name]),
    condition: (written) => lookUp('condition', written, conditions, ['conditions', written.name]),
    move: (written) => lookUp('move', written, moves, moveGiven(written.name)),
  };
}
