import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { FigureComparison } from '../../analysis/compare.ts';
import type { Actor } from '../../domain/scenario.ts';
import { useParley } from '../app/parley.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { spreadLabels } from '../charts/endLabels.ts';
import { scoreTicks, stepTicks } from '../charts/leverageRows.ts';
import { type PlotTheme, usePlotTheme } from '../charts/plotTheme.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import styles from './charts.module.css';
import type { Letters } from './findings.ts';
import type { ComparedLine } from './lines.ts';
import { type PathRow, pathRows, pathsEnds, pathsFinding, pathsTable } from './pathRows.ts';
import { useWords } from './words.ts';

/** Patterns that tell the lines apart, in the order of their letters. */
const DASHES = [undefined, '7 4', '2 3', '9 3 2 3'] as const;

/** Text sizes around the plot. */
const FRAME = { top: 1, right: 2.4, bottom: 2, left: 2.6 } as const;

/** One actor's leverage along every line: stepped, because a step is a place and not a date. */
export function PathsChart({
  actorId,
  actor,
  lines,
  row,
  pair,
}: {
  readonly actorId: string;
  readonly actor: Actor;
  readonly lines: readonly ComparedLine[];
  /** How the actor's leverage differs in the pair that the finding is about. */
  readonly row: FigureComparison;
  readonly pair: Letters;
}) {
  const { scenario } = useParley();
  const words = useWords();
  const theme = usePlotTheme();
  const letters = lines.map(({ letter }) => letter);
  const rows = useMemo(() => pathRows(scenario, lines, actorId), [scenario, lines, actorId]);
  const finding = pathsFinding(words, actor.name, row, pair);
  const ends = pathsEnds(words, rows, letters);
  return (
    <ChartFigure
      name={`compare-leverage-${actorId.toLowerCase()}`}
      finding={finding}
      rule={ends}
      level={3}
      table={<PathsTable rows={rows} letters={letters} caption={words.paths.title(actor.name)} />}
      rows={() => pathsTable(words, rows, letters)}
    >
      <div className={styles.plot}>
        <PathsPlot
          rows={rows}
          letters={letters}
          colour={theme.actor(actor.colour)}
          title={words.paths.title(actor.name)}
          description={`${finding}. ${ends}`}
          theme={theme}
        />
      </div>
    </ChartFigure>
  );
}

type PaddedRow = PathRow & { readonly at: number };

/** Half a step of room at either end of every line, so that a line of one step shows its range too. */
function padded(rows: readonly PathRow[]): PaddedRow[] {
  const last = rows.at(-1);
  const [first] = rows;
  if (first === undefined || last === undefined) return [];
  // A line that stops earlier ends level, half a step on, as the longest does.
  const stopped = rows.slice(1).flatMap((row, index) => {
    const before = rows[index];
    const values = row.values.map((value, at) => (value === undefined ? before?.values[at] : undefined));
    return values.every((value) => value === undefined) ? [] : [{ ...row, values, at: row.step - 0.5 }];
  });
  const inner = rows.map((row) => ({ ...row, at: row.step }));
  return [{ ...first, at: -0.5 }, ...inner, ...stopped, { ...last, at: last.step + 0.5 }].sort((a, b) => a.at - b.at);
}

