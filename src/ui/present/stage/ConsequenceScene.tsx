import type { ReactNode } from 'react';
import { isEnd, labelOf, stateAt } from '../../../domain/chart.ts';
import type { Scene, ShownDecision } from '../../../workshop/projectorView.ts';
import { readLine } from '../../app/lineReading.ts';
import { useProse } from '../../app/loaded.ts';
import { useParley } from '../../app/parley.ts';
import { useLastFinding } from '../useLineFindings.ts';
import { withoutMarks } from '../withoutMarks.ts';
import { useStageWords } from '../words.ts';
import { Eyebrow } from './Eyebrow.tsx';
import { LongText } from './LongText.tsx';
import { type NamedPlace, namedPlace } from './place.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';
import { WhatMoved } from './WhatMoved.tsx';

/** A decision that was taken: how it came about, what it moved, and, where the talks ended, at which end. */
export function ConsequenceScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'consequence' }>;
  readonly clock: ReactNode;
}) {
  const parley = useParley();
  const words = useStageWords().consequence;
  const { decision } = scene;
  const line = [...decision.line, decision.move];
  const finding = useLastFinding(line);
  const after = namedPlace(parley, scene.line);
  // An end is told in full: what else moved stands on the console and in Walk.
  const ended = readLine(parley, scene.line).ended;
  return (
    <>
      <SceneHead
        eyebrow={<Eyebrow round={scene.round} place={namedPlace(parley, decision.line)} also={words.by[decision.by]} />}
        title={labelOf(parley.scenario, decision.move)}
        clock={clock}
      />
      <div className={styles.body}>
        <Foreseen decision={decision} />
        {decision.reason === undefined ? null : <p className={styles.quiet}>{words.reason(decision.reason)}</p>}
        {finding === undefined ? null : <WhatMoved finding={finding} leverageAlone={ended} />}
        {after === undefined ? null : <EndOfTalks place={after} />}
      </div>
    </>
  );
}

/** Who had said beforehand that this would be played. */
function Foreseen({ decision: { votes, move } }: { readonly decision: ShownDecision }) {
  const words = useStageWords().consequence;
  const asked = votes.findLast(({ tally }) => (tally?.predictions ?? 0) > 0)?.tally;
  const right = asked?.rows.find((row) => row.move === move)?.predicted;
  if (asked?.predictions === undefined || right === undefined) return null;
  return <p className={styles.strong}>{words.predicted(right, asked.predictions)}</p>;
}

/** At which end the talks stopped, described neutrally. */
function EndOfTalks({ place }: { readonly place: NamedPlace }) {
  const { scenario } = useParley();
  const words = useStageWords().consequence;
  const state = stateAt(scenario, place.state)?.state;
  if (state === undefined || !isEnd(state)) return null;
  return (
    <div>
      <p className={styles.strong}>
        {words.end}: {state.meta.label} · {state.meta.agreement ? words.agreement : words.noAgreement}
      </p>
      <LongText>
        <Description place={place} />
      </LongText>
    </div>
  );
}

function Description({ place }: { readonly place: NamedPlace }) {
  const prose = useProse(place.branch);
  return <p className={styles.end}>{withoutMarks(prose[`${place.state}.describes`] ?? '')}</p>;
}
