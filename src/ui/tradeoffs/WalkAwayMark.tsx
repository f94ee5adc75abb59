import type { PlotTheme } from '../charts/plotTheme.ts';
import type { PlotCross } from './OutcomePlot.tsx';
import { type PayoffPlane, spotOf } from './payoffPlane.ts';

/** Walking away from a branch: a heavy cross on its place, and its letter beside it. */
export function WalkAwayMark({
  cross: { letter, payoffs, badge },
  plane,
  theme,
}: {
  readonly cross: PlotCross;
  readonly plane: PayoffPlane;
  readonly theme: PlotTheme;
}) {
  const { x, y } = spotOf(plane, payoffs);
  const arm = 0.5 * theme.text;
  const cross = `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`;
  const halo = { stroke: theme.ground, strokeWidth: 3, paintOrder: 'stroke' as const };
  return (
    <g>
      <path d={cross} stroke={theme.ground} strokeWidth={5} />
      <path d={cross} stroke={theme.ink} strokeWidth={2.5} />
      <text
        x={badge.x}
        y={badge.y}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={theme.text}
        fontWeight={700}
        fill={theme.ink}
        {...halo}
      >
        {letter}
      </text>
    </g>
  );
}
