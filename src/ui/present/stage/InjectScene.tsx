import type { ReactNode } from 'react';
import { readShock } from '../../../domain/identifier.ts';
import type { Scene } from '../../../workshop/projectorView.ts';
import { useParley } from '../../app/parley.ts';
import { useLastFinding } from '../useLineFindings.ts';
import { useStageWords } from '../words.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';
import { WhatMoved } from './WhatMoved.tsx';

/** A condition card: what may change right now, and, once it has, what that moved. */
export function InjectScene({
  scene,
  clock,
}: {
  readonly scene: Extract<Scene, { readonly phase: 'inject' }>;
  readonly clock: ReactNode;
}) {
  const { scenario } = useParley();
  const words = useStageWords().inject;
  const finding = useLastFinding(scene.line);
  const shock = scene.shock === undefined ? undefined : readShock(scene.shock);
  const condition = scenario.conditions[shock?.condition ?? ''];
  if (shock === undefined || condition === undefined)
    return <SceneHead eyebrow={words.eyebrow} title={words.prepared} clock={clock} />;
  return (
    <>
      <SceneHead
        eyebrow={`${words.eyebrow} · ${condition.label}`}
        title={condition.states[shock.state]?.label ?? shock.state}
        clock={clock}
      />
      <div className={styles.body}>
        {scene.fired ? <p className={styles.strong}>{words.fired}</p> : null}
        {scene.fired && finding !== undefined ? <WhatMoved finding={finding} /> : null}
      </div>
    </>
  );
}
