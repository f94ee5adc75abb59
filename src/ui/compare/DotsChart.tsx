import { useMemo } from 'react';
import {
  ComposedChart,
  DefaultZIndexes,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { FigureComparison } from '../../analysis/compare.ts';
import { useParley } from '../app/parley.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { textMeasure } from '../charts/plotFrame.ts';
import { type PlotTheme, usePlotTheme } from '../charts/plotTheme.ts';
import { formatNumber } from '../text/format.ts';
import styles from './charts.module.css';
import { type DotRow, dotReach, dotRows, dotsFinding } from './dotRows.ts';
import type { Letters } from './findings.ts';
import { comparisonTable } from './tableRows.ts';
import { useWords } from './words.ts';

/** Height of a row, in text sizes: a line for the name and one for the dot. */
const ROW = 3.2;
/** Room for the scale below the rows and above them, in text sizes. */
const BELOW = 2;
const ABOVE = 0.4;

/** The largest differences of a pair as dots with their ranges around a zero line. */
export function DotsChart({
  rows,
  letters,
  all,
}: {
  readonly rows: readonly FigureComparison[];
  readonly letters: Letters;
  /** Letters of all lines, for the table that leaves the page. */
  readonly all: readonly string[];
}) {
  const { scenario } = useParley();
  const words = useWords();
  const theme = usePlotTheme();
  const { rows: dots, others } = useMemo(() => dotRows(scenario, words, rows), [scenario, words, rows]);
  const finding = dotsFinding(words, letters, dots);
  const title = words.dots.title(letters.first, letters.second);
  const height = (dots.length * ROW + BELOW + ABOVE) * theme.text;
  return (
    <ChartFigure
      name="compare-differences"
      finding={finding}
      rule={words.dots.rule(letters.first, letters.second)}
      table={<DotsTable rows={dots} letters={letters} />}
      rows={() => comparisonTable(scenario, words, rows, all, letters)}
    >
      {dots.length === 0 ? null : (
        <div className={styles.dots} style={{ height }}>
          <DotsPlot
            rows={dots}
            title={title}
            description={words.dots.description(
              title,
              dots.map(({ label, value }) => words.dots.row(label, value)),
            )}
            theme={theme}
          />
        </div>
      )}
      {others === 0 ? null : <p className={styles.rule}>{words.dots.others(others)}</p>}
    </ChartFigure>
  );
}

function DotsPlot({
  rows,
  title,
  description,
  theme,
}: {
  readonly rows: readonly DotRow[];
  readonly title: string;
  readonly description: string;
  readonly theme: PlotTheme;
}) {
  const { dots } = useWords();
  const reach = dotReach(rows);
  const data = rows.map((row, index) => ({ ...row, index }));
  return (
    <ComposedChart
      data={data}
      layout="vertical"
      responsive
      style={{ width: '100%', height: '100%' }}
      margin={{ top: ABOVE * theme.text, right: 1.6 * theme.text, bottom: 0, left: 1.6 * theme.text }}
      accessibilityLayer={false}
      role="img"
      title={title}
      desc={description}
    >
      <XAxis
        type="number"
        dataKey="at"
        domain={[-reach, reach]}
        ticks={[-reach, 0, reach]}
        interval={0}
        height={BELOW * theme.text}
        tick={{ fill: theme.axis, fontSize: theme.text }}
        tickFormatter={(share: number) => dots.axis(formatNumber(100 * share))}
        tickLine={false}
        tickMargin={theme.text / 3}
        axisLine={{ stroke: theme.grid }}
      />
      <YAxis type="number" dataKey="index" domain={[0, rows.length]} hide />
      <ReferenceLine x={0} stroke={theme.ink} strokeWidth={1} />
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <Dots rows={rows} theme={theme} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** The rows: name and number on one line, dot and range on the next. */
function Dots({ rows, theme }: { readonly rows: readonly DotRow[]; readonly theme: PlotTheme }) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const { text } = theme;
  const widthOf = useMemo(() => textMeasure(text, 600), [text]);
  if (area === undefined || x === undefined) return null;
  const left = area.x - 1.6 * text;
  const right = area.x + area.width + 1.6 * text;
  return rows.map(({ id, label, value, at, range, open }, index) => {
    const top = area.y + index * ROW * text;
    const middle = top + 2.2 * text;
    const [low = 0, centre = 0, high = 0] = [range.low, at, range.high].map((share) => x(share) ?? 0);
    return (
      <g key={id}>
        {index === 0 ? null : <line x1={left} x2={right} y1={top} y2={top} stroke={theme.grid} strokeWidth={1} />}
        <Name label={label} x={left} y={top + text} room={right - left - widthOf(value) - text} theme={theme} />
        <rect
          x={Math.min(right, left + Math.max(0, right - left - widthOf(value)) - text / 3)}
          y={top + text / 4}
          width={widthOf(value) + text / 3}
          height={1.4 * text}
          fill={theme.ground}
        />
        <text x={right} y={top + text} fill={theme.ink} fontSize={text} textAnchor="end" dominantBaseline="central">
          {value}
        </text>
        <line
          x1={low}
          x2={high}
          y1={middle}
          y2={middle}
          stroke={theme.axis}
          strokeWidth={text / 3}
          strokeOpacity={0.4}
        />
        <circle
          cx={centre}
          cy={middle}
          r={0.42 * text}
          fill={open ? theme.ground : theme.ink}
          stroke={theme.ink}
          strokeWidth={1.5}
        />
      </g>
    );
  });
}

/** A figure's name, shortened where its number needs the room; whole for those who point at it. */
function Name({
  label,
  x,
  y,
  room,
  theme,
}: {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly theme: PlotTheme;
}) {
  const widthOf = textMeasure(theme.text, 600);
  let shown = label;
  while (shown.length > 1 && widthOf(shown === label ? shown : `${shown}…`) > room)
    shown = shown.slice(0, -1).trimEnd();
  const words = shown === label ? label : `${shown}…`;
  return (
    <>
      <rect
        x={x}
        y={y - 0.75 * theme.text}
        width={widthOf(words) + theme.text / 3}
        height={1.4 * theme.text}
        fill={theme.ground}
      />
      <text x={x} y={y} fill={theme.ink} fontSize={theme.text} fontWeight={600} dominantBaseline="central">
        <title>{label}</title>
        {words}
      </text>
    </>
  );
}

/** The same rows as a table. */
function DotsTable({ rows, letters }: { readonly rows: readonly DotRow[]; readonly letters: Letters }) {
  const { table, dots } = useWords();
  const [caption, change] = [
    dots.title(letters.first, letters.second),
    table.difference(letters.first, letters.second),
  ];
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.figure}</th>
          <th scope="col">{change}</th>
          <th scope="col">{dots.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, value, at }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{formatNumber(100 * at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
