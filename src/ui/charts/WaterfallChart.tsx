import { useMemo, useRef } from 'react';
import { groupedBelow, type Waterfall } from '../../analysis/waterfall.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { useExplainWords } from '../text/explainWords.ts';
import { formatChange, formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './charts.module.css';
import type { ChartActor } from './leverageRows.ts';
import { textMeasure } from './plotFrame.ts';
import { usePlotTheme } from './plotTheme.ts';
import { RowButtons } from './RowButtons.tsx';
import { RowPlot } from './RowPlot.tsx';
import { rowFrame } from './rowFrame.ts';
import { useWidth } from './useWidth.ts';
import { WaterfallMarks } from './WaterfallMarks.tsx';
import { type WaterfallRow, waterfallRows, waterfallTicks } from './waterfallRows.ts';
import {
  type WaterfallPick,
  type WaterfallScope,
  waterfallLabels,
  waterfallPick,
  waterfallSentence,
  waterfallValue,
} from './waterfallWords.ts';

/** Steps that move less than this are drawn together; the table names each. */
const NAMED_FROM = 1;

/** How an actor's leverage came about: driver by driver over a step, or step by step along a line. */
export function WaterfallChart({
  scenario,
  waterfall,
  actor,
  scope,
  onPick,
  level = 3,
}: {
  readonly scenario: Scenario;
  readonly waterfall: Waterfall;
  readonly actor: ChartActor;
  readonly scope: WaterfallScope;
  /** Opens where a row's number comes from. */
  readonly onPick: (pick: WaterfallPick) => void;
  readonly level?: 2 | 3;
}) {
  const text = useText();
  const { waterfall: words } = useExplainWords();
  const theme = usePlotTheme();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const language = { scenario, text, words };
  const labels = waterfallLabels(language, scope);
  const finding = waterfallSentence(language, waterfall, scope);
  const all = waterfallRows(waterfall, labels);
  const rows = waterfallRows(groupedBelow(waterfall, NAMED_FROM), labels);
  const texts = rows.map((row) => ({ id: row.id, label: row.label, value: waterfallValue(row) }));
  const measure = useMemo(() => textMeasure(theme.text, 600), [theme]);
  const frame = rowFrame(texts, width, theme.text, measure, true);
  const says = (row: WaterfallRow) => {
    const [value, range] =
      row.kind === 'part'
        ? [formatChange(row.value.central), formatChangeRange(row.value)]
        : [formatNumber(row.value.central), formatRange(row.value)];
    return words.says(row.label, value, range);
  };
  const pick = (id: string) => {
    const row = rows.find((each) => each.id === id);
    const found = row === undefined ? undefined : waterfallPick(waterfall.actor, row);
    if (found !== undefined) onPick(found);
  };
  return (
    <ChartFigure
      name={`leverage-${scope.kind}-${waterfall.actor.toLowerCase()}`}
      finding={finding}
      rule={words.rule}
      level={level}
      legend={[
        { label: words.raises, mark: 'band', colour: theme.actor(actor.colour) },
        { label: words.lowers, mark: 'openBand', colour: theme.actor(actor.colour) },
      ]}
      table={<WaterfallTable rows={all} caption={finding} />}
      rows={() => ({
        columns: Object.values(words.columns),
        rows: all.map(({ label, value }) => [label, value.central, value.low, value.high]),
      })}
    >
      <div ref={plot} className={styles.rowPlot} style={{ height: frame.height }}>
        {width === 0 ? null : (
          <>
            <RowPlot
              rows={texts}
              frame={frame}
              theme={theme}
              ticks={waterfallTicks(rows)}
              hasScale
              title={finding}
              description={rows.map(says).join('. ')}
            >
              <WaterfallMarks rows={rows} actor={actor} frame={frame} theme={theme} />
            </RowPlot>
            <RowButtons
              rows={rows
                .filter(({ subject }) => subject?.kind !== 'others')
                .map((row) => ({ id: row.id, at: rows.indexOf(row), says: says(row) }))}
              frame={frame}
              label={words.rows}
              onPick={pick}
            />
          </>
        )}
      </div>
    </ChartFigure>
  );
}

/** Every step by its name, those too that the picture draws together. */
function WaterfallTable({ rows, caption }: { readonly rows: readonly WaterfallRow[]; readonly caption: string }) {
  const { waterfall: words } = useExplainWords();
  return (
    <table>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.part}</th>
          <th scope="col">{words.columns.change}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td>{waterfallValue(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
