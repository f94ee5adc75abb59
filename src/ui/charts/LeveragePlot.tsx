import {
  Area,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { formatNumber } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { LineEnds } from './LineEnds.tsx';
import type { ChartActor, LeverageRow } from './leverageRows.ts';
import { scoreTicks, stepTicks } from './leverageRows.ts';
import type { PlotFrame } from './plotFrame.ts';
import type { PlotTheme } from './plotTheme.ts';
import { StepMarks } from './StepMarks.tsx';

/**
 * Leverage by step, drawn. Each score stands level for its step and changes halfway to the next: a step is a place and not a date,
 * and a slope or a smooth band would say that there is something in between, or a trend.
 */
export function LeveragePlot({
  rows,
  actors,
  current,
  title,
  description,
  frame,
  theme,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly current: number;
  readonly title: string;
  readonly description: string;
  readonly frame: PlotFrame;
  readonly theme: PlotTheme;
}) {
  const { charts } = useText();
  const ticks = scoreTicks(rows, actors);
  const tick = { fill: theme.axis, fontSize: theme.text };
  const axisLine = { stroke: theme.grid };
  return (
    <ComposedChart
      data={padded(rows)}
      responsive
      style={{ width: '100%', height: '100%' }}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      role="img"
      title={title}
      desc={description}
    >
      <CartesianGrid vertical={false} stroke={theme.grid} />
      <XAxis
        dataKey="at"
        type="number"
        domain={[-0.5, rows.length - 0.5]}
        ticks={[...stepTicks(rows.length, current)]}
        interval={0}
        height={frame.bottom}
        tick={tick}
        tickFormatter={(step: number) => (step === 0 ? charts.start : formatNumber(step))}
        tickLine={false}
        tickMargin={theme.text / 3}
        axisLine={axisLine}
      />
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 100]}
        ticks={[...ticks]}
        interval={0}
        width={frame.left}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      {actors.map(({ id, colour }) => (
        <Area
          key={id}
          dataKey={(row: PaddedRow) => band(row, id)}
          type="step"
          stroke="none"
          fill={theme.actor(colour)}
          fillOpacity={0.2}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {current < rows.length ? <ReferenceLine x={current} stroke={theme.ink} strokeWidth={1} /> : null}
      {actors.map(({ id, colour }) => (
        <Line
          key={id}
          dataKey={(row: PaddedRow) => row.values[id]?.central}
          type="step"
          stroke={theme.actor(colour)}
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <StepMarks rows={rows} actors={actors} current={current} theme={theme} />
      </ZIndexLayer>
      <LineEnds rows={rows} actors={actors} theme={theme} />
    </ComposedChart>
  );
}

type PaddedRow = LeverageRow & { readonly at: number };

const band = ({ values }: PaddedRow, actor: string): [number, number] | undefined => {
  const value = values[actor];
  return value === undefined ? undefined : [value.low, value.high];
};

/** The rows with half a step of room at either end, so that a line of one step shows its ranges too. */
function padded(rows: readonly LeverageRow[]): PaddedRow[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inner = rows.map((row) => ({ ...row, at: row.step }));
  return [{ ...first, at: first.step - 0.5 }, ...inner, { ...last, at: last.step + 0.5 }];
}
