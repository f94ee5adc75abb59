import { useEffect, useMemo, useState } from 'react';
import { foldRoom } from '../../workshop/foldRoom.ts';
import type { ProjectorView } from '../../workshop/projectorView.ts';
import type { Room, RoomEvent } from '../../workshop/room.ts';
import { viewFor } from '../../workshop/viewFor.ts';
import { useParley } from '../app/parley.ts';
import { roomChannel } from './roomChannel.ts';
import { roomStore } from './roomStore.ts';
import { rulesOf } from './useDesk.ts';

/** What a projector's window knows. */
export interface Projection {
  readonly status: 'loading' | 'waiting' | 'room';
  readonly view: ProjectorView | undefined;
  /** The console has not answered for a while: what is shown stays. */
  readonly alone: boolean;
}

/** Milliseconds between two questions to the console, and without an answer until it counts as away. */
const ASK_EVERY = 2_000;
const AWAY_AFTER = 7_000;

/** A room, or none where the log is empty or of another version. */
function readable(log: readonly RoomEvent[]): Room | undefined {
  try {
    return foldRoom(undefined, log);
  } catch {
    return undefined;
  }
}

/** Follows the console of this laptop: reads the log on opening, hears each event, and asks again where it missed one. */
export function useProjection(): Projection {
  const parley = useParley();
  const [room, setRoom] = useState<Room>();
  const [loaded, setLoaded] = useState(false);
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    const scenario = parley.scenario.id;
    const channel = roomChannel(scenario);
    const store = roomStore();
    let present: Room | undefined;
    let answered = performance.now();
    let told = false;
    const show = (next: Room | undefined) => {
      present = next;
      setRoom(next);
      setLoaded(true);
    };
    const stopHearing = channel.hear((message) => {
      if (message.type === 'gone') setAlone(true);
      if (message.type === 'pong' || message.type === 'room' || message.type === 'event') {
        answered = performance.now();
        setAlone(false);
      }
      if (message.type === 'room') {
        told = true;
        show(readable(message.events));
      }
      if (message.type !== 'event') return;
      const { event } = message;
      const follows = event.seq === 0 || (event.room === present?.id && event.seq === present.seq + 1);
      if (follows) show(foldRoom(event.seq === 0 ? undefined : present, [event]));
      else if (event.room !== present?.id || event.seq > present.seq) channel.say({ type: 'ask' });
    });
    channel.say({ type: 'ask' });
    store
      .current(scenario)
      .then((id) => (id === undefined ? [] : store.log(id)))
      .then(
        // The console's own word is newer than what it had written when this window began to read.
        (log) => told || show(readable(log)),
        () => setLoaded(true),
      );
    const asking = setInterval(() => {
      const away = performance.now() - answered > AWAY_AFTER;
      setAlone(away);
      channel.say({ type: away ? 'ask' : 'ping' });
    }, ASK_EVERY);
    return () => {
      clearInterval(asking);
      stopHearing();
    };
  }, [parley]);
  const view = useMemo(
    () => (room === undefined ? undefined : viewFor({ role: 'projector' }, rulesOf(parley), room)),
    [parley, room],
  );
  return { status: view !== undefined ? 'room' : loaded ? 'waiting' : 'loading', view, alone };
}
