import { useEffect, useMemo } from 'react';
import type { LineValues } from '../../analysis/lineValues.ts';
import type { Outcome } from '../../analysis/outcomes.ts';
import { sameLine } from '../../domain/line.ts';
import { useParley } from '../app/parley.ts';
import { type Gain, gainsOver, type OutcomeRow, outcomeRows, type WalkAwayPlace } from './outcomeRows.ts';
import type { TradeoffsView } from './tradeoffsView.ts';
import { type Explored, startOfLine, useExploration } from './useExploration.ts';

/** An outcome that was asked about. */
export interface ChosenOutcome {
  readonly outcome: Outcome;
  readonly onFrontier: boolean;
  readonly values: LineValues | undefined;
  readonly gains: readonly [Gain, Gain] | undefined;
  readonly walkAway: WalkAwayPlace | undefined;
}

/** All that the screen shows of a view. */
export interface TradeoffsReading {
  readonly view: TradeoffsView;
  readonly explored: Explored;
  readonly rows: readonly OutcomeRow[];
  readonly gains: readonly (readonly [Gain, Gain] | undefined)[];
  /** Walking away, where all lines begin at one and the same place. */
  readonly onlyWalkAway: WalkAwayPlace | undefined;
  readonly frontierDraws: readonly LineValues['drawn'][];
  readonly chosen: ChosenOutcome | undefined;
}

/** Reads a view's outcomes, then the ranges of the lines that are shown. */
export function useTradeoffs(view: TradeoffsView): TradeoffsReading {
  const { scenario } = useParley();
  const explored = useExploration(view);
  const { explorer, outcomes, starts, walkAways, phase } = explored;
  const { by, selected } = view;
  const rows = outcomeRows(scenario, outcomes, by, explorer.values);
  const lines = rows.map(({ outcome }) => outcome.line);
  const frontier = outcomes.frontier.map(({ line }) => line);
  useEffect(() => {
    // Until all is read, another line may yet come to stand for an end.
    if (phase !== 'done' && phase !== 'stopped') return;
    explorer.value(lines, starts);
    explorer.value(frontier, []);
  });
  const placeOf = (outcome: Outcome) => {
    const start = startOfLine(starts, outcome.line);
    return start === undefined ? undefined : walkAways.find((place) => sameLine(place.start, start));
  };
  const gains = rows.map(({ outcome, values }) => gainsOver(scenario, outcome, values, placeOf(outcome)));
  const frontierDraws = outcomes.frontier.flatMap(({ line }) => {
    const values = explorer.values(line);
    return values === undefined ? [] : [values.drawn];
  });
  const asked =
    selected?.kind === 'end'
      ? rows.find(({ end }) => end === selected.end)?.outcome
      : selected === undefined
        ? undefined
        : outcomes.frontier.find(({ line }) => sameLine(line, selected.line));
  const chosen = useMemo(
    () => (asked === undefined ? undefined : { outcome: asked, onFrontier: selected?.kind === 'line' }),
    [asked, selected?.kind],
  );
  const chosenPlace = chosen === undefined ? undefined : placeOf(chosen.outcome);
  const chosenValues = chosen === undefined ? undefined : explorer.values(chosen.outcome.line);
  return {
    view,
    explored,
    rows,
    gains,
    onlyWalkAway: walkAways.length === 1 && starts.length === 1 ? walkAways[0] : undefined,
    frontierDraws,
    chosen:
      chosen === undefined
        ? undefined
        : {
            ...chosen,
            values: chosenValues,
            walkAway: chosenPlace,
            gains: gainsOver(scenario, chosen.outcome, chosenValues, chosenPlace),
          },
  };
}
