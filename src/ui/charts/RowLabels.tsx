import type { PlotTheme } from './plotTheme.ts';
import type { RowFrame, RowText } from './rowFrame.ts';

const LINE = 1.25;

/** What each row is about, and its number: on both sides of the bar, or above it where there is little room. */
export function RowLabels({
  rows,
  frame,
  theme,
}: {
  readonly rows: readonly RowText[];
  readonly frame: RowFrame;
  readonly theme: PlotTheme;
}) {
  const { text, ink } = theme;
  // Where words stand over the scale's lines, a rim of the ground keeps them legible.
  const rim = frame.stacked ? ({ stroke: theme.ground, strokeWidth: text / 3, paintOrder: 'stroke' } as const) : {};
  return rows.map(({ id, value }, index) => {
    const lines = frame.labels[index] ?? [];
    const top = index * frame.rowHeight;
    // Above its bar a label stands as near to it as the longest one; beside it, level with it.
    const last = frame.stacked
      ? top + frame.barCentre - 1.1 * text
      : top + frame.rowHeight / 2 + ((lines.length - 1) * LINE * text) / 2 + 0.35 * text;
    const first = last - (lines.length - 1) * LINE * text;
    return (
      <g key={id} fontSize={text} fill={ink} {...rim}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a label never move.
          <text key={at} x={0} y={first + at * LINE * text}>
            {line}
          </text>
        ))}
        <text
          x={frame.width}
          y={frame.stacked ? last : top + frame.rowHeight / 2 + 0.35 * text}
          textAnchor="end"
          fontWeight={600}
        >
          {value}
        </text>
      </g>
    );
  });
}
