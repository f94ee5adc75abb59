import { Symbols, useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartActor, LeverageRow } from './leverageRows.ts';
import type { PlotTheme } from './plotTheme.ts';

/** Marks nearer to each other than this run together, and only the current step keeps its own. In text sizes. */
const LEAST_DISTANCE = 1.25;

/** Every actor's shape at every step: open, and filled at the current one. */
export function StepMarks({
  rows,
  actors,
  current,
  theme,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly current: number;
  readonly theme: PlotTheme;
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  const distance = (x(1) ?? 0) - (x(0) ?? 0);
  const crowded = rows.length > 1 && distance < LEAST_DISTANCE * theme.text;
  return rows
    .filter(({ step }) => step === current || !crowded)
    .flatMap(({ step, values }) =>
      actors.map(({ id, shape, colour }) => {
        const [cx, cy] = [x(step), y(values[id]?.central)];
        if (cx === undefined || cy === undefined) return null;
        const now = step === current;
        return (
          <Symbols
            key={`${id} ${step}`}
            type={shape}
            cx={cx}
            cy={cy}
            size={(now ? 0.8 : 0.35) * theme.text ** 2}
            fill={now ? theme.actor(colour) : theme.ground}
            stroke={now ? theme.ground : theme.actor(colour)}
            strokeWidth={1.5}
          />
        );
      }),
    );
}
