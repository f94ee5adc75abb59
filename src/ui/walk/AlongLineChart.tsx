import { useMemo } from 'react';
import { labelOf } from '../../domain/chart.ts';
import type { Line, MoveId } from '../../domain/identifier.ts';
import { readLine } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { findingsAlong } from '../app/useWalk.ts';
import { principalsOf } from '../charts/chartActors.ts';
import { LeverageChart } from '../charts/LeverageChart.tsx';
import { toLeverageRows } from '../charts/leverageRows.ts';
import { useText } from '../text/useText.ts';

/** Leverage at every step of a line, drawn; `at` is the step that the reader stands at. Loaded with the charts. */
export function AlongLineChart({ line, at }: { readonly line: Line; readonly at: number }) {
  const parley = useParley();
  const { scenario, study } = parley;
  const text = useText();
  const rows = useMemo(() => {
    const { line: allowed, positions } = readLine(parley, line);
    const label = (move: MoveId | undefined) => (move === undefined ? text.walk.start : labelOf(scenario, move));
    return toLeverageRows(findingsAlong(parley, allowed, positions), label);
  }, [parley, scenario, line, text]);
  return (
    <LeverageChart
      name="leverage-along-line"
      title={text.leverage.along}
      rule={text.leverage.alongRule}
      rows={rows}
      actors={principalsOf(scenario)}
      current={at}
      onPick={(step: number) => study.send({ type: 'study.jump', line: line.slice(0, step) })}
    />
  );
}
