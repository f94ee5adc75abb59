import type { StepFinding } from '../../analysis/lineFindings.ts';
import { principals } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import type { MoveId } from '../../domain/identifier.ts';
import { quantityAt } from '../../domain/indicators.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { ActorShape } from '../parts/ActorShape.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { formatChange, formatChangeRange } from '../text/format.ts';
import { changeSentence, unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { CompareOffer } from './CompareOffer.tsx';
import type { ExplainScope } from './explain/explainScope.ts';
import { GoAhead } from './GoAhead.tsx';
import styles from './LastStep.module.css';

/** Indicators named without asking; the rest stand in the sheet. */
const NAMED = 3;

/** The step just taken, and what it did. */
interface Taken {
  readonly move: MoveId;
  readonly finding: StepFinding;
  readonly onBasis: (subject: BasisSubject) => void;
  readonly onExplain: (scope: ExplainScope) => void;
}

/**
 * What the step just taken did: why leverage moved, and what else did. Spoken when it changes; the place that speaks stands there
 * before the first step, because a reader hears what changes in a place, not a place that appears.
 */
export function LastStep({
  walk,
  finding,
  onBasis,
  onExplain,
}: {
  readonly walk: Walk;
  readonly finding: StepFinding | undefined;
  readonly onBasis: (subject: BasisSubject) => void;
  readonly onExplain: (scope: ExplainScope) => void;
}) {
  const move = walk.line.at(-1);
  const taken = move === undefined || finding === undefined ? undefined : { move, finding, onBasis, onExplain };
  return (
    <section
      className={taken === undefined ? undefined : styles.last}
      aria-labelledby={taken === undefined ? undefined : 'last-step'}
    >
      {taken === undefined ? null : <Head {...taken} ended={walk.ended} />}
      <div role="status">{taken === undefined ? null : <Changes {...taken} />}</div>
      {taken === undefined ? null : <Moved {...taken} />}
    </section>
  );
}

function Head({ move, onBasis, onExplain, ended }: Taken & { readonly ended: boolean }) {
  const { scenario, study } = useParley();
  const text = useText();
  return (
    <div className={styles.head}>
      <h2 id="last-step">
        <span className="eyebrow">{text.walk.changed}</span> {labelOf(scenario, move)}
      </h2>
      <div className={styles.buttons}>
        {ended ? null : (
          <button type="button" className="button primary" onClick={() => study.send({ type: 'study.back' })}>
            {text.walk.rewind} <KeyHint>←</KeyHint>
          </button>
        )}
        <GoAhead />
        <CompareOffer />
        <button type="button" className="button" onClick={() => onBasis({ kind: 'move', move })}>
          {text.walk.why}
        </button>
        <button type="button" className="button" onClick={() => onExplain('step')}>
          {text.walk.whyDrivers}
        </button>
      </div>
    </div>
  );
}

function Changes({ finding }: Taken) {
  const { scenario } = useParley();
  const text = useText();
  return (
    <ul className={styles.changes}>
      {principals(scenario).map((actor) => {
        const change = finding.leverage[actor]?.change;
        return change === undefined ? null : (
          <li key={actor}>
            <ActorShape actor={scenario.actors[actor]} /> {changeSentence(scenario, text, change)}{' '}
            <span className={styles.range}>({formatChangeRange(change.range)})</span>
          </li>
        );
      })}
    </ul>
  );
}

function Moved({ move, finding, onBasis }: Taken) {
  const { scenario } = useParley();
  const text = useText();
  const rest = finding.moved.length - NAMED;
  return (
    <p className={styles.moved}>
      <b>{finding.moved.length === 0 ? text.walk.nothingMoved : text.walk.moved}</b>
      {finding.moved.slice(0, NAMED).map(({ address, central, range }) => {
        const { label, unit } = quantityAt(scenario, address);
        return (
          <button key={address} type="button" onClick={() => onBasis({ kind: 'quantity', address })}>
            {label} {formatChange(central)}{' '}
            <span className={styles.range}>
              ({formatChangeRange(range)}
              {unitSuffix(unit)}
              {finding.beyond.includes(address) ? `, ${text.leverage.beyond}` : ''})
            </span>
          </button>
        );
      })}
      {rest > 0 ? (
        <button type="button" onClick={() => onBasis({ kind: 'move', move })}>
          +{rest}
          <span className="visually-hidden"> {text.walk.why}</span>
        </button>
      ) : null}
    </p>
  );
}
