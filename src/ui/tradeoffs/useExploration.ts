import { startTransition, useEffect, useMemo, useState } from 'react';
import { standing } from '../../../machines/stepping.ts';
import { mergeOutcomes, type Outcomes } from '../../analysis/outcomes.ts';
import { principals } from '../../domain/actors.ts';
import { TABLE } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { walkAway } from '../../domain/walkAway.ts';
import { type LineReading, useLineReading } from '../app/lineReading.ts';
import { type Parley, useParley } from '../app/parley.ts';
import { connectOutcomes } from './connectOutcomes.ts';
import { type Exploration, type OutcomeExplorer, outcomeExplorer } from './outcomeExplorer.ts';
import type { WalkAwayPlace } from './outcomeRows.ts';
import { startsOf, type TradeoffsView } from './tradeoffsView.ts';

const explorers = new WeakMap<Parley, OutcomeExplorer>();

/** The explorer of a page: what it read is there when the reader comes back. */
function explorerOf(parley: Parley): OutcomeExplorer {
  const known = explorers.get(parley) ?? outcomeExplorer(parley.scenario, connectOutcomes);
  explorers.set(parley, known);
  return known;
}

/** What a view's lines lead to, as far as it is read. */
export interface Explored {
  readonly explorer: OutcomeExplorer;
  readonly phase: Exploration['phase'];
  readonly outcomes: Outcomes;
  readonly from: LineReading;
  readonly starts: readonly Line[];
  /** Walking away where the lines of each beginning begin; none at the table. */
  readonly walkAways: readonly WalkAwayPlace[];
}

/** Reads the outcomes of a view while a screen shows it. */
export function useExploration(view: TradeoffsView): Explored {
  const parley = useParley();
  const { scenario } = parley;
  const explorer = explorerOf(parley);
  const [state, setState] = useState(explorer.read);
  // As a transition: what was found is drawn between the reader's own doings, never before them.
  useEffect(() => {
    const show = () => startTransition(() => setState(explorer.read()));
    show();
    return explorer.subscribe(show);
  }, [explorer]);
  const from = useLineReading(view.from);
  const startsKey = JSON.stringify(
    startsOf(scenario, view, {
      line: from.line,
      state: from.state,
      position: from.positions.at(-1) ?? { conditions: {} },
    }),
  );
  const starts = useMemo(() => JSON.parse(startsKey) as readonly Line[], [startsKey]);
  useEffect(() => {
    explorer.explore(starts);
  }, [explorer, starts]);
  useEffect(() => () => explorer.stop(), [explorer]);
  const outcomes = useMemo(() => mergeOutcomes(scenario, state.outcomes), [scenario, state.outcomes]);
  const walkAways = state.starts.flatMap((start) => walkAwayPlace(parley, explorer, start) ?? []);
  return { ...state, explorer, outcomes, from, walkAways };
}

/** Walking away at a line; undefined at the table, where no branch was chosen yet. */
function walkAwayPlace(parley: Parley, explorer: OutcomeExplorer, start: Line): WalkAwayPlace | undefined {
  const { scenario, read } = parley;
  const snapshot = read(start);
  const state = snapshot === undefined ? TABLE : standing(snapshot);
  const branch = state.split('.')[0];
  if (snapshot === undefined || state === TABLE || branch === undefined) return undefined;
  const found = walkAway(scenario, branch, snapshot.context);
  const [first, second] = principals(scenario).map((actor) => found.find((each) => each.actor === actor));
  if (first === undefined || second === undefined) return undefined;
  return {
    start,
    branch,
    payoffs: [first.payoff, second.payoff],
    ends: [first, second],
    drawn: explorer.walkAways(start),
  };
}

/** The beginning that a line goes on from. */
export const startOfLine = (starts: readonly Line[], line: Line): Line | undefined =>
  starts.find((start) => lineKey(line.slice(0, start.length)) === lineKey(start));
