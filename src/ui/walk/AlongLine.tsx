import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { labelOf } from '../../domain/chart.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { mainLine } from '../../domain/study.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { findingsAlong, type Walk } from '../app/useWalk.ts';
import { principalsOf } from '../charts/chartActors.ts';
import { toLeverageRows } from '../charts/leverageRows.ts';
import { Boundary } from '../parts/Failure.tsx';
import { useText } from '../text/useText.ts';
import styles from './AlongLine.module.css';

const LeverageChart = lazy(async () => ({ default: (await import('../charts/LeverageChart.tsx')).LeverageChart }));

/** Leverage at every step of the line that the reader stands in, past steps and those already played ahead. */
export function AlongLine({ walk }: { readonly walk: Walk }) {
  const parley = useParley();
  const { scenario, read, study } = parley;
  const text = useText();
  const { study: lines } = useStudyState();
  const whole = useMemo(() => mainLine(lines, walk.line), [lines, walk.line]);
  const shown = useDeferredValue(whole, []);
  const rows = useMemo(() => {
    const snapshots = [[], ...shown.map((_, index) => shown.slice(0, index + 1))].map(read);
    const positions = snapshots.flatMap((snapshot) => (snapshot === undefined ? [] : [snapshot.context]));
    const line = shown.slice(0, positions.length - 1);
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
            current={walk.line.length}
            onPick={(step: number) => study.send({ type: 'study.jump', line: whole.slice(0, step) })}
          />
        </Suspense>
      </Boundary>
    </section>
  );
}
