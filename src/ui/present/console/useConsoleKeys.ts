import type { RoomCommand } from '../../../workshop/command.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { CONSOLE_KEYS } from '../../keys/consoleKeys.ts';
import { useKeyTable } from '../../keys/useKeys.ts';
import type { Console } from '../useDesk.ts';
import { HANDS_ID, INJECT_ID, NOTES_ID, OVERRIDE_ID, PROMPT_NOTE_ID } from './ids.ts';

/** What a digit does: plays, agrees, or counts one more hand; undefined where it does nothing. */
function chosen(view: FacilitatorView, digit: number): RoomCommand | undefined {
  const { phase, negotiation, vote } = view;
  const option = (vote?.options ?? negotiation?.options ?? [])[digit - 1];
  if (option === undefined) return undefined;
  switch (phase) {
    case 'present':
      return view.next.ready ? undefined : { type: 'decision.play', move: option };
    case 'vote':
    case 'sealed':
      return vote === undefined ? undefined : { type: 'hands.add', column: 'chosen', move: option, by: 1 };
    case 'reveal':
      return vote?.hands === 'waived' ? { type: 'decision.agree', move: option } : undefined;
    default:
      return undefined;
  }
}

function focus(id: string): boolean {
  const element = document.getElementById(id);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  return element !== null;
}

/** The keys of the console: each sends the command that its button sends. */
export function useConsoleKeys(
  { view, send }: Console,
  { open, help }: { readonly open: () => void; readonly help: () => void },
): void {
  const can = (possible: boolean, command: RoomCommand): boolean => {
    if (possible) send(command);
    return possible;
  };
  useKeyTable(
    CONSOLE_KEYS,
    {
      next: () => {
        if (view.next.ready) send(view.next.command);
        // Space would scroll the page away from what is read.
        return true;
      },
      back: () => can(view.can['step.back'], { type: 'step.back' }),
      skip: () => can(view.can['part.skip'], { type: 'part.skip' }),
      choose: (key) => {
        const command = chosen(view, Number(key));
        if (command !== undefined) send(command);
        return command !== undefined;
      },
      waive: () => can(view.can['hands.waive'], { type: 'hands.waive' }),
      put: () =>
        can(view.can['discussion.open'], { type: 'discussion.open' }) ||
        can(view.can['vote.open'], { type: 'vote.open' }),
      again: () => can(view.phase === 'reveal', { type: 'discussion.open' }),
      draw: () => can(view.can['decision.draw'], { type: 'decision.draw' }),
      projector: () => {
        open();
        return true;
      },
      blank: () => can(true, { type: view.blank ? 'screen.show' : 'screen.blank' }),
      hideNext: () => can(true, { type: 'next.hide', hidden: !view.nextHidden }),
      pause: () =>
        can(view.can['timer.pause'], { type: 'timer.pause' }) ||
        can(view.can['timer.resume'], { type: 'timer.resume' }),
      one: () => can(view.can['timer.extend'], { type: 'timer.extend', minutes: 1 }),
      five: () => can(view.can['timer.extend'], { type: 'timer.extend', minutes: 5 }),
      hideTimer: () => can(true, { type: 'timer.hide', hidden: !view.timerHidden }),
      endTimer: () => can(view.can['timer.end'], { type: 'timer.end' }),
      hands: () => focus(HANDS_ID),
      inject: () => focus(INJECT_ID),
      override: () => focus(OVERRIDE_ID),
      notes: () => focus(PROMPT_NOTE_ID) || focus(NOTES_ID),
      undo: () => can(view.canUndo, { type: 'undo' }),
      redo: () => can(view.canRedo, { type: 'redo' }),
      help: () => {
        help();
        return true;
      },
    },
    true,
  );
}
