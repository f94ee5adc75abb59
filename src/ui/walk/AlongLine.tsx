import { lazy, memo, Suspense, useMemo } from 'react';
import type { Line } from '../../domain/identifier.ts';
import { mainLine, type Study } from '../../domain/study.ts';
import { useAfterPaint } from '../app/useAfterPaint.ts';
import type { Walk } from '../app/useWalk.ts';
import { Boundary } from '../parts/Failure.tsx';
import { useText } from '../text/useText.ts';
import styles from './AlongLine.module.css';

const AlongLineChart = lazy(async () => ({ default: (await import('./AlongLineChart.tsx')).AlongLineChart }));

/** What the chart shows until the rest of the page stands: the opening. */
const NOWHERE: { readonly line: Line; readonly at: number } = { line: [], at: 0 };

/** Leverage at every step of the line that the reader stands in, past steps and those already played ahead. */
export const AlongLine = memo(function AlongLine({ walk, lines }: { readonly walk: Walk; readonly lines: Study }) {
  const text = useText();
  const whole = useMemo(() => ({ line: mainLine(lines, walk.line), at: walk.line.length }), [lines, walk.line]);
  const shown = useAfterPaint(whole, NOWHERE);
  return (
    <section className={styles.along} aria-labelledby="along-line">
      <h2 id="along-line" className="eyebrow">
        {text.leverage.along}
      </h2>
      <Boundary fallback={<p>{text.failed.title}</p>}>
        <Suspense fallback={<div className={styles.placeholder} />}>
          <AlongLineChart line={shown.line} at={shown.at} />
        </Suspense>
      </Boundary>
    </section>
  );
});
