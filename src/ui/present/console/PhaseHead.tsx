import type { RefObject } from 'react';
import type { WorkshopPhase } from '../../../../machines/workshop.ts';
import { labelOf } from '../../../domain/chart.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';
import { placeLabel } from '../../text/sentences.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';

/** Phases within a round. */
export const IN_ROUND: readonly WorkshopPhase[] = [
  'present',
  'discuss',
  'vote',
  'sealed',
  'reveal',
  'consequence',
  'inject',
  'rewound',
];

/** Phases whose heading is the question that the room stands before. */
const ASKS = ['present', 'discuss', 'vote', 'sealed', 'reveal'] as const;

/** Where the room is, in words, and what the facilitator does now. */
export function PhaseHead({
  view,
  heading,
}: {
  readonly view: FacilitatorView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { scenario } = useParley();
  const words = usePresentWords();
  const stage = useStageWords();
  const { phase, negotiation, rounds } = view;
  const asks = ASKS.some((asking) => asking === phase) && negotiation !== undefined;
  const title =
    phase === 'debrief'
      ? Object.values(stage.prompts)[view.prompt]
      : asks
        ? placeLabel(scenario, negotiation.state)
        : phase === 'inject' && view.inject?.shock !== undefined
          ? labelOf(scenario, view.inject.shock)
          : words.phases[phase];
  return (
    <header className={styles.head}>
      <p className="eyebrow">
        {rounds.length > 0 && IN_ROUND.includes(phase) ? `${stage.round(rounds.length)} · ` : ''}
        {words.phases[phase]}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.cue}>{words.cues[phase]}</p>
    </header>
  );
}
