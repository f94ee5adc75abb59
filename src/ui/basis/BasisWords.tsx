import { type StepEffect, stateLeft } from '../../analysis/trace.ts';
import { moveAt } from '../../domain/chart.ts';
import { centralValue, type Estimate } from '../../domain/estimate.ts';
import { readShock } from '../../domain/identifier.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Position } from '../../domain/position.ts';
import type { Basis } from '../../domain/schema/parts.ts';
import { useProse } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { CitedText } from '../parts/CitedText.tsx';
import { FactChips } from '../parts/FactChip.tsx';
import { formatNumber, formatWritten } from '../text/format.ts';
import { guardWords } from '../text/guardWords.ts';
import { unitSuffix } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './BasisSheet.module.css';

/** A move as it is asked about, with the position that it was, or would be, played from. */
export interface MoveFrom {
  readonly move: string;
  readonly before: Position | undefined;
}

/** Why a move's or a shock's numbers are what they are, with the facts. */
export function MoveReason({ move, before }: MoveFrom) {
  const { scenario } = useParley();
  const shock = readShock(move);
  if (shock !== undefined) {
    const condition = scenario.conditions[shock.condition];
    const left = before === undefined ? undefined : stateLeft(move, before);
    return (
      <>
        <BasisText basis={condition?.states[shock.state]?.basis} />
        <BasisText basis={condition?.states[left ?? '']?.basis} />
        <p>
          <FactChips ids={condition?.facts} />
        </p>
      </>
    );
  }
  const meta = moveAt(scenario, move)?.meta;
  const branch = moveAt(scenario, move)?.from.split('.')[0] ?? '';
  return (
    <>
      <ProseBasis branch={branch} move={move} basis={meta?.basis} />
      <p>
        <FactChips ids={meta?.facts} />
      </p>
    </>
  );
}

/** A move's judgement is one of the long texts, loaded with its branch. */
function ProseBasis({
  branch,
  move,
  basis,
}: {
  readonly branch: string;
  readonly move: string;
  readonly basis: Basis | undefined;
}) {
  const prose = useProse(branch);
  const judgement = prose[`${move}.basis`];
  return <BasisText basis={judgement === undefined ? basis : { judgement }} />;
}

/** A basis as a reader sees it: facts, a formula, or a judgement with its reason. */
export function BasisText({ basis }: { readonly basis: Basis | undefined }) {
  const text = useText();
  if (basis === undefined) return null;
  if ('source' in basis) {
    return (
      <p>
        <span className={styles.sort}>{text.basis.source}</span>
        <FactChips ids={basis.source} />
      </p>
    );
  }
  const [sort, words] =
    'derived' in basis ? [text.basis.derived, basis.derived] : [text.basis.judgement, basis.judgement];
  return (
    <p>
      <span className={styles.sort}>{sort}</span> <CitedText>{words}</CitedText>
    </p>
  );
}

/** An estimate as written: low, most likely and high, and the central value that the screens use. */
export function EstimateText({
  estimate,
  unit,
  signed = false,
}: {
  readonly estimate: Estimate;
  readonly unit: string;
  readonly signed?: boolean;
}) {
  const text = useText();
  const fine = (value: number): string => `${signed && value > 0 ? '+' : ''}${formatWritten(value)}`;
  if (typeof estimate === 'number') return `${fine(estimate)}${unitSuffix(unit)}`;
  const { low, mode, high } = estimate;
  return (
    <span>
      {fine(low)} · <b>{fine(mode)}</b> · {fine(high)}
      {unitSuffix(unit)}{' '}
      <span className={styles.central}>
        ({text.basis.estimate}; {text.basis.central(fine(Number(centralValue(estimate).toPrecision(2))))})
      </span>
    </span>
  );
}

/** What a move does to a number, in words. */
export function EffectText({ of: { effect, takenBack } }: { readonly of: StepEffect }) {
  const { scenario } = useParley();
  const text = useText();
  const { operation, estimate, word, scaled, when, address } = effect;
  const unit = operation === 'scale' ? 'index' : quantityAt(scenario, address).unit;
  return (
    <>
      {takenBack ? text.basis.takenBack : text.basis.effect[operation]}{' '}
      <EstimateText estimate={estimate} unit={unit} signed={operation === 'add'} />
      {word === undefined ? null : `, ${text.basis.word(word)}`}
      {scaled === undefined
        ? null
        : `, ${text.basis.scaled(quantityAt(scenario, scaled.by).label, formatNumber(scaled.ref))}`}
      {when === undefined ? null : `, ${text.basis.when(guardWords(scenario, text, when))}`}
    </>
  );
}
