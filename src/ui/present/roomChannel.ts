import type { RoomEvent } from '../../workshop/room.ts';

/** What the windows of one laptop say to each other. A projector only asks; the console tells. */
export type RoomMessage =
  /** A projector that has just opened, or has missed something. */
  | { readonly type: 'ask' }
  /** The console's room with its whole log, or that it is in none. */
  | { readonly type: 'room'; readonly events: readonly RoomEvent[] }
  /** One more event, once it is kept. */
  | { readonly type: 'event'; readonly event: RoomEvent }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' }
  /** The console's window is closing. */
  | { readonly type: 'gone' };

/** A way to speak with the other windows of this scenario. */
export interface RoomChannel {
  readonly say: (message: RoomMessage) => void;
  /** Returns what stops it. */
  readonly hear: (heard: (message: RoomMessage) => void) => () => void;
}

/** The channel of one scenario's rooms. A window does not hear itself. */
export function roomChannel(scenario: string): RoomChannel {
  const channel = new BroadcastChannel(`parley rooms ${scenario}`);
  return {
    say: (message) => channel.postMessage(message),
    hear: (heard) => {
      const hear = ({ data }: MessageEvent<RoomMessage>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
