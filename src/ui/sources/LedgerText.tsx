import { Fragment } from 'react';
import type { Fact } from '../../domain/schema/ledger.ts';
import { FactChip } from '../parts/FactChip.tsx';

const ID = /\[?\b([A-Z]+\d+[a-z]?)\b\]?/;

/** A text of the ledger. It names other facts as [X01] or plainly as X01: each that is in the ledger becomes a chip. */
export function LedgerText({
  children,
  facts,
}: {
  readonly children: string;
  readonly facts: Readonly<Record<string, Fact>>;
}) {
  // `split` with a capturing group alternates text and ids.
  return children.split(ID).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
    <Fragment key={index}>{index % 2 === 1 && Object.hasOwn(facts, piece) ? <FactChip id={piece} /> : piece}</Fragment>
  ));
}
