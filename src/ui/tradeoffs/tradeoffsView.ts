import { isEnd, stateAt, TABLE } from '../../domain/chart.ts';
import { type Line, moveIdOf, type StateId, shockId } from '../../domain/identifier.ts';
import { formatLine, parseLine } from '../../domain/line.ts';
import type { Position } from '../../domain/position.ts';
import type { Scenario } from '../../domain/scenario.ts';

/** Which of the lines to an end stands for it. */
export const REPRESENTATIVES = ['shortest', 'first', 'second'] as const;
export type Representative = (typeof REPRESENTATIVES)[number];

/** What is asked about: an end, by its representative line, or an outcome on the frontier, by its own. */
export type Selection =
  | { readonly kind: 'end'; readonly end: StateId }
  | { readonly kind: 'line'; readonly line: Line };

/** What is chosen on Tradeoffs; the address holds all of it. */
export interface TradeoffsView {
  /** Only lines that go on from here. Empty: from the table. */
  readonly from: Line;
  /** Conditions that are set before the lines begin, where they differ from what they are there. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Branches that lines may begin with, in file order; all of them where none is named. */
  readonly branches: readonly string[];
  readonly by: Representative;
  readonly selected: Selection | undefined;
  /** Whose stakes the table shows; the first principal's where none is named. */
  readonly actor: string | undefined;
}

/** Branches that can be chosen at the table, in file order. */
export const branchIds = (scenario: Scenario): readonly string[] =>
  Object.values(scenario.table.on).map(({ target }) => target);

const isOneOf = <Value extends string>(values: readonly Value[], value: string | null): value is Value =>
  values.some((each) => each === value);

function readSelection(scenario: Scenario, query: URLSearchParams): Selection | undefined {
  const end = query.get('end');
  const placed = end === null ? undefined : stateAt(scenario, end);
  if (placed !== undefined && isEnd(placed.state)) return { kind: 'end', end: placed.id };
  const line = parseLine(query.get('line') ?? '');
  return line.length === 0 ? undefined : { kind: 'line', line };
}

/** Reads the part of an address that belongs to Tradeoffs; what the scenario does not know is left out. */
export function parseView(scenario: Scenario, text: string): TradeoffsView {
  const query = new URLSearchParams(text);
  const named = query.getAll('branch');
  const by = query.get('by');
  const actor = query.get('actor');
  const set = query.getAll('when').flatMap((each): readonly (readonly [string, string])[] => {
    const [condition = '', state = ''] = each.split('.');
    const states = Object.hasOwn(scenario.conditions, condition) ? scenario.conditions[condition]?.states : undefined;
    return states !== undefined && Object.hasOwn(states, state) ? [[condition, state]] : [];
  });
  return {
    from: parseLine(query.get('from') ?? ''),
    conditions: Object.fromEntries(set),
    branches: branchIds(scenario).filter((branch) => named.includes(branch)),
    by: isOneOf(REPRESENTATIVES, by) ? by : 'shortest',
    selected: readSelection(scenario, query),
    actor: actor !== null && Object.hasOwn(scenario.stakes, actor) ? actor : undefined,
  };
}

/** A view as it stands in the address: empty where nothing is chosen. Ids need no escape there. */
export function formatView({ from, conditions, branches, by, selected, actor }: TradeoffsView): string {
  const parts: (readonly [string, string])[] = [
    ...branches.map((branch) => ['branch', branch] as const),
    ...Object.entries(conditions).map(([condition, state]) => ['when', `${condition}.${state}`] as const),
    ...(from.length === 0 ? [] : [['from', formatLine(from)] as const]),
    ...(by === 'shortest' ? [] : [['by', by] as const]),
    ...(actor === undefined ? [] : [['actor', actor] as const]),
    ...(selected === undefined
      ? []
      : [selected.kind === 'end' ? (['end', selected.end] as const) : (['line', formatLine(selected.line)] as const)]),
  ];
  return parts.map(([key, value]) => `${key}=${value}`).join('&');
}

/** Where the lines of a view begin: conditions are set as Walk sets them, then each chosen branch is begun. */
export function startsOf(
  scenario: Scenario,
  { conditions, branches }: Pick<TradeoffsView, 'conditions' | 'branches'>,
  from: { readonly line: Line; readonly state: StateId; readonly position: Pick<Position, 'conditions'> },
): readonly Line[] {
  const shocks = Object.keys(scenario.conditions).flatMap((condition) => {
    const state = conditions[condition];
    return state === undefined || state === from.position.conditions[condition] ? [] : [shockId(condition, state)];
  });
  const begun = [...from.line, ...shocks];
  if (from.state !== TABLE) return [begun];
  return Object.entries(scenario.table.on)
    .filter(([, { target }]) => branches.length === 0 || branches.includes(target))
    .map(([move]) => [...begun, moveIdOf(TABLE, move)]);
}
