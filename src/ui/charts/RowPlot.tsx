import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../text/format.ts';
import type { PlotTheme } from './plotTheme.ts';
import { RowLabels } from './RowLabels.tsx';
import type { RowFrame, RowText } from './rowFrame.ts';

/** A chart of rows: its words, its scale if all rows share one, and whatever marks its children draw. */
export function RowPlot({
  rows,
  frame,
  theme,
  ticks,
  hasScale,
  title,
  description,
  children,
}: {
  readonly rows: readonly RowText[];
  readonly frame: RowFrame;
  readonly theme: PlotTheme;
  /** The scale's gridlines, from its one end to the other. */
  readonly ticks: readonly number[];
  /** The rows share one scale, which is then drawn. */
  readonly hasScale: boolean;
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}) {
  const extent = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (
    <BarChart
      layout="vertical"
      data={rows.map(({ id }) => ({ id, extent }))}
      width={frame.width}
      height={frame.height}
      margin={{ top: 0, right: frame.right, bottom: 0, left: frame.left }}
      accessibilityLayer={false}
      role="img"
      title={title}
      desc={description}
    >
      {hasScale ? <CartesianGrid horizontal={false} stroke={theme.grid} /> : null}
      <XAxis
        type="number"
        domain={extent}
        ticks={[...ticks]}
        hide={!hasScale}
        interval={0}
        height={frame.scale}
        tick={{ fill: theme.axis, fontSize: theme.text }}
        tickFormatter={(value: number) => formatNumber(value)}
        tickLine={false}
        axisLine={{ stroke: theme.grid }}
      />
      <YAxis type="category" dataKey="id" hide />
      {/* A scale is made for what is drawn in it: this spans it and shows nothing. */}
      <Bar dataKey="extent" fill="none" isAnimationActive={false} />
      <RowLabels rows={rows} frame={frame} theme={theme} />
      {children}
    </BarChart>
  );
}
