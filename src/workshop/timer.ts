import type { WorkshopDeed } from '../../machines/workshopDeed.ts';
import type { Timer } from './room.ts';

export const MINUTE = 60_000;

/** Milliseconds left at a moment, never below 0; undefined where no time is set. */
export function timeLeft(timer: Timer, now: number): number | undefined {
  if (timer.state === 'off') return undefined;
  return Math.max(0, timer.state === 'paused' ? timer.left : timer.until - now);
}

/** The timer after a deed; deeds about anything else leave it. */
export function timerAfter(timer: Timer, deed: WorkshopDeed): Timer {
  switch (deed.type) {
    case 'timer.start':
      return { state: 'running', until: deed.until, length: deed.length };
    case 'timer.pause':
      return timer.state === 'running' ? { state: 'paused', left: deed.left, length: timer.length } : timer;
    case 'timer.resume':
      return timer.state === 'paused' ? { state: 'running', until: deed.until, length: timer.length } : timer;
    case 'timer.extend':
      if (timer.state === 'running') return { ...timer, until: timer.until + deed.by, length: timer.length + deed.by };
      return timer.state === 'paused'
        ? { ...timer, left: timer.left + deed.by, length: timer.length + deed.by }
        : timer;
    case 'timer.end':
      return { state: 'off' };
    default:
      return timer;
  }
}
