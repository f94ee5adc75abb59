import { useRef } from 'react';
import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { useExplainWords } from '../text/explainWords.ts';
import { formatNumber } from '../text/format.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { caseDots } from './caseDots.ts';
import styles from './charts.module.css';
import { usePlotTheme } from './plotTheme.ts';
import { useWidth } from './useWidth.ts';

/** Points that a column of dots spans. */
const COLUMN = 5;
const SCALE = [0, 20, 40, 60, 80, 100];

/** Twenty cases of one judgement from 0 to 100, as dots to be counted. */
export function CasesChart({
  name,
  cases,
  finding,
  rule,
}: {
  readonly name: string;
  readonly cases: readonly number[];
  readonly finding: string;
  readonly rule: string;
}) {
  const { end: words } = useExplainWords();
  const theme = usePlotTheme();
  const plot = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(plot), 36 * theme.text);
  const dots = caseDots(cases, COLUMN);
  const margin = theme.text;
  const radius = Math.max(1, Math.min(0.6 * theme.text, (0.45 * (width - 2 * margin) * COLUMN) / 100));
  const tallest = Math.max(...dots.map(({ height }) => height));
  const height = Math.ceil(tallest * 2.2 * radius + 3 * theme.text);
  return (
    <ChartFigure
      name={name}
      finding={finding}
      rule={rule}
      level={3}
      table={
        <table>
          <caption className="visually-hidden">{finding}</caption>
          <thead>
            <tr>
              <th scope="col">{words.casesColumns.case}</th>
              <th scope="col">{words.casesColumns.value}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a case is its place in the order.
              <tr key={index}>
                <th scope="row">{formatNumber(index + 1)}</th>
                <td>{formatNumber(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      rows={() => ({
        columns: [words.casesColumns.case, words.casesColumns.value],
        rows: cases.map((value, index) => [index + 1, value]),
      })}
    >
      <div ref={plot} className={styles.rowPlot} style={{ minHeight: height }}>
        {width === 0 ? null : (
          <ScatterChart
            width={width}
            height={height}
            margin={{ top: 0, right: margin, bottom: 0, left: margin }}
            accessibilityLayer={false}
            role="img"
            title={finding}
            desc={cases.map((value) => formatNumber(value)).join(', ')}
          >
            <XAxis
              type="number"
              dataKey="column"
              domain={[0, 100]}
              ticks={SCALE}
              interval={0}
              height={2 * theme.text}
              tick={{ fill: theme.axis, fontSize: theme.text }}
              tickLine={{ stroke: theme.axis }}
              axisLine={{ stroke: theme.axis }}
            />
            <YAxis type="number" dataKey="height" domain={[0.5, tallest + 0.5]} hide />
            <Scatter
              data={[...dots]}
              isAnimationActive={false}
              shape={({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) => (
                <circle cx={cx} cy={cy} r={radius} fill={theme.axis} />
              )}
            />
          </ScatterChart>
        )}
      </div>
    </ChartFigure>
  );
}
