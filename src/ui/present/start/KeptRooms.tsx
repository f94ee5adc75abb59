import { useState } from 'react';
import { useParley } from '../../app/parley.ts';
import { download, textFile } from '../../parts/download.ts';
import { formatMoment } from '../../text/format.ts';
import type { DeskState, RoomDesk } from '../roomDesk.ts';
import type { KeptRoom } from '../roomStore.ts';
import { usePresentWords } from '../words.ts';
import styles from './Start.module.css';

/** When a room was begun, by the clock and calendar of this device: two rooms of one day are told apart by it. */
const dayOf = (milliseconds: number): string => formatMoment(milliseconds);

/** Rooms that this device keeps: go on, export the log, or wipe, which asks first and offers the export. */
export function KeptRooms({ desk, state }: { readonly desk: RoomDesk; readonly state: DeskState }) {
  const { start } = usePresentWords();
  const [said, setSaid] = useState('');
  return (
    <section className={styles.kept}>
      <h2>{start.kept}</h2>
      {state.rooms.length === 0 ? <p className={styles.quiet}>{start.keptNone}</p> : null}
      <ul>
        {state.rooms.map((room) => (
          <Kept key={room.id} room={room} desk={desk} onWiped={() => setSaid(start.wiped)} />
        ))}
      </ul>
      <p role="status" className={styles.quiet}>
        {said}
      </p>
    </section>
  );
}

function Kept({
  room,
  desk,
  onWiped,
}: {
  readonly room: KeptRoom;
  readonly desk: RoomDesk;
  readonly onWiped: () => void;
}) {
  const { scenario } = useParley();
  const { start } = usePresentWords();
  const [asking, setAsking] = useState(false);
  const plan = start.plans[room.plan]?.name ?? start.planUnknown;
  const day = dayOf(room.opened);
  const exportLog = async () => {
    const log = await desk.logOf(room.id);
    download(`${scenario.id}-workshop-log.json`, textFile(JSON.stringify(log, null, 1), 'application/json'));
  };
  return (
    <li>
      <span>{start.room(plan, room.people, day)}</span>
      <span className={styles.row}>
        <button
          type="button"
          className="button"
          aria-label={start.resumeLabel(plan, day)}
          onClick={() => void desk.resume(room.id)}
        >
          {start.resume}
        </button>
        <button type="button" className="button" aria-label={start.exportLabel(day)} onClick={() => void exportLog()}>
          {start.export}
        </button>
        <button
          type="button"
          className="button"
          aria-label={start.wipeLabel(day)}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {start.wipe}
        </button>
      </span>
      {asking ? (
        <div className={styles.asking} role="alertdialog" aria-label={start.wipe}>
          <p>{start.wipeAsk}</p>
          <span className={styles.row}>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {start.wipeNo}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                void desk.wipe(room.id).then(onWiped);
              }}
            >
              {start.wipeYes}
            </button>
          </span>
        </div>
      ) : null}
    </li>
  );
}
