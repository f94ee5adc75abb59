import { Suspense, useState } from 'react';
import { deciders, isChance, isDecision, isJoint, stateAt } from '../../domain/chart.ts';
import { useProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { changeSettings, useSettings } from '../app/settings.ts';
import type { Walk } from '../app/useWalk.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { ActorShape } from '../parts/ActorShape.tsx';
import { CitedText } from '../parts/CitedText.tsx';
import { useText } from '../text/useText.ts';
import { Later } from './Later.tsx';
import { Firmness } from './laterParts.ts';
import { OptionRow } from './OptionRow.tsx';
import styles from './Options.module.css';

/** Who decides, and every option: open ones with what they would do, closed ones with why they are closed. */
export function Options({ walk, onBasis }: { readonly walk: Walk; readonly onBasis: (subject: BasisSubject) => void }) {
  const { scenario } = useParley();
  const text = useText();
  const { preview } = useSettings();
  const placed = stateAt(scenario, walk.state);
  if (placed === undefined || !isDecision(placed.state)) return null;
  const decision = placed.state;
  const who = deciders(decision).map((id) => scenario.actors[id]);
  const open = walk.options.filter((option) => option.open).length;
  const noAgreement = walk.options.find(({ move }) => move.key === decision.meta.noAgreement)?.move.meta.label;
  return (
    <section className={styles.options} aria-labelledby="who-decides">
      <div className={styles.who}>
        <h2 id="who-decides">
          {who.map((actor) => (
            <ActorShape key={actor?.name} actor={actor} size={12} />
          ))}{' '}
          {isChance(decision) ? text.walk.chance : text.walk.decides(who.map((actor) => actor?.name ?? ''))}
        </h2>
        <span className={styles.count}>{text.walk.openCount(open, walk.options.length)}</span>
        <label className={styles.preview}>
          <input
            type="checkbox"
            checked={preview}
            onChange={({ target }) => changeSettings({ preview: target.checked })}
          />{' '}
          {text.walk.preview}
        </label>
      </div>
      {isChance(decision) ? <p className={styles.note}>{text.walk.chanceNote}</p> : null}
      {isJoint(decision) && noAgreement !== undefined ? (
        <p className={styles.note}>{text.walk.joint(noAgreement)}</p>
      ) : null}
      <ol>
        {walk.options.map((option, index) => (
          <OptionRow
            key={option.move.id}
            walk={walk}
            option={option}
            number={index + 1}
            preview={preview}
            onBasis={onBasis}
          />
        ))}
      </ol>
      <div className={styles.wouldChange}>
        <h3>{text.walk.wouldChange}</h3>
        <Suspense fallback={null}>
          <WouldChange branch={placed.branchId} state={placed.id} />
        </Suspense>
        <Firm walk={walk} onBasis={onBasis} />
      </div>
    </section>
  );
}

function WouldChange({ branch, state }: { readonly branch: string; readonly state: string }) {
  const wouldChange = useProse(branch)[`${state}.wouldChange`];
  return wouldChange === undefined ? null : (
    <p>
      <CitedText>{wouldChange}</CitedText>
    </p>
  );
}

/** How firm the numbers of this decision are, computed when somebody asks. */
function Firm({ walk, onBasis }: { readonly walk: Walk; readonly onBasis: (subject: BasisSubject) => void }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
      <summary>{text.walk.firm}</summary>
      {asked ? (
        <Later>
          <Firmness walk={walk} onBasis={onBasis} />
        </Later>
      ) : null}
    </details>
  );
}
