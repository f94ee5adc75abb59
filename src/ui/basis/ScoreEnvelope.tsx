import { leverageEnvelope } from '../../analysis/envelope.ts';
import type { Place } from './BasisSheet.tsx';
import { Envelope } from './Envelope.tsx';

/** The envelope of an actor's leverage. */
export const ScoreEnvelope = ({ actor, place }: { readonly actor: string; readonly place: Place }) => (
  <Envelope place={place} read={(scenario, allowed) => leverageEnvelope(scenario, actor, allowed)} />
);
