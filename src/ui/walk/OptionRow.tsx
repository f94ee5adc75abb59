import { Suspense } from 'react';
import type { Obstacle } from '../../domain/guard.ts';
import { quantityAt } from '../../domain/indicators.ts';
import { useProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import type { Walk, WalkOption } from '../app/useWalk.ts';
import type { BasisSubject } from '../basis/BasisSheet.tsx';
import { CitedText } from '../parts/CitedText.tsx';
import { FactChips } from '../parts/FactChip.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { closedSentence } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { OptionPreview } from './OptionPreview.tsx';
import styles from './Options.module.css';

/** One option: its key, what it is, why somebody would choose it, its law, and what it would do to leverage. */
export function OptionRow({
  walk,
  option,
  number,
  preview,
  onBasis,
}: {
  readonly walk: Walk;
  readonly option: WalkOption;
  readonly number: number;
  readonly preview: boolean;
  readonly onBasis: (subject: BasisSubject) => void;
}) {
  const { scenario, study } = useParley();
  const text = useText();
  const { move, open, obstacles } = option;
  const { label, departs, law } = move.meta;
  const branch = move.from.split('.')[0] ?? '';
  return (
    <li className={open ? styles.option : styles.closed}>
      <KeyHint>{number}</KeyHint>
      <div className={styles.told}>
        <h3>
          {open ? (
            <button type="button" onClick={() => study.send({ type: 'study.play', move: move.id })}>
              {label}
              {departs === undefined ? null : <span className={styles.departs}> {text.walk.departs}</span>}
            </button>
          ) : (
            label
          )}
        </h3>
        {open ? null : (
          <p>
            {closedSentence(scenario, text, obstacles)} <Awaited obstacles={obstacles} onBasis={onBasis} />
          </p>
        )}
        {open ? (
          <Suspense fallback={<p className={styles.waiting}>{text.loading}</p>}>
            <OptionProse branch={branch} move={move.id} departs={departs} lawFacts={law?.facts} />
          </Suspense>
        ) : null}
      </div>
      {open && preview ? (
        <OptionPreview
          walk={walk}
          move={move.id}
          label={label}
          onBasis={() => onBasis({ kind: 'move', move: move.id })}
        />
      ) : null}
    </li>
  );
}

/** The numbers that a closed option waits for, each leading to where it comes from. */
function Awaited({
  obstacles,
  onBasis,
}: {
  readonly obstacles: readonly Obstacle[];
  readonly onBasis: (subject: BasisSubject) => void;
}) {
  const { scenario } = useParley();
  const text = useText();
  const addresses = new Set(obstacles.flatMap((obstacle) => (obstacle.kind === 'indicator' ? [obstacle.address] : [])));
  return [...addresses].map((address) => (
    <button
      key={address}
      type="button"
      className={styles.awaited}
      aria-label={text.basis.title(quantityAt(scenario, address).label)}
      onClick={() => onBasis({ kind: 'quantity', address })}
    >
      {text.basis.whence}
    </button>
  ));
}

function OptionProse({
  branch,
  move,
  departs,
  lawFacts,
}: {
  readonly branch: string;
  readonly move: string;
  readonly departs: string | undefined;
  readonly lawFacts: readonly string[] | undefined;
}) {
  const text = useText();
  const prose = useProse(branch);
  const told = [prose[`${move}.describes`], prose[`${move}.reason`]].filter((part) => part !== undefined).join(' ');
  const law = prose[`${move}.law`];
  return (
    <>
      <p>
        <CitedText>{told}</CitedText>
      </p>
      {departs === undefined ? null : (
        <p className={styles.aside}>
          <CitedText>{departs}</CitedText>
        </p>
      )}
      {law === undefined ? null : (
        <p className={styles.aside}>
          <b>{text.walk.law}.</b> <CitedText>{law}</CitedText>
          <FactChips ids={lawFacts} />
        </p>
      )}
    </>
  );
}
