import { type RefObject, Suspense } from 'react';
import { instruments } from '../../../machines/instrument.ts';
import { isDecision, stageTags, stateAt, TABLE } from '../../domain/chart.ts';
import { useProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { CitedText } from '../parts/CitedText.tsx';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './Situation.module.css';

type Heading = RefObject<HTMLHeadingElement | null>;

/** Where the line stands: branch, stage, the question, and what is known. */
export function Situation({ walk, heading }: { readonly walk: Walk; readonly heading: Heading }) {
  const { scenario } = useParley();
  const text = useText();
  if (walk.state === TABLE) {
    const { ask, context } = scenario.table.meta;
    return (
      <section className={styles.situation}>
        <p className="eyebrow">{text.stamp(formatDay(scenario.readingDate))}</p>
        <h1 ref={heading} tabIndex={-1}>
          {ask}
        </h1>
        {context === undefined ? null : (
          <p className={styles.prose}>
            <CitedText>{context}</CitedText>
          </p>
        )}
        <p className={styles.lead}>{text.walk.whatItIs}</p>
      </section>
    );
  }
  const placed = stateAt(scenario, walk.state);
  if (placed === undefined || !isDecision(placed.state)) return null;
  return (
    <section className={styles.situation}>
      <Place state={walk.state} step={walk.line.length} />
      <h1 ref={heading} tabIndex={-1}>
        {placed.state.meta.ask}
      </h1>
      <Suspense fallback={<p className={styles.waiting}>{text.loading}</p>}>
        <Context branch={placed.branchId} state={placed.id} />
        <Told branch={placed.branchId} state={placed.id} />
      </Suspense>
    </section>
  );
}

/** “Ceasefire · Reply · Step 1”, with the stage's meaning at hand. */
export function Place({ state, step }: { readonly state: string; readonly step: number }) {
  const { scenario } = useParley();
  const text = useText();
  const placed = stateAt(scenario, state);
  if (placed === undefined) return null;
  const instrument = instruments.get(placed.branch.meta.instrument ?? '');
  const stage = instrument?.stages.get(stageTags(placed.state)[0] ?? '');
  const branch = scenario.table.on[placed.branchId]?.meta.label ?? placed.branchId;
  return (
    <div className={`eyebrow ${styles.place}`}>
      <span>{branch}</span>
      {stage === undefined ? null : (
        <>
          <span aria-hidden="true">·</span>
          <details className={styles.stage}>
            <summary>{text.walk.stage(stage.label)}</summary>
            <span>{stage.means}</span>
          </details>
        </>
      )}
      <span aria-hidden="true">·</span>
      <span>{text.walk.step(step)}</span>
    </div>
  );
}

function Context({ branch, state }: { readonly branch: string; readonly state: string }) {
  const context = useProse(branch)[`${state}.context`];
  return context === undefined ? null : (
    <p className={styles.prose}>
      <CitedText>{context}</CitedText>
    </p>
  );
}

/** Each side's account, in the third person, with the same room for each. */
export function Told({ branch, state }: { readonly branch: string; readonly state: string }) {
  const { scenario } = useParley();
  const text = useText();
  const prose = useProse(branch);
  const accounts = Object.entries(scenario.actors).flatMap(([id, actor]) => {
    const account = prose[`${state}.told.${id}`];
    return account === undefined ? [] : [{ id, actor, account }];
  });
  if (accounts.length === 0) return null;
  return (
    <ul className={styles.told} aria-label={text.walk.told}>
      {accounts.map(({ id, actor, account }) => (
        <li key={id}>
          <h2>
            <ActorShape actor={actor} /> {actor.name}
          </h2>
          <p>
            <CitedText>{account}</CitedText>
          </p>
        </li>
      ))}
    </ul>
  );
}
