import type { PlotTheme } from '../charts/plotTheme.ts';
import { formatNumber } from '../text/format.ts';
import type { PlotMark } from './OutcomePlot.tsx';
import { type PayoffPlane, spotOf } from './payoffPlane.ts';

/** Radius of a numbered badge, in text sizes. */
export const BADGE = 0.85;

/** An end: its number on its place or beside it, filled for an agreement, and its range of judgement as a cross. */
export function EndMark({
  mark: { number, agreement, payoffs, ranges, badge, selected },
  plane,
  theme,
}: {
  readonly mark: PlotMark;
  readonly plane: PayoffPlane;
  readonly theme: PlotTheme;
}) {
  const { x, y } = spotOf(plane, payoffs);
  const { text } = theme;
  const moved = Math.hypot(badge.x - x, badge.y - y) > 0.5;
  const [fill, ink] = agreement ? [theme.accent, theme.ground] : [theme.ground, theme.ink];
  return (
    <g>
      {ranges === undefined ? null : (
        <path
          d={`M${plane.x(ranges[0].low)} ${y}H${plane.x(ranges[0].high)}M${x} ${plane.y(ranges[1].low)}V${plane.y(ranges[1].high)}`}
          stroke={selected ? theme.ink : theme.axis}
          strokeWidth={selected ? 2 : 1}
          strokeOpacity={selected ? 1 : 0.45}
        />
      )}
      {moved ? (
        <>
          <path d={`M${x} ${y}L${badge.x} ${badge.y}`} stroke={theme.ink} strokeWidth={1} />
          <circle cx={x} cy={y} r={0.25 * text} fill={fill} stroke={theme.ink} strokeWidth={1.25} />
        </>
      ) : null}
      {selected ? (
        <circle cx={badge.x} cy={badge.y} r={BADGE * text + 3} fill="none" stroke={theme.ink} strokeWidth={2} />
      ) : null}
      <circle
        cx={badge.x}
        cy={badge.y}
        r={BADGE * text}
        fill={fill}
        stroke={agreement ? theme.ground : theme.ink}
        strokeWidth={1.25}
      />
      <text
        x={badge.x}
        y={badge.y}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={text}
        fontWeight={600}
        fill={ink}
      >
        {formatNumber(number)}
      </text>
    </g>
  );
}
