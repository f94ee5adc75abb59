import { useMemo } from 'react';
import { useText } from '../text/useText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './charts.module.css';
import { LeveragePlot } from './LeveragePlot.tsx';
import { LeverageTable } from './LeverageTable.tsx';
import { type ChartActor, type LeverageRow, leverageTable } from './leverageRows.ts';
import { plotFrame, textMeasure } from './plotFrame.ts';
import { usePlotTheme } from './plotTheme.ts';
import { StepButtons } from './StepButtons.tsx';
import { description, findingSentence } from './words.ts';

/**
 * Leverage along a line: the finding in a sentence, the picture with a button on every step, and the table. The sentence is about
 * the first two actors at the current step. `title` names the picture for those who do not see it.
 */
export function LeverageChart({
  rows,
  actors,
  current,
  onPick,
  title,
  name,
  rule,
}: {
  readonly rows: readonly LeverageRow[];
  readonly actors: readonly ChartActor[];
  readonly current: number;
  readonly onPick: (step: number) => void;
  readonly title: string;
  /** What files are called, in kebab-case. */
  readonly name: string;
  /** How to read it. */
  readonly rule: string;
}) {
  const { charts } = useText();
  const theme = usePlotTheme();
  const frame = useMemo(() => plotFrame(actors, theme.text, textMeasure(theme.text, 600)), [actors, theme]);
  if (rows.length === 0) return <p className={styles.empty}>{charts.empty}</p>;
  return (
    <ChartFigure
      name={name}
      finding={findingSentence(charts, rows, actors, current)}
      rule={rule}
      table={<LeverageTable rows={rows} actors={actors} current={current} title={title} />}
      rows={() => leverageTable(charts, rows, actors)}
      level={3}
      compact
    >
      <div className={styles.plot}>
        <LeveragePlot
          rows={rows}
          actors={actors}
          current={current}
          title={title}
          description={description(charts, rows, actors, current)}
          frame={frame}
          theme={theme}
        />
        <StepButtons rows={rows} actors={actors} current={current} onPick={onPick} frame={frame} />
      </div>
    </ChartFigure>
  );
}
