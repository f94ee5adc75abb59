import { usePlotArea } from 'recharts';
import type { PlotTheme } from './plotTheme.ts';
import { type RangeRow, shareOf } from './rangeRows.ts';
import type { RowFrame } from './rowFrame.ts';

/** Each row's own scale, the band on it, the tick where the number stands, and the circle where it stood. */
export function RangeMarks({
  rows,
  frame,
  theme,
}: {
  readonly rows: readonly RangeRow[];
  readonly frame: RowFrame;
  readonly theme: PlotTheme;
}) {
  const area = usePlotArea();
  if (area === undefined) return null;
  const { text } = theme;
  const half = text / 3;
  return rows.map((row, index) => {
    const centre = index * frame.rowHeight + frame.barCentre;
    const at = (value: number): number => area.x + area.width * shareOf(row, value);
    const colour = theme.actor(row.colour);
    const [low, high] = [at(row.now.low), at(row.now.high)];
    return (
      <g key={row.id}>
        <rect
          x={area.x}
          y={centre - half}
          width={area.width}
          height={2 * half}
          rx={half}
          fill={theme.grid}
          fillOpacity={0.6}
        />
        <rect
          x={low}
          y={centre - half}
          width={Math.max(2, high - low)}
          height={2 * half}
          rx={half}
          fill={colour}
          fillOpacity={0.25}
          stroke={colour}
        />
        <circle
          cx={at(row.start)}
          cy={centre}
          r={0.36 * text}
          fill={theme.ground}
          stroke={theme.axis}
          strokeWidth={1.5}
        />
        <rect x={at(row.now.central) - 2} y={centre - 0.7 * text} width={4} height={1.4 * text} rx={2} fill={colour} />
        {row.beyond ? (
          <text
            x={
              row.now.central <= (row.scale[0] + row.scale[1]) / 2
                ? area.x - 0.2 * text
                : area.x + area.width + 0.2 * text
            }
            y={centre + 0.35 * text}
            fontSize={text}
            fill={theme.axis}
            textAnchor="middle"
          >
            {row.now.central <= (row.scale[0] + row.scale[1]) / 2 ? '⇤' : '⇥'}
          </text>
        ) : null}
      </g>
    );
  });
}
