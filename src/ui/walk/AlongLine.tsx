import { lazy, memo, Suspense, useMemo } from 'react';
import { labelOf } from '../../domain/chart.ts';
import type { Line, MoveId } from '../../domain/identifier.ts';
import { mainLine, type Study } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import { useAfterPaint } from '../app/useAfterPaint.ts';
import { findingsAlong, type Walk } from '../app/useWalk.ts';
import { principalsOf } from '../charts/chartActors.ts';
import { toLeverageRows } from '../charts/leverageRows.ts';
import { Boundary } from '../parts/Failure.tsx';
import { useText } from '../text/useText.ts';
import styles from './AlongLine.module.css';

const LeverageChart = lazy(async () => ({ default: (await import('../charts/LeverageChart.tsx')).LeverageChart }));

/** What the chart shows until the rest of the page stands: the opening. */
const NOWHERE: { readonly line: Line; readonly at: number } = { line: [], at: 0 };

/** Leverage at every step of the line that the reader stands in, past steps and those already played ahead. */
export const AlongLine = memo(function AlongLine({ walk, lines }: { readonly walk: Walk; readonly lines: Study }) {
  const parley = useParley();
  const { scenario, read, study } = parley;
  const text = useText();
  const whole = useMemo(() => ({ line: mainLine(lines, walk.line), at: walk.line.length }), [lines, walk.line]);
  const shown = useAfterPaint(whole, NOWHERE);
  const rows = useMemo(() => {
    const snapshots = [[], ...shown.line.map((_, index) => shown.line.slice(0, index + 1))].map(read);
    const positions = snapshots.flatMap((snapshot) => (snapshot === undefined ? [] : [snapshot.context]));
    const line = shown.line.slice(0, positions.length - 1);
    const label = (move: MoveId | undefined) => (move === undefined ? text.walk.start : labelOf(scenario, move));
    return toLeverageRows(findingsAlong(parley, line, positions), label);
  }, [parley, scenario, read, shown, text]);
  return (
    <section className={styles.along} aria-labelledby="along-line">
      <h2 id="along-line" className="eyebrow">
        {text.leverage.along}
      </h2>
      <Boundary fallback={<p>{text.failed.title}</p>}>
        <Suspense fallback={<div className={styles.placeholder} />}>
          <LeverageChart
            name="leverage-along-line"
            title={text.leverage.along}
            rule={text.leverage.alongRule}
            rows={rows}
            actors={principalsOf(scenario)}
            current={shown.at}
            onPick={(step: number) => study.send({ type: 'study.jump', line: shown.line.slice(0, step) })}
          />
        </Suspense>
      </Boundary>
    </section>
  );
});
