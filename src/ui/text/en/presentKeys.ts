import type { ConsoleDeed } from '../../keys/consoleKeys.ts';

const DEEDS: Readonly<Record<ConsoleDeed, string>> = {
  next: 'The big button',
  back: 'One step back',
  skip: 'Skip to the next part',
  choose: 'Play, or count one hand for, the option with that number',
  waive: 'Nobody counted',
  blank: 'Blank the screen, or show it again',
  projector: 'Open the projector’s window',
  hideNext: 'Hide or show what comes next',
  pause: 'Pause the timer, or let it go on',
  one: 'One minute more',
  five: 'Five minutes more',
  hideTimer: 'Hide or show the timer',
  endTimer: 'End the timer',
  inject: 'To the condition cards',
  hands: 'To the hands',
  override: 'To “Decide otherwise”',
  notes: 'To the notes',
  draw: 'Draw a lot',
  put: 'Put the decision to the room, or vote at once',
  again: 'Talk again after a reveal',
  undo: 'Undo',
  redo: 'Redo',
  help: 'Show this list',
};

/** The console's keys. */
export const presentKeys = {
  title: 'Keys of the console',
  note: 'They pause while you type (Escape leaves a field), and can be switched off in Settings. Letters of the page (W, C, T, S, O) leave the console; the room stays as it is, and G comes back.',
  deeds: DEEDS,
  groups: { run: 'Run', room: 'The room', time: 'Time', go: 'Go to', write: 'Take back' },
} as const;
