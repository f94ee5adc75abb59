import { stepAt } from '../../domain/study.ts';
import { MARKS } from '../../domain/studyEntry.ts';
import { useParley } from '../app/parley.ts';
import type { Walk } from '../app/useWalk.ts';
import { useKeys } from '../keys/useKeys.ts';
import { NOTE_ID } from './StepRemarks.tsx';

/** The keys of Walk: each sends the event that its button sends. */
export function useStepKeys({ line, options }: Walk): void {
  const { study } = useParley();
  const send = (event: Parameters<typeof study.send>[0]): boolean => {
    if (!study.getSnapshot().can(event)) return false;
    study.send(event);
    return true;
  };
  useKeys({
    back: () => send({ type: 'study.back' }),
    forward: () => send({ type: 'study.forward' }),
    first: () => send({ type: 'study.first' }),
    last: () => send({ type: 'study.last' }),
    previousVariation: () => send({ type: 'study.vary', by: -1 }),
    nextVariation: () => send({ type: 'study.vary', by: 1 }),
    choose: (key) => {
      const option = options[Number(key) - 1];
      return option?.open === true && send({ type: 'study.play', move: option.move.id });
    },
    undo: () => send({ type: 'study.undo' }),
    redo: () => send({ type: 'study.redo' }),
    mark: () => {
      if (line.length === 0) return false;
      const present = stepAt(study.getSnapshot().context.study, line)?.mark?.value;
      const next = present === undefined ? MARKS[0] : MARKS[MARKS.indexOf(present) + 1];
      return send({ type: 'study.mark', line, mark: next });
    },
    note_: () => focus(NOTE_ID),
    rename: () => focus(`${NOTE_ID}-name`),
    promote: () => send({ type: 'study.promote', line }),
  });
}

function focus(id: string): boolean {
  const element = document.getElementById(id);
  element?.focus();
  return element !== null;
}
