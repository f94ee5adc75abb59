import { Fragment } from 'react';
import { FACT_MARK } from '../../domain/citations.ts';
import { FactChip } from './FactChip.tsx';

/** Prose in which facts are cited as [F51] or [F50, X06]: each becomes a chip that leads to the fact. */
export function CitedText({ children }: { readonly children: string }) {
  const pieces = children.split(FACT_MARK);
  return pieces.map((piece, index) =>
    // `split` with a capturing group alternates text and the ids between brackets.
    index % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
      <Fragment key={index}>
        {piece.split(/,\s*/).map((id, at) => (
          <Fragment key={id}>
            {at > 0 ? ' ' : ''}
            <FactChip id={id} />
          </Fragment>
        ))}
      </Fragment>
    ),
  );
}
