import { Symbols, usePlotArea, useXAxisScale } from 'recharts';
import type { ChartActor } from './leverageRows.ts';
import type { PlotTheme } from './plotTheme.ts';
import type { RowFrame } from './rowFrame.ts';
import type { WaterfallRow } from './waterfallRows.ts';

const BAR = 0.9;

/** Levels as the actor's shape with their range, changes as bars between them: filled where they raise, open where they lower. */
export function WaterfallMarks({
  rows,
  actor,
  frame,
  theme,
}: {
  readonly rows: readonly WaterfallRow[];
  readonly actor: ChartActor;
  readonly frame: RowFrame;
  readonly theme: PlotTheme;
}) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (x === undefined || area === undefined) return null;
  const at = (value: number): number => x(value) ?? 0;
  const colour = theme.actor(actor.colour);
  const { text } = theme;
  return rows.map(({ id, kind, from, to, value }, index) => {
    const centre = index * frame.rowHeight + frame.barCentre;
    const half = (BAR * text) / 2;
    const next = centre + frame.rowHeight;
    const [left, right] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    return (
      <g key={id}>
        {kind === 'end' ? null : (
          <path d={`M${at(to)} ${centre}V${next}`} stroke={theme.axis} strokeWidth={1} strokeDasharray="2 3" />
        )}
        {kind === 'part' && from === to ? (
          <path d={`M${at(from)} ${centre - half}V${centre + half}`} stroke={theme.axis} strokeWidth={1.5} />
        ) : kind === 'part' ? (
          <rect
            x={left}
            y={centre - half}
            width={Math.max(2, right - left)}
            height={2 * half}
            fill={to >= from ? colour : theme.ground}
            stroke={colour}
            strokeWidth={1.5}
          />
        ) : (
          <>
            <path
              d={`M${at(value.low)} ${centre}H${at(value.high)}M${at(value.low)} ${centre - half}V${centre + half}M${at(value.high)} ${centre - half}V${centre + half}`}
              stroke={colour}
              strokeWidth={1.5}
              fill="none"
            />
            <Symbols
              type={actor.shape}
              cx={at(from)}
              cy={centre}
              size={0.8 * text ** 2}
              fill={colour}
              stroke={theme.ground}
              strokeWidth={1.5}
            />
          </>
        )}
      </g>
    );
  });
}
