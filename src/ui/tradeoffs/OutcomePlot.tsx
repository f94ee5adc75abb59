import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Range } from '../../analysis/heldDraws.ts';
import type { Actor } from '../../domain/scenario.ts';
import type { PlotTheme } from '../charts/plotTheme.ts';
import { AxisNames } from './AxisNames.tsx';
import { EndMark } from './EndMark.tsx';
import styles from './OutcomePlot.module.css';
import { PictureKey, type PictureKeyRow, pictureKeyHeight } from './PictureKey.tsx';
import { cellsPath, frontierPath, type PayoffPlane } from './payoffPlane.ts';
import type { Spot } from './placeBadges.ts';
import { WalkAwayMark } from './WalkAwayMark.tsx';

/** An end as the plot draws it. */
export interface PlotMark {
  readonly number: number;
  readonly agreement: boolean;
  readonly payoffs: readonly [number, number];
  readonly ranges: readonly [Range, Range] | undefined;
  /** Where its number stands. */
  readonly badge: Spot;
  readonly selected: boolean;
}

/** Walking away as the plot draws it. */
export interface PlotCross {
  readonly letter: string;
  readonly payoffs: readonly [number, number];
  /** Where its letter stands. */
  readonly badge: Spot;
}

/** What the plot shows. */
export interface PlotContent {
  readonly marks: readonly PlotMark[];
  readonly crosses: readonly PlotCross[];
  readonly frontier: readonly (readonly [number, number])[];
  readonly cells: readonly number[];
  /** The cells of the end that was chosen. */
  readonly footprint: readonly number[];
  /** An outcome on the frontier that was chosen. */
  readonly chosen: readonly [number, number] | undefined;
  readonly zone: { readonly from: readonly [number, number]; readonly label: string } | undefined;
  readonly key: readonly PictureKeyRow[];
}

const TICKS = [0, 25, 50, 75, 100];

/** Payoffs of the reachable ends, drawn: where lines end, what no outcome dominates, and one numbered mark per end. */
export function OutcomePlot({
  content,
  plane,
  theme,
  actors,
  title,
  description,
}: {
  readonly content: PlotContent;
  readonly plane: PayoffPlane;
  readonly theme: PlotTheme;
  readonly actors: readonly [Actor, Actor];
  readonly title: string;
  readonly description: string;
}) {
  const { marks, crosses, frontier, cells, footprint, zone, chosen, key } = content;
  const tick = { fill: theme.axis, fontSize: theme.text };
  const keyHeight = pictureKeyHeight(key, plane);
  const axis = { type: 'number' as const, domain: [0, 100], ticks: TICKS, interval: 0 as const, tick, tickLine: false };
  return (
    <div className={styles.picture} style={{ width: plane.size, height: plane.size }}>
      <ScatterChart
        width={plane.size}
        height={plane.size + keyHeight}
        margin={{ top: plane.top, right: plane.size - plane.right, bottom: keyHeight, left: 0 }}
        accessibilityLayer={false}
        role="img"
        title={title}
        desc={description}
      >
        <CartesianGrid stroke={theme.grid} horizontalValues={TICKS} verticalValues={TICKS} />
        <XAxis
          {...axis}
          dataKey="first"
          height={plane.size - plane.bottom}
          tickMargin={theme.text / 3}
          axisLine={false}
        />
        <YAxis {...axis} dataKey="second" width={plane.left} tickMargin={theme.text / 3} axisLine={false} />
        {zone === undefined ? null : (
          <>
            <rect
              x={plane.x(zone.from[0])}
              y={plane.top}
              width={plane.right - plane.x(zone.from[0])}
              height={plane.y(zone.from[1]) - plane.top}
              fill={theme.accentSoft}
              fillOpacity={0.6}
            />
            <text
              x={plane.right - theme.text / 2}
              y={plane.top + 1.25 * theme.text}
              textAnchor="end"
              fontSize={theme.text}
              fontWeight={600}
              fill={theme.accent}
            >
              {zone.label}
            </text>
          </>
        )}
        <path d={cellsPath(plane, cells)} fill={theme.axis} fillOpacity={0.16} />
        <path d={cellsPath(plane, footprint)} fill={theme.accent} fillOpacity={0.45} />
        <path d={frontierPath(plane, frontier)} fill="none" stroke={theme.accent} strokeWidth={1.5} />
        {crosses.map((cross) => (
          <WalkAwayMark key={cross.letter} cross={cross} plane={plane} theme={theme} />
        ))}
        <Scatter
          data={marks.map((mark) => ({ first: mark.payoffs[0], second: mark.payoffs[1], mark }))}
          shape={({ payload }: { readonly payload?: { readonly mark: PlotMark } }) =>
            payload === undefined ? <g /> : <EndMark mark={payload.mark} plane={plane} theme={theme} />
          }
          isAnimationActive={false}
        />
        {chosen === undefined ? null : (
          <circle
            cx={plane.x(chosen[0])}
            cy={plane.y(chosen[1])}
            r={0.4 * theme.text}
            fill={theme.accent}
            stroke={theme.ground}
            strokeWidth={2}
          />
        )}
        <AxisNames actors={actors} plane={plane} theme={theme} />
        <PictureKey rows={key} plane={plane} theme={theme} />
      </ScatterChart>
    </div>
  );
}
