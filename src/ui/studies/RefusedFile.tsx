import type { Refusal } from './ImportStudies.tsx';
import styles from './StudiesScreen.module.css';
import { useStudyWords } from './useStudyWords.ts';

/** Says that a file was not imported, and everything that is wrong with it. */
export function RefusedFile({ refusal, onClose }: { readonly refusal: Refusal; readonly onClose: () => void }) {
  const words = useStudyWords();
  return (
    <div className={styles.notice} role="alert" data-kind="warning">
      <p>{words.refused(refusal.file)}</p>
      <ul>
        {refusal.why.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}
