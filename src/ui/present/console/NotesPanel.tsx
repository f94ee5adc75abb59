import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import { NOTES_ID, PRIVATE } from './ids.ts';
import { NoteField } from './NoteField.tsx';

/** Notes for the facilitator alone. */
export function NotesPanel({ console: { view, send } }: { readonly console: Console }) {
  const { notes } = usePresentWords();
  return (
    <section>
      <h2>{notes.title}</h2>
      <NoteField
        id={NOTES_ID}
        label={notes.title}
        hint={notes.hint}
        value={view.notes[PRIVATE] ?? ''}
        onWrite={(text) => send({ type: 'note.write', about: PRIVATE, text })}
      />
    </section>
  );
}
