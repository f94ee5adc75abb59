import type { ReactNode } from 'react';
import { actorName } from '../../../domain/actors.ts';
import { labelOf } from '../../../domain/chart.ts';
import type { Scene } from '../../../workshop/projectorView.ts';
import { useProse } from '../../app/loaded.ts';
import { useParley } from '../../app/parley.ts';
import { placeLabel } from '../../text/sentences.ts';
import { withoutMarks } from '../withoutMarks.ts';
import { type StageWords, useStageWords } from '../words.ts';
import { Eyebrow } from './Eyebrow.tsx';
import { LongText } from './LongText.tsx';
import { type NamedPlace, namedPlace } from './place.ts';
import { SceneHead } from './SceneHead.tsx';
import styles from './Stage.module.css';

type Question = Extract<Scene, { readonly phase: 'present' | 'discuss' | 'vote' | 'sealed' }>;

/** A decision before it is taken: the question, what is known, what can be done, and what the room does now. */
export function QuestionScene({ scene, clock }: { readonly scene: Question; readonly clock: ReactNode }) {
  const parley = useParley();
  const { scenario } = parley;
  const words = useStageWords();
  const place = namedPlace(parley, scene.line);
  const options = 'question' in scene ? scene.question.options : scene.options;
  return (
    <>
      <SceneHead
        eyebrow={<Eyebrow round={scene.round} place={place} also={stepOf(words, scene)} />}
        title={placeLabel(scenario, place?.state ?? '')}
        clock={clock}
      />
      <div className={styles.body}>
        {scene.phase === 'present' && place !== undefined ? (
          <LongText key={place.state}>
            <Context place={place} />
          </LongText>
        ) : null}
        {scene.phase === 'discuss' ? <p className={styles.quiet}>{words.question.discuss}</p> : null}
        {scene.phase === 'sealed' ? <p className={styles.strong}>{words.question.sealedBody}</p> : null}
        <ol className={styles.options} data-alone={scene.phase !== 'present'} aria-label={words.question.options}>
          {options.map((move, index) => (
            <li key={move}>
              <span className={styles.number}>{index + 1}</span>
              <span className={styles.label}>{labelOf(scenario, move)}</span>
            </li>
          ))}
        </ol>
        {scene.phase === 'vote' ? <HowToAnswer scene={scene} place={place} /> : null}
        <Ghost scene={scene} />
      </div>
    </>
  );
}

function stepOf(words: StageWords, scene: Question): string | undefined {
  switch (scene.phase) {
    case 'present':
      return scene.put ? undefined : words.notPut;
    case 'discuss':
      return undefined;
    case 'vote':
      if (scene.question.kind === 'first') return words.question.voting;
      return scene.question.kind === 'runoff' ? words.question.runoff : words.question.again;
    case 'sealed':
      return words.question.sealed;
    default:
      return scene satisfies never;
  }
}

function Context({ place }: { readonly place: NamedPlace }) {
  const context = useProse(place.branch)[`${place.state}.context`];
  // Numbers of facts mean nothing from the back of a room; the console and the sheets carry them.
  return context === undefined ? null : <p className={styles.prose}>{withoutMarks(context)}</p>;
}

/** Who answers, how, and what the others do meanwhile. */
function HowToAnswer({
  scene,
  place,
}: {
  readonly scene: Extract<Question, { readonly phase: 'vote' | 'sealed' }>;
  readonly place: NamedPlace | undefined;
}) {
  const { scenario } = useParley();
  const words = useStageWords().question;
  const [actor] = place?.deciders ?? [];
  const isTheirs = scene.seating !== 'together' && place?.deciders.length === 1 && scene.sides.includes(actor ?? '');
  const name = actorName(scenario, actor ?? '');
  const who = !isTheirs ? words.everybody : scene.seating === 'pairs' ? words.pair(name) : words.table(name);
  return (
    <div>
      {scene.predict ? <p className={styles.quiet}>{isTheirs ? words.predict : words.predictAll}</p> : null}
      <p className={styles.strong}>{who}</p>
      <p className={styles.quiet}>{words.cannotSay}</p>
    </div>
  );
}

/** What an earlier round played at the same decision. */
function Ghost({ scene }: { readonly scene: Question }) {
  const parley = useParley();
  const words = useStageWords().question;
  const here = namedPlace(parley, scene.line)?.state;
  const found = scene.earlier.flatMap(({ round, line }) => {
    const move = line.find((_, index) => namedPlace(parley, line.slice(0, index))?.state === here);
    return move === undefined ? [] : [{ round, move }];
  });
  if (found.length === 0) return null;
  return found.map(({ round, move }) => (
    <p key={round} className={styles.quiet}>
      {words.earlier(round, labelOf(parley.scenario, move))}
    </p>
  ));
}