function PathsPlot({
  rows,
  letters,
  colour,
  title,
  description,
  theme,
}: {
  readonly rows: readonly PathRow[];
  readonly letters: readonly string[];
  readonly colour: string;
  readonly title: string;
  readonly description: string;
  readonly theme: PlotTheme;
}) {
  const { paths } = useWords();
  const { text } = theme;
  const scores = useMemo(
    () =>
      rows.map(({ step, values }) => ({
        step,
        label: '',
        gap: { central: 0, low: 0, high: 0 },
        values: Object.fromEntries(values.flatMap((value, at) => (value === undefined ? [] : [[letters[at], value]]))),
      })),
    [rows, letters],
  );
  const ticks = scoreTicks(
    scores,
    letters.map((id) => ({ id, name: id, shape: 'circle', colour: 1 })),
  );
  const tick = { fill: theme.axis, fontSize: text };
  return (
    <ComposedChart
      data={padded(rows)}
      responsive
      style={{ width: '100%', height: '100%' }}
      margin={{ top: FRAME.top * text, right: FRAME.right * text, bottom: 0, left: 0 }}
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
        ticks={[...stepTicks(rows.length, -1)]}
        interval={0}
        height={FRAME.bottom * text}
        tick={tick}
        tickFormatter={(step: number) => (step === 0 ? paths.start : formatNumber(step))}
        tickLine={false}
        tickMargin={text / 3}
        axisLine={{ stroke: theme.grid }}
      />
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 100]}
        ticks={[...ticks]}
        interval={0}
        width={FRAME.left * text}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      {letters.map((letter, at) => (
        <Area
          key={letter}
          dataKey={({ values }: PaddedRow) => {
            const value = values[at];
            return value === undefined ? undefined : [value.low, value.high];
          }}
          type="step"
          stroke={colour}
          strokeOpacity={0.35}
          {...(DASHES[at] === undefined ? {} : { strokeDasharray: DASHES[at] })}
          fill={colour}
          fillOpacity={0.09}
          connectNulls
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {letters.map((letter, at) => (
        <Line
          key={letter}
          dataKey={({ values }: PaddedRow) => values[at]?.central}
          type="step"
          stroke={colour}
          strokeWidth={2}
          connectNulls
          {...(DASHES[at] === undefined ? {} : { strokeDasharray: DASHES[at] })}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <LineLetters rows={rows} letters={letters} theme={theme} colour={colour} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** Each line's letter where that line ends: beside it, and apart from the letters of lines that end at the same step. */
function LineLetters({
  rows,
  letters,
  theme,
  colour,
}: {
  readonly rows: readonly PathRow[];
  readonly letters: readonly string[];
  readonly theme: PlotTheme;
  readonly colour: string;
}) {
  const area = usePlotArea();
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (area === undefined || x === undefined || y === undefined) return null;
  const { text } = theme;
  const lasts = letters.map((_, at) => rows.findLast(({ values }) => values[at] !== undefined));
  return [...new Set(lasts)].flatMap((last) => {
    if (last === undefined) return [];
    const ending = letters.flatMap((letter, at) => (lasts[at] === last ? [{ letter, value: last.values[at] }] : []));
    const labels = ending.map(({ value }) => ({ at: y(value?.central) ?? 0, height: 1.4 * text }));
    const centres = spreadLabels(labels, area.y - text / 2, area.y + area.height + text / 2);
    return ending.map(({ letter }, index) => (
      <text
        key={letter}
        x={(x(last.step + 0.5) ?? 0) + 0.5 * text}
        y={centres[index] ?? 0}
        fill={colour}
        stroke={theme.ground}
        strokeWidth={4}
        paintOrder="stroke"
        fontSize={1.15 * text}
        fontWeight={700}
        dominantBaseline="central"
      >
        {letter}
      </text>
    ));
  });
}

/** The same rows as a table: a row for each step, a column for each line. */
function PathsTable({
  rows,
  letters,
  caption,
}: {
  readonly rows: readonly PathRow[];
  readonly letters: readonly string[];
  readonly caption: string;
}) {
  const { paths } = useWords();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{paths.step}</th>
          {letters.map((letter) => (
            <th key={letter} scope="col">
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, values, labels }) => (
          <tr key={step}>
            <th scope="row">{step === 0 ? paths.start : paths.stepName(step)}</th>
            {letters.map((letter, at) => {
              const value = values[at];
              return (
                <td key={letter}>
                  {value === undefined ? (
                    paths.ended
                  ) : (
                    <>
                      <b>{formatNumber(value.central)}</b> <small>{formatRange(value)}</small>
                      {labels[at] === undefined ? null : <small className={styles.move}>{labels[at]}</small>}
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
