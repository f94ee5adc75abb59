import { useMemo, useRef } from 'react';
import { useExplainWords } from '../text/explainWords.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './charts.module.css';
import { textMeasure } from './plotFrame.ts';
import { usePlotTheme } from './plotTheme.ts';
import { RangeMarks } from './RangeMarks.tsx';
import { RowButtons } from './RowButtons.tsx';
import { RowPlot } from './RowPlot.tsx';
import type { RangeRow } from './rangeRows.ts';
import { rowFrame } from './rowFrame.ts';
import { useWidth } from './useWidth.ts';

/** Numbers on scales of their own, each with where it stood at the start, where it stands, and its range. */
export function RangeRowsChart({
  name,
  rows,
  finding,
  rule,
  onPick,
}: {
  readonly name: string;
  readonly rows: readonly RangeRow[];
  readonly finding: string;
  readonly rule: string;
  /** Opens where a row's number comes from. */
  readonly onPick: (id: string) => void;
}) {
  const text = useText();
  const { rangeRows: words } = useExplainWords();
  const theme = usePlotTheme();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const measure = useMemo(() => textMeasure(theme.text, 600), [theme]);
  const written = ({ now, unit }: RangeRow) => `${formatNumber(now.central)}${unitSuffix(unit)} (${formatRange(now)})`;
  const texts = rows.map((row) => ({ id: row.id, label: row.label, value: written(row) }));
  const frame = rowFrame(texts, width, theme.text, measure, false);
  const says = ({ label, start, now, unit, beyond }: RangeRow) =>
    words.says(
      label,
      `${formatNumber(start)}${unitSuffix(unit)}`,
      `${formatNumber(now.central)}${unitSuffix(unit)}`,
      formatRange(now),
      beyond,
    );
  return (
    <ChartFigure
      name={name}
      finding={finding}
      rule={rule}
      level={3}
      legend={[
        { label: words.now, mark: 'tick', colour: theme.ink },
        { label: words.band, mark: 'openBand', colour: theme.actor(4) },
        { label: words.start, mark: 'openCircle', colour: theme.axis },
      ]}
      table={
        <table>
          <caption className="visually-hidden">{finding}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.start}</th>
              <th scope="col">{words.columns.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td>
                  {formatNumber(row.start)}
                  {unitSuffix(row.unit)}
                </td>
                <td>
                  {written(row)}
                  {row.beyond ? `, ${text.leverage.beyond}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      rows={() => ({
        columns: Object.values(words.columns),
        rows: rows.map(({ label, unit, start, now }) => [label, unit, start, now.central, now.low, now.high]),
      })}
    >
      <div ref={plot} className={styles.rowPlot} style={{ height: frame.height }}>
        {width === 0 ? null : (
          <>
            <RowPlot
              rows={texts}
              frame={frame}
              theme={theme}
              ticks={[0, 1]}
              hasScale={false}
              title={finding}
              description={rows.map(says).join('. ')}
            >
              <RangeMarks rows={rows} frame={frame} theme={theme} />
            </RowPlot>
            <RowButtons
              rows={rows.map((row, at) => ({ id: row.id, at, says: says(row) }))}
              frame={frame}
              label={words.rows}
              onPick={onPick}
            />
          </>
        )}
      </div>
    </ChartFigure>
  );
}
