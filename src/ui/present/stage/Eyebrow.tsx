import { actorName } from '../../../domain/actors.ts';
import { useParley } from '../../app/parley.ts';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { useStageWords } from '../words.ts';
import type { NamedPlace } from './place.ts';

/** “Round 1 · Russia decides · Revealed”, with the deciders' marks. */
export function Eyebrow({
  round,
  place,
  also,
}: {
  readonly round: number;
  readonly place: NamedPlace | undefined;
  readonly also?: string | undefined;
}) {
  const { scenario } = useParley();
  const words = useStageWords();
  const names = (place?.deciders ?? []).map((actor) => actorName(scenario, actor));
  const who = place?.chance === true ? words.chance : names.length === 0 ? undefined : words.decides(names);
  return (
    <>
      <span>{words.round(round)}</span>
      {who === undefined ? null : (
        <>
          <span aria-hidden="true">·</span>
          {place?.deciders.map((actor) => (
            <ActorShape key={actor} actor={scenario.actors[actor]} size="letter" />
          ))}
          <span>{who}</span>
        </>
      )}
      {also === undefined ? null : (
        <>
          <span aria-hidden="true">·</span>
          <span>{also}</span>
        </>
      )}
    </>
  );
}
