import { type DrawnPlace, figureIn } from '../../../analysis/figures.ts';
import type { Range } from '../../../analysis/heldDraws.ts';
import { movesFrom, TABLE } from '../../../domain/chart.ts';
import { factsInProse } from '../../../domain/citations.ts';
import type { MoveId } from '../../../domain/identifier.ts';
import { clippedValue, driverAddress } from '../../../domain/indicators.ts';
import type { Prose } from '../../../domain/prose.ts';
import type { Actor, Scenario } from '../../../domain/scenario.ts';
import type { Fact } from '../../../domain/schema/ledger.ts';

/** A driver of a vantage point's leverage at the start. */
export interface RoleDriver {
  readonly driver: string;
  readonly label: string;
  /** 0 to 100, with the range of judgement. */
  readonly points: number;
  readonly range: Range;
  /** What the two marks of the scale (0, 50, 100) that the value lies between mean; undefined where the scenario says nothing. */
  readonly between: { readonly low: Anchor; readonly high: Anchor } | undefined;
}

/** A mark of a driver's scale and what it means. */
interface Anchor {
  readonly points: number;
  readonly means: string;
}

/** What a role sheet tells: a vantage point in the third person, and the situation as all sheets tell it. */
export interface RoleSheet {
  readonly id: string;
  readonly actor: Actor;
  readonly wants: readonly string[];
  readonly fears: readonly string[];
  /** The opening as everybody reads it: what is known, then what the first question is about. */
  readonly situation: readonly string[];
  /** Every account of the opening, the same on each sheet. */
  readonly told: readonly { readonly id: string; readonly actor: Actor; readonly account: string }[];
  readonly drivers: readonly RoleDriver[];
  /** The facts that the sheet cites or rests on, with their claims, in the order of the ledger. */
  readonly facts: readonly { readonly id: string; readonly fact: Fact }[];
}

/** What role sheets are made of. */
export interface RoleSource {
  readonly scenario: Scenario;
  readonly prose: Prose;
  readonly facts: Readonly<Record<string, Fact>>;
  /** The move of the table that the exercise begins with. */
  readonly branch: MoveId;
  readonly opening: DrawnPlace;
}

/** The vantage points that somebody can sit at: every actor, the principals included, in file order. */
export const vantagePoints = (scenario: Scenario): readonly string[] => Object.keys(scenario.actors);

function driversOf({ scenario, opening }: RoleSource, actor: string): readonly RoleDriver[] {
  return Object.keys(scenario.drivers.initial[actor] ?? {}).map((driver) => {
    const address = driverAddress(actor, driver);
    const { central, range } = figureIn(
      {
        id: `value/${address}`,
        subject: { kind: 'indicator', address },
        span: 100,
        read: (values) => clippedValue(scenario, values, address),
      },
      opening,
    );
    const anchors = scenario.drivers.anchors[driver];
    const upper = central >= 50;
    return {
      driver,
      label: scenario.drivers.labels[driver] ?? driver,
      points: central,
      range,
      between:
        anchors === undefined
          ? undefined
          : {
              low: upper ? { points: 50, means: anchors[50] } : { points: 0, means: anchors[0] },
              high: upper ? { points: 100, means: anchors[100] } : { points: 50, means: anchors[50] },
            },
    };
  });
}

/** The role sheet of one vantage point. */
export function roleSheet(source: RoleSource, id: string): RoleSheet {
  const { scenario, prose, facts, branch } = source;
  const actor = scenario.actors[id];
  if (actor === undefined) throw new RangeError(`the scenario has no actor ${id}`);
  const first = movesFrom(scenario, TABLE).find((move) => move.id === branch)?.targets[0]?.state ?? '';
  const context = prose[`${first}.context`];
  const told = Object.entries(scenario.actors).flatMap(([teller, by]) => {
    const account = prose[`${first}.told.${teller}`];
    return account === undefined ? [] : [{ id: teller, actor: by, account }];
  });
  const situation = [scenario.table.meta.context ?? scenario.summary, ...(context === undefined ? [] : [context])];
  const cited = new Set([
    ...situation.flatMap(factsInProse),
    ...told.flatMap(({ account }) => factsInProse(account)),
    ...(actor.facts ?? []),
  ]);
  return {
    id,
    actor,
    wants: actor.wants ?? [],
    fears: actor.fears ?? [],
    situation,
    told,
    drivers: driversOf(source, id),
    facts: Object.entries(facts).flatMap(([factId, fact]) => (cited.has(factId) ? [{ id: factId, fact }] : [])),
  };
}
