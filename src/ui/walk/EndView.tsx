import { type RefObject, Suspense } from 'react';
import { isEnd, stateAt } from '../../domain/chart.ts';
import { formatAddress } from '../app/address.ts';
import { useProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { CitedText } from '../parts/CitedText.tsx';
import { FactChips } from '../parts/FactChip.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';
import styles from './EndView.module.css';
import { Later } from './Later.tsx';
import { EndNumbers } from './laterParts.ts';
import { Place, Told } from './Situation.tsx';

/** An end, described neutrally, with each side's account, and then in numbers. Ends are not ranked. */
export function EndView({
  walk,
  heading,
  onBasis,
}: {
  readonly walk: Walk;
  readonly onBasis: (subject: BasisSubject) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { scenario, study, stamp } = useParley();
  const text = useText();
  const placed = stateAt(scenario, walk.state);
  if (placed === undefined || !isEnd(placed.state)) return null;
  const { label, agreement, facts } = placed.state.meta;
  return (
    <section className={styles.end}>
      <Place state={walk.state} step={walk.line.length} />
      <h1 ref={heading} tabIndex={-1}>
        {label}
      </h1>
      <p className={styles.agreement}>
        {text.walk.endEyebrow} · {agreement ? text.walk.agreement : text.walk.noAgreement}
      </p>
      <Suspense fallback={<p className={styles.prose}>{text.loading}</p>}>
        <EndProse branch={placed.branchId} state={placed.id} lawFacts={placed.state.meta.law?.facts} />
        <Told branch={placed.branchId} state={placed.id} />
      </Suspense>
      <p>
        <span className="eyebrow">{text.walk.facts}</span>
        <FactChips ids={facts} />
      </p>
      <h2>{text.walk.endNext}</h2>
      <div className={styles.buttons}>
        <button type="button" className="button primary" onClick={() => study.send({ type: 'study.back' })}>
          {text.walk.tryAnother} <KeyHint>←</KeyHint>
        </button>
        <button type="button" className="button" onClick={() => study.send({ type: 'study.first' })}>
          {text.walk.fromStart} <KeyHint>Home</KeyHint>
        </button>
        <a className="button" href={`#${formatAddress({ screen: 'compare', lines: [walk.line] }, stamp)}`}>
          {text.walk.compare}
        </a>
      </div>
      <Later>
        <EndNumbers walk={walk} onBasis={onBasis} />
      </Later>
    </section>
  );
}

function EndProse({
  branch,
  state,
  lawFacts,
}: {
  readonly branch: string;
  readonly state: string;
  readonly lawFacts: readonly string[] | undefined;
}) {
  const text = useText();
  const prose = useProse(branch);
  const law = prose[`${state}.law`];
  return (
    <>
      <p className={styles.prose}>
        <CitedText>{prose[`${state}.describes`] ?? ''}</CitedText>
      </p>
      {law === undefined ? null : (
        <p className={styles.law}>
          <b>{text.walk.law}.</b> <CitedText>{law}</CitedText>
          <FactChips ids={lawFacts} />
        </p>
      )}
    </>
  );
}
