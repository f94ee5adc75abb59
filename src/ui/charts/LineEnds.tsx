import { Symbols, usePlotArea, useYAxisScale } from 'recharts';
import { labelLines, spreadLabels } from './endLabels.ts';
import type { ChartActor, LeverageRow } from './leverageRows.ts';
import { MARK_ROOM } from './plotFrame.ts';
import type { PlotTheme } from './plotTheme.ts';

/** Height of a line of text, and the room between two names, in text sizes. */
const LINE_HEIGHT = 1.2;
const GAP = 0.25;

/** Each actor's shape and name where its line ends, in place of a legend. */
export function LineEnds({
  rows,
  actors,
  theme,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly theme: PlotTheme;
}) {
  const area = usePlotArea();
  const y = useYAxisScale();
  const last = rows.at(-1);
  if (area === undefined || y === undefined || last === undefined) return null;
  const { text } = theme;
  const ends = actors.map((actor) => {
    const lines = labelLines(actor.name);
    return {
      actor,
      lines,
      at: y(last.values[actor.id]?.central) ?? 0,
      height: (lines.length * LINE_HEIGHT + GAP) * text,
    };
  });
  const right = area.x + area.width;
  const centres = spreadLabels(ends, area.y - text / 2, area.y + area.height + text / 2);
  return ends.map(({ actor, lines }, index) => {
    const centre = centres[index] ?? 0;
    const top = centre - ((lines.length - 1) * LINE_HEIGHT * text) / 2;
    return (
      <g key={actor.id} fill={theme.actor(actor.colour)} fontSize={text} fontWeight={600}>
        <Symbols type={actor.shape} cx={right + 0.8 * text} cy={centre} size={0.45 * text ** 2} />
        {lines.map((line, at) => (
          <text key={line} x={right + MARK_ROOM * text} y={top + at * LINE_HEIGHT * text} dominantBaseline="central">
            {line}
          </text>
        ))}
      </g>
    );
  });
}
