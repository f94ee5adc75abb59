import type { DeskState, RoomDesk } from '../roomDesk.ts';
import { usePresentWords } from '../words.ts';
import { FacilitatorNotes } from './FacilitatorNotes.tsx';
import { KeptRooms } from './KeptRooms.tsx';
import { NewRoom } from './NewRoom.tsx';
import styles from './Start.module.css';

/** Before a room is open: a new one, those that are kept, and what a facilitator should know. */
export function StartPage({ desk, state }: { readonly desk: RoomDesk; readonly state: DeskState }) {
  const words = usePresentWords();
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={styles.lead}>{words.start.lead}</p>
        {state.keeps ? null : <p className={styles.warning}>{words.notKept}</p>}
        {state.unread === undefined ? null : <p className={styles.warning}>{words.unread}</p>}
      </header>
      <div className={styles.columns}>
        <div>
          <NewRoom desk={desk} />
          <KeptRooms desk={desk} state={state} />
        </div>
        <FacilitatorNotes />
      </div>
    </main>
  );
}
