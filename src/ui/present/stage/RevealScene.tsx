import type { ReactNode } from 'react';
import { labelOf } from '../../../domain/chart.ts';
import type { Scene, ShownVote } from '../../../workshop/projectorView.ts';
import type { TallyRow } from '../../../workshop/tally.ts';
import { useParley } from '../../app/parley.ts';
import { placeLabel } from '../../text/sentences.ts';
import { shareText } from '../shareText.ts';
import { useStageWords } from '../words.ts';
import { Eyebrow } from './Eyebrow.tsx';
import { namedPlace } from './place.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

/** A vote once it is revealed: hands and shares per option, marked as counted in; beside them what the room said before. */
export function RevealScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'reveal' }>;
  readonly clock: ReactNode;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const words = useStageWords();
  const place = namedPlace(parley, scene.line);
  const vote = scene.votes.at(-1);
  const before = vote?.kind === 'again' ? scene.votes.at(-2) : undefined;
  const [actor] = place?.deciders ?? [];
  const colour = place?.deciders.length === 1 && actor !== undefined ? scenario.actors[actor]?.colour : undefined;
  return (
    <>
      <SceneHead
        eyebrow={<Eyebrow round={scene.round} place={place} also={words.reveal.eyebrow} />}
        title={placeLabel(scenario, place?.state ?? '')}
        clock={clock}
      />
      <div className={styles.body}>
        <ol className={styles.options}>
          {(vote?.options ?? []).map((move, index) => (
            <OptionBar
              key={move}
              number={index + 1}
              label={labelOf(scenario, move)}
              row={vote?.tally?.rows[index]}
              before={before?.tally?.rows.find((row) => row.move === move)}
              colour={colour === undefined ? 'var(--accent)' : `var(--actor-${colour})`}
            />
          ))}
        </ol>
        <Counted vote={vote} />
      </div>
    </>
  );
}

function OptionBar({
  number,
  label,
  row,
  before,
  colour,
}: {
  readonly number: number;
  readonly label: string;
  readonly row: TallyRow | undefined;
  readonly before: TallyRow | undefined;
  readonly colour: string;
}) {
  const words = useStageWords().reveal;
  const wide = (share: number): string => `${Number.isFinite(share) ? 100 * share : 0}%`;
  return (
    <li>
      <span className={styles.number}>{number}</span>
      <div>
        <p className={styles.label}>{label}</p>
        {row === undefined ? null : (
          <div className={styles.bar} aria-hidden="true">
            <i style={{ width: wide(row.share), background: colour }} />
            {before === undefined ? null : <i data-before="" style={{ width: wide(before.share) }} />}
          </div>
        )}
      </div>
      {row === undefined ? null : (
        <p className={styles.share}>
          <b>{shareText(row.share)}</b>
          <span>
            {words.hands(row.hands)}
            {before === undefined ? '' : ` · ${words.before(shareText(before.share))}`}
          </span>
        </p>
      )}
    </li>
  );
}

function Counted({ vote }: { readonly vote: ShownVote | undefined }) {
  const words = useStageWords().reveal;
  const tally = vote?.tally;
  if (tally === undefined) return <p className={styles.quiet}>{words.waived}</p>;
  const { total, cannotSay, leading, rows, predictions } = tally;
  const leader = leading.length === 1 ? rows.find(({ move }) => move === leading[0]) : undefined;
  const said = [
    words.counted(total),
    ...(cannotSay > 0 ? [words.cannotSay(cannotSay)] : []),
    ...(predictions === undefined || predictions === 0 || leader?.predicted === undefined
      ? []
      : [words.predicted(leader.predicted, predictions)]),
  ];
  return (
    <div>
      <p className={styles.strong}>{said.join(' · ')}</p>
      {leading.length > 1 ? <p className={styles.quiet}>{words.tie}</p> : null}
      {leading.length === 0 ? <p className={styles.quiet}>{words.noHands}</p> : null}
    </div>
  );
}
