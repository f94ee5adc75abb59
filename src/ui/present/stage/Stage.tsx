import { type ReactNode, useMemo } from 'react';
import type { ProjectorView, Scene } from '../../../workshop/projectorView.ts';
import { usePreparedProse } from '../../app/loaded.ts';
import { useParley } from '../../app/parley.ts';
import { formatDay } from '../../text/format.ts';
import { useText } from '../../text/useText.ts';
import { useStageWords } from '../words.ts';
import { Clock } from './Clock.tsx';
import { CompareScene } from './CompareScene.tsx';
import { ConditionsScene } from './ConditionsScene.tsx';
import { ConsequenceScene } from './ConsequenceScene.tsx';
import { DebriefScene } from './DebriefScene.tsx';
import { InjectScene } from './InjectScene.tsx';
import { QuestionScene } from './QuestionScene.tsx';
import { RevealScene } from './RevealScene.tsx';
import { RewoundScene } from './RewoundScene.tsx';
import styles from './Stage.module.css';
import { BriefingScene, OpeningScene } from './TextScenes.tsx';

/**
 * What the room sees, built from the projector's view alone: full size in the projector's window, and small beside the console. It has no
 * controls.
 */
export function Stage({
  view,
  isWindow,
  alone = false,
}: {
  readonly view: ProjectorView;
  /** Whether it fills a window of its own, or is a picture in another page. */
  readonly isWindow: boolean;
  readonly alone?: boolean;
}) {
  const { scenario } = useParley();
  const text = useText();
  const words = useStageWords();
  usePreparedProse(useMemo(() => Object.keys(scenario.branches), [scenario]));
  const theme = view.dark ? 'dark' : 'light';
  if (view.screen === 'blank')
    return (
      <div className={styles.stage} data-theme={theme} data-window={isWindow}>
        <h1 className="visually-hidden">{words.blank}</h1>
      </div>
    );
  return (
    <div className={styles.stage} data-theme={theme} data-window={isWindow} data-phase={view.scene.phase}>
      <div className={styles.page}>
        <SceneOf scene={view.scene} clock={<Clock timer={view.timer} />} />
        <footer className={styles.foot}>
          <span>
            {scenario.title} · {text.stamp(formatDay(scenario.readingDate))}
          </span>
          {view.next === undefined ? null : <span>{words.next(words.part(view.next.kind, view.next.number))}</span>}
          {alone ? <span role="status">{words.alone}</span> : <span>{text.standing}</span>}
        </footer>
      </div>
    </div>
  );
}

/** One scene, with the clock in its corner. */
function SceneOf({ scene, clock }: { readonly scene: Scene; readonly clock: ReactNode }) {
  const words = useStageWords();
  const { scenario } = useParley();
  switch (scene.phase) {
    case 'lobby':
      return (
        <OpeningScene eyebrow={words.lobby.eyebrow} title={scenario.title} clock={clock}>
          <p className={styles.large}>{scenario.summary}</p>
          <p className={styles.quiet}>{words.lobby.standing}</p>
        </OpeningScene>
      );
    case 'closed':
      return (
        <OpeningScene eyebrow={scenario.title} title={words.closed.title} clock={clock}>
          <p className={styles.large}>{words.closed.body}</p>
        </OpeningScene>
      );
    case 'briefing':
    case 'swap':
      return <BriefingScene scene={scene} clock={clock} />;
    case 'conditions':
      return <ConditionsScene conditions={scene.conditions} clock={clock} />;
    case 'present':
    case 'discuss':
    case 'vote':
    case 'sealed':
      return <QuestionScene scene={scene} clock={clock} />;
    case 'reveal':
      return <RevealScene scene={scene} clock={clock} />;
    case 'consequence':
      return <ConsequenceScene scene={scene} clock={clock} />;
    case 'inject':
      return <InjectScene scene={scene} clock={clock} />;
    case 'rewound':
      return <RewoundScene scene={scene} clock={clock} />;
    case 'compare':
      return <CompareScene lines={scene.lines} clock={clock} />;
    case 'debrief':
      return <DebriefScene scene={scene} clock={clock} />;
    default:
      return scene satisfies never;
  }
}
