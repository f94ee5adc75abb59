import type { ReactNode } from 'react';
import { actorName } from '../../../domain/actors.ts';
import type { Scene, ShownSides } from '../../../workshop/projectorView.ts';
import { useParley } from '../../app/parley.ts';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { formatDay } from '../../text/format.ts';
import { useStageWords } from '../words.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

/** A scene of words alone. */
function TextScene({
  eyebrow,
  title,
  clock,
  children,
}: {
  readonly eyebrow: string;
  readonly title: string;
  readonly clock: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <SceneHead eyebrow={eyebrow} title={title} clock={clock} />
      <div className={styles.body}>{children}</div>
    </>
  );
}

/** A scene that stands while people come and go: few words, large, in the middle. */
export function OpeningScene({
  eyebrow,
  title,
  clock,
  children,
}: {
  readonly eyebrow: string;
  readonly title: string;
  readonly clock: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className={styles.top}>
        <p className={styles.eyebrow}>{eyebrow}</p>
        {clock}
      </div>
      <div className={styles.middle}>
        <h1 className={styles.prompt}>{title}</h1>
        {children}
      </div>
    </>
  );
}

/** The briefing before round 1, and the swap of sides before the next. */
export function BriefingScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'briefing' | 'swap' }>;
  readonly clock: ReactNode;
}) {
  const { scenario } = useParley();
  const words = useStageWords();
  if (scene.phase === 'swap')
    return (
      <TextScene eyebrow={words.swap.eyebrow} title={words.swap.title} clock={clock}>
        <Sides {...scene} />
        <p className={styles.quiet}>{words.swap.next(scene.round)}</p>
      </TextScene>
    );
  return (
    <TextScene eyebrow={words.briefing.eyebrow} title={words.briefing.title(scene.minutes)} clock={clock}>
      <ul className={`${styles.rules} ${styles.large}`}>
        {words.briefing.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Sides {...scene} />
      <p className={styles.quiet}>{words.briefing.asOf(formatDay(scenario.readingDate))}</p>
    </TextScene>
  );
}

/** Who speaks for whom, each with shape, colour and name. */
function Sides({ seating, sides }: ShownSides) {
  const { scenario } = useParley();
  const words = useStageWords().sides;
  if (seating === 'together') return <p className={styles.strong}>{words.together}</p>;
  return (
    <div className={styles.columns}>
      {sides.map((actor, index) => (
        <div key={actor} className={styles.column}>
          <h2>{words[seating][index]}</h2>
          <p className={styles.large}>
            <ActorShape actor={scenario.actors[actor]} size="letter" /> {words.speaks(actorName(scenario, actor))}
          </p>
        </div>
      ))}
    </div>
  );
}
