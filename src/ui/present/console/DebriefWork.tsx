import { PROMPTS } from '../../../workshop/prompts.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';
import { PROMPT_NOTE_ID } from './ids.ts';
import { NoteField } from './NoteField.tsx';

/** The present prompt of the debrief with what was said, and the way to the others. */
export function DebriefWork({ console: { view, send } }: { readonly console: Console }) {
  const { notes } = usePresentWords();
  const stage = useStageWords();
  const prompt = PROMPTS[view.prompt] ?? PROMPTS[0];
  return (
    <section className={styles.part}>
      <h2>{notes.said}</h2>
      <NoteField
        key={prompt}
        id={PROMPT_NOTE_ID}
        label={notes.prompt(stage.prompts[prompt])}
        hint={notes.promptHint}
        value={view.notes[prompt] ?? ''}
        onWrite={(text) => send({ type: 'note.write', about: prompt, text })}
      />
      <ol className={styles.row}>
        {PROMPTS.map((other, index) => (
          <li key={other}>
            <button
              type="button"
              className="button"
              aria-pressed={index === view.prompt}
              onClick={() => send({ type: 'prompt.show', prompt: index })}
            >
              {stage.prompts[other]}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
