import { useState } from 'react';
import { type Envelope as Allowed, envelopeAlong } from '../../analysis/envelope.ts';
import type { Range } from '../../analysis/heldDraws.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { useParley } from '../app/parley.ts';
import { useExplainWords } from '../text/explainWords.ts';
import { formatNumber } from '../text/format.ts';
import type { Place } from './BasisSheet.tsx';

/** The envelope of a number at a position, for whoever asks: what it would be if every estimate erred the same way at once. */
export function Envelope({
  place,
  read,
}: {
  readonly place: Place;
  readonly read: (scenario: Scenario, allowed: Allowed) => Range;
}) {
  const { envelope: words } = useExplainWords();
  const [asked, setAsked] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
      <summary>{words.open}</summary>
      {asked ? <EnvelopeText place={place} read={read} /> : null}
    </details>
  );
}

function EnvelopeText({ place, read }: Parameters<typeof Envelope>[0]) {
  const { scenario } = useParley();
  const { envelope: words } = useExplainWords();
  const { low, high } = read(scenario, envelopeAlong(scenario, place.line, place.positions));
  return <p>{words.says(formatNumber(low), formatNumber(high))}</p>;
}
