import type { ReactNode } from 'react';
import { labelOf } from '../../../domain/chart.ts';
import type { Scene } from '../../../workshop/projectorView.ts';
import { useParley } from '../../app/parley.ts';
import { placeLabel } from '../../text/sentences.ts';
import { useStageWords } from '../words.ts';
import { Eyebrow } from './Eyebrow.tsx';
import { namedPlace } from './place.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

/** Looking back at an earlier decision: what was asked, and what had been played. */
export function RewoundScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'rewound' }>;
  readonly clock: ReactNode;
}) {
  const parley = useParley();
  const words = useStageWords().rewound;
  const place = namedPlace(parley, scene.line.slice(0, scene.length));
  const left = scene.line[scene.length];
  return (
    <>
      <SceneHead
        eyebrow={<Eyebrow round={scene.round} place={place} also={words.eyebrow} />}
        title={words.title}
        clock={clock}
      />
      <div className={styles.body}>
        <p className={styles.large}>{placeLabel(parley.scenario, place?.state ?? '')}</p>
        {left === undefined ? null : <p className={styles.strong}>{words.left(labelOf(parley.scenario, left))}</p>}
        <p className={styles.quiet}>{words.stays}</p>
      </div>
    </>
  );
}
