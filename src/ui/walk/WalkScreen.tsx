import { memo, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { TABLE } from '../../domain/chart.ts';
import type { Study } from '../../domain/study.ts';
import { usePreparedProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useWalk, type Walk } from '../app/useWalk.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { Boundary } from '../parts/Failure.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { AlongLine } from './AlongLine.tsx';
import { Dropped } from './Dropped.tsx';
import { EndView } from './EndView.tsx';
import type { ExplainScope } from './explain/explainScope.ts';
import { GoAhead } from './GoAhead.tsx';
import { LastStep } from './LastStep.tsx';
import { Later } from './Later.tsx';
import { LeveragePanel } from './LeveragePanel.tsx';
import { BasisSheet, Explained, prepareParts } from './laterParts.ts';
import { MoveList } from './MoveList.tsx';
import { Options } from './Options.tsx';
import { Shocks } from './Shocks.tsx';
import { Situation } from './Situation.tsx';
import { StepRemarks } from './StepRemarks.tsx';
import { TableCards } from './TableCards.tsx';
import { useFindings } from './useFindings.ts';
import { useStepKeys } from './useStepKeys.ts';
import styles from './WalkScreen.module.css';

/** Walk: one line, step by step. The situation and its options in the middle, the line on one side, leverage on the other. */
export function WalkScreen() {
  const walk = useWalk();
  const { study: lines } = useStudyState();
  // Keys act on where the reader is, even while the page is still a step behind.
  useStepKeys(walk);
  const { study } = useParley();
  const present = useMemo(() => ({ walk, lines, study }), [walk, lines, study]);
  const behind = useDeferredValue(present);
  // Another study is shown at once: its name over the lines of the one before would be false.
  const shown = behind.study === study ? behind : present;
  return <Step walk={shown.walk} lines={shown.lines} />;
}

/** One step as it is shown. Rendered in pieces, and swapped for the step before it when all of it is ready: a step never holds the page up. */
const Step = memo(function Step({ walk, lines }: { readonly walk: Walk; readonly lines: Study }) {
  const { scenario } = useParley();
  const text = useText();
  const now = useFindings(walk).at(-1);
  const [basis, setBasis] = useState<BasisSubject>();
  const [explained, setExplained] = useState<ExplainScope>();
  const heading = useRef<HTMLHeadingElement>(null);
  const shownLine = useRef(walk.line);
  usePreparedProse(useMemo(() => Object.keys(scenario.branches), [scenario]));
  useEffect(() => {
    prepareParts();
  }, []);
  useEffect(() => {
    if (shownLine.current === walk.line) return;
    shownLine.current = walk.line;
    // With the next picture, for which the page is laid out anyway.
    const frame = requestAnimationFrame(() => {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    });
    return () => cancelAnimationFrame(frame);
  }, [walk.line]);
  return (
    <div className={styles.frame}>
      <div className={styles.grid}>
        <main className={styles.middle} id="main" tabIndex={-1}>
          <Dropped />
          <LastStep walk={walk} finding={now} onBasis={setBasis} onExplain={setExplained} />
          {walk.ended ? (
            <EndView walk={walk} heading={heading} onBasis={setBasis} />
          ) : (
            <>
              <Situation walk={walk} heading={heading} />
              {walk.line.length === 0 ? <GoAhead /> : null}
              {walk.state === TABLE ? <TableCards walk={walk} /> : <Options walk={walk} onBasis={setBasis} />}
              {walk.state === TABLE ? <p className={styles.contentNote}>{text.contentNote}</p> : null}
              <Shocks walk={walk} />
            </>
          )}
          <p className={styles.stamp}>
            {text.basis.standing(scenario.author.name, formatDay(scenario.readingDate), scenario.version)}
          </p>
        </main>
        <aside className={styles.left} aria-label={text.walk.yourLine}>
          <MoveList walk={walk} lines={lines} />
          <StepRemarks walk={walk} />
        </aside>
        <aside className={styles.right} aria-label={text.leverage.now}>
          {now === undefined ? null : <LeveragePanel finding={now} onBasis={setBasis} onExplain={setExplained} />}
          <AlongLine walk={walk} lines={lines} />
        </aside>
        {explained === undefined ? null : (
          <Sheet title={text.walk.explained} onClose={() => setExplained(undefined)}>
            <Later>
              <Explained walk={walk} scope={explained} onScope={setExplained} onBasis={setBasis} />
            </Later>
          </Sheet>
        )}
        {basis === undefined ? null : (
          <Boundary
            fallback={
              <Sheet title={text.failed.title} onClose={() => setBasis(undefined)}>
                <p role="alert">{text.walk.notLoaded}</p>
              </Sheet>
            }
          >
            <Suspense>
              <BasisSheet subject={basis} place={walk} onClose={() => setBasis(undefined)} />
            </Suspense>
          </Boundary>
        )}
      </div>
    </div>
  );
});
